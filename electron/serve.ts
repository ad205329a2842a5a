import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { homeFolder } from './home.ts';
import { supervise } from './loopback/supervisor.ts';
import { catalogue } from './terminal/output.ts';

/** The browser door: serves the screens on 127.0.0.1 and opens them in the person's browser. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean', default: false },
    demo: { type: 'boolean', default: false },
  },
});

const home = homeFolder();
mkdirSync(home, { recursive: true, mode: 0o700 });
const staticFolder = process.env.MENGBU_STATIC ?? builtScreens();
const supervisor = await supervise({ home, staticFolder, port: Number(values.port), demo: values.demo });

await announce(!values['no-open']);
createInterface({ input: process.stdin }).on('line', () => void announce(false));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void supervisor.close().then(() => process.exit(0)));
}

async function announce(open: boolean): Promise<void> {
  const address = await supervisor.freshAddress();
  process.stdout.write(`${(await catalogue()).terminal.serving(address)}\n`);
  if (open) openInBrowser(await supervisor.freshAddress());
}

/** Through a file that only this user can read: a token on a command line would show in the process list. */
function openInBrowser(address: string): void {
  const page = join(home, 'open.html');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}"><title>盟簿 Mengbu</title>`,
    {
      mode: 0o600,
    },
  );
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', page]
      : process.platform === 'win32'
        ? ['explorer.exe', page]
        : ['xdg-open', page];
  spawn(command ?? 'xdg-open', args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function builtScreens(): string {
  return fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? '../out/renderer/' : '../renderer/', import.meta.url),
  );
}
