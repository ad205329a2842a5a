import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from './vault/layout.ts';

/** What the program remembers of this machine: which vaults were opened. Nothing of what is in them. */
const homeFileSchema = z.object({
  recent: z.array(z.object({ folder: z.string(), name: z.string() })).max(20),
});
export type HomeFile = z.infer<typeof homeFileSchema>;

/** The program's own folder: MENGBU_HOME, else where the system keeps such things. */
export function homeFolder(): string {
  if (process.env.MENGBU_HOME) return process.env.MENGBU_HOME;
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'Mengbu');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Mengbu');
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'mengbu');
}

/** A damaged or missing file counts as empty: it only saves clicks. */
export function readHome(home: string): HomeFile {
  try {
    return homeFileSchema.parse(JSON.parse(readFileSync(join(home, 'home.json'), 'utf8')));
  } catch {
    return { recent: [] };
  }
}

export function rememberVault(home: string, folder: string, name: string): void {
  const others = readHome(home).recent.filter((vault) => vault.folder !== folder);
  writeHome(home, { recent: [{ folder, name }, ...others].slice(0, 10) });
}

export function forgetVault(home: string, folder: string): void {
  writeHome(home, { recent: readHome(home).recent.filter((vault) => vault.folder !== folder) });
}

function writeHome(home: string, file: HomeFile): void {
  mkdirSync(home, { recursive: true });
  replaceFile(join(home, 'home.json'), Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
}
