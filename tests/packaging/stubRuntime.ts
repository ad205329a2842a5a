import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/** What @electron/fuses looks for in a runtime: its sentinel, the version of the wire, its length, every fuse as shipped. */
const FUSE_WIRE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009000000000';

/**
 * A folder laid out like the Electron runtime of Linux, without being one: a shell script in place of the program.
 * Good for packaging and for starting; what the script does is `body`.
 */
export async function stubRuntime(body = 'exit 0'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mengbu-runtime-'));
  mkdirSync(join(folder, 'locales'));
  mkdirSync(join(folder, 'resources'));
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'locales/zh-CN.pak',
    'locales/en-US.pak',
    'locales/de.pak',
  ]) {
    writeFileSync(join(folder, name), '');
  }
  writeFileSync(join(folder, 'version'), electronVersion());
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\n${body}\n# ${FUSE_WIRE}\n`, 'latin1');
  chmodSync(join(folder, 'electron'), 0o755);
  const empty = mkdtempSync(join(tmpdir(), 'mengbu-empty-'));
  writeFileSync(join(empty, 'package.json'), '{}');
  await createPackage(empty, join(folder, 'resources', 'default_app.asar'));
  return folder;
}

function electronVersion(): string {
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8'));
  return version;
}
