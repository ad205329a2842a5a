import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

export const CLI = resolve(import.meta.dirname, '../../electron/cli.ts');

export type Ended = { code: number; out: string; err: string };

/** Runs the terminal door as a script would: arguments and input in, output and exit code out. */
export function mengbu(
  home: string,
  args: string[],
  input = '',
  env: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      {
        env: { ...process.env, MENGBU_HOME: home, LANG: 'C', LC_ALL: 'C', ...env },
        maxBuffer: 1 << 26,
      },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}
