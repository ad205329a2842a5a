import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SaveOutcome } from '#shared/desktopBridge.ts';
import type { OpenFile } from './fileStream.ts';

/** Writes the file to the path, whole or not at all: what stood there before stays until the last byte is on the disk. */
export async function saveFile(file: OpenFile, path: string): Promise<SaveOutcome> {
  const unfinished = join(dirname(path), `.mengbu-${randomBytes(6).toString('hex')}.part`);
  try {
    await write(file, unfinished);
    await rename(unfinished, path);
    return { kind: 'saved' };
  } catch (error) {
    file.close();
    await rm(unfinished, { force: true }).catch(() => {});
    return { kind: 'failed', problem: { rule: ruleOf(error), file: basename(path) } };
  }
}

async function write(file: OpenFile, path: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    for await (const piece of file.bytes({ start: 0, end: file.head.size })) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ruleOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'SAVE_NO_ROOM';
  if (code === undefined) return 'SAVE_INTERRUPTED';
  return 'SAVE_NOT_WRITABLE';
}
