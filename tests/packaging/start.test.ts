import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stubRuntime } from './stubRuntime.ts';

type Ending = { code: number; out: string; errors: string; ms: number };

/** A checkout with the real start and its texts, a browser door that says it was opened, and an electron package without its runtime. */
function checkout(options: { installer?: string; built?: boolean } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'mengbu-start-'));
  for (const name of ['electron', 'shared/translations']) mkdirSync(join(folder, name), { recursive: true });
  cpSync('electron/start.ts', join(folder, 'electron/start.ts'));
  cpSync('electron/desktop/texts.ts', join(folder, 'electron/desktop/texts.ts'));
  cpSync('shared/desktopBridge.ts', join(folder, 'shared/desktopBridge.ts'));
  cpSync('electron/terminal/language.ts', join(folder, 'electron/terminal/language.ts'));
  for (const language of ['zh-CN', 'en']) {
    cpSync(
      `shared/translations/${language}/desktop.ts`,
      join(folder, `shared/translations/${language}/desktop.ts`),
    );
  }
  cpSync('package.json', join(folder, 'package.json'));
  const electron = join(folder, 'node_modules/electron');
  mkdirSync(electron, { recursive: true });
  writeFileSync(join(electron, 'package.json'), '{"name":"electron","version":"0.0.0"}');
  writeFileSync(join(electron, 'install.js'), options.installer ?? 'process.exit(1)');
  if (options.built !== false) {
    mkdirSync(join(folder, 'out/electron'), { recursive: true });
    writeFileSync(
      join(folder, 'out/electron/serve.js'),
      'console.log("browser door", ...process.argv.slice(2)); process.exit(process.argv.includes("--fail") ? 7 : 0)',
    );
  }
  return folder;
}

function start(folder: string, env: NodeJS.ProcessEnv = {}, args: string[] = []): Promise<Ending> {
  const { CI: _ci, ELECTRON_OVERRIDE_DIST_PATH: _runtime, ...own } = process.env;
  const startedAt = Date.now();
  return new Promise((resolveEnding) => {
    execFile(
      process.execPath,
      [join(folder, 'electron/start.ts'), ...args],
      { env: { ...own, LC_ALL: 'en_US.UTF-8', ...env } },
      (error, out, errors) => {
        const code = error === null ? 0 : Number(error.code);
        resolveEnding({ code, out, errors, ms: Date.now() - startedAt });
      },
    );
  });
}

describe.skipIf(process.platform === 'win32')(
  'npm start (the stand-in runtime is a shell script: not on Windows)',
  () => {
    it('starts the desktop runtime on the checkout and passes arguments and exit code on', async () => {
      const folder = checkout();
      const runtime = await stubRuntime('echo "runtime $@ [$ELECTRON_RUN_AS_NODE]"; exit 0');
      const env = { ELECTRON_OVERRIDE_DIST_PATH: runtime, ELECTRON_RUN_AS_NODE: '1' };
      expect(await start(folder, env, ['--demo'])).toMatchObject({
        code: 0,
        out: `runtime ${resolve(folder)} --demo []\n`,
        errors: '',
      });
    });

    it('finds the runtime in the electron package', async () => {
      const folder = checkout();
      symlinkSync(await stubRuntime('echo runtime'), join(folder, 'node_modules/electron/dist'));
      expect(await start(folder)).toMatchObject({ code: 0, out: 'runtime\n' });
    });

    it.each([
      ['exits early with an error', 'exit 1', '1'],
      ['is shot down', 'kill -ABRT $$', '134'],
    ])('opens the browser door with one clear line when the runtime %s', async (_how, body, code) => {
      const runtime = await stubRuntime(body);
      expect(await start(checkout(), { ELECTRON_OVERRIDE_DIST_PATH: runtime }, ['--demo'])).toMatchObject({
        code: 0,
        out: 'browser door --demo\n',
        errors: `The desktop window did not open (exit code ${code}); opening in the browser instead.\n`,
      });
    });

    it('opens the browser door where the runtime cannot be fetched, and tries once', async () => {
      const folder = checkout({
        installer:
          'require("node:fs").appendFileSync(__dirname + "/tries", "x"); console.log("noise"); process.exit(1)',
      });
      const ending = await start(folder, {}, ['--fail']);
      expect(readFileSync(join(folder, 'node_modules/electron/tries'), 'utf8')).toBe('x');
      expect(ending).toMatchObject({ code: 7, out: 'browser door --fail\n' });
      expect(ending.errors.split('\n')).toEqual([
        'Fetching the desktop runtime (60 seconds at most)…',
        'There is no desktop runtime (Electron); opening in the browser instead.',
        '',
      ]);
    });

    it('uses what the installer brought', async () => {
      const runtime = await stubRuntime('echo fetched');
      const folder = checkout({
        installer: `require("node:fs").symlinkSync(${JSON.stringify(runtime)}, __dirname + "/dist")`,
      });
      expect(await start(folder)).toMatchObject({ code: 0, out: 'fetched\n' });
    });

    it('fetches nothing in CI, nor where a runtime was named that is not there', async () => {
      const folder = checkout({
        installer: 'require("node:fs").writeFileSync(__dirname + "/../../tried", "")',
      });
      for (const env of [{ CI: 'true' }, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nowhere') }]) {
        expect(await start(folder, env)).toMatchObject({
          out: 'browser door\n',
          errors: 'There is no desktop runtime (Electron); opening in the browser instead.\n',
        });
      }
      expect(existsSync(join(folder, 'tried'))).toBe(false);
    });

    it('speaks Chinese in a Chinese terminal', async () => {
      const ending = await start(checkout(), { CI: 'true', LC_ALL: 'zh_CN.UTF-8' });
      expect(ending.errors).toBe('没有桌面运行环境（Electron），改在浏览器中打开。\n');
    });

    it('says that nothing is built', async () => {
      expect(await start(checkout({ built: false }))).toMatchObject({
        code: 1,
        out: '',
        errors: 'Nothing is built yet. Run npm start: it builds first, then opens.\n',
      });
    });

    it('opens nothing when it is ended while the runtime is being fetched', async () => {
      const folder = checkout({ installer: 'setInterval(() => {}, 1000)' });
      const child = execFile(process.execPath, [join(folder, 'electron/start.ts')], {
        env: { ...process.env, CI: '', ELECTRON_OVERRIDE_DIST_PATH: '', LC_ALL: 'en' },
      });
      let out = '';
      child.stdout?.on('data', (piece: string) => {
        out += piece;
      });
      child.stderr?.on('data', () => child.kill('SIGTERM'));
      const code = await new Promise((resolveCode) => child.once('close', resolveCode));
      expect({ code, out }).toEqual({ code: 1, out: '' });
    });

    it('ends the runtime when it is ended itself, and opens nothing else', async () => {
      const runtime = await stubRuntime(
        'trap "echo ended; exit 143" TERM; echo up; while :; do sleep 0.05; done',
      );
      const child = execFile(process.execPath, [join(checkout(), 'electron/start.ts')], {
        env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime },
      });
      let out = '';
      child.stdout?.on('data', (piece: string) => {
        out += piece;
        if (piece.includes('up')) child.kill('SIGTERM');
      });
      const code = await new Promise((resolveCode) => child.once('close', resolveCode));
      expect({ code, out }).toEqual({ code: 143, out: 'up\nended\n' });
    });
  },
);
