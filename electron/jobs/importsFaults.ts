import { StoreError } from '#db/files/store.ts';
import type { Problem } from '#shared/errors.ts';

/** The import was told to stop while this was under way: nothing became of it, it waits. */
export class StoppedError extends Error {}

/** The file changed between being looked at and being stored: what was looked at is not what is here. */
export class FileChangedError extends Error {}

/** The places of an import are not there any more (a stick pulled, a share gone). */
export class PlaceGoneError extends Error {}

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);

/**
 * Why the vault itself takes nothing more; null when the fault lies with the one file. Then the import stands still
 * instead of failing file by file.
 */
export function vaultFault(error: unknown): Problem | null {
  const code = codeOf(error);
  if (FULL.has(code)) return { rule: 'DISK_FULL' };
  if (error instanceof PlaceGoneError) return { rule: 'IMPORT_SOURCE_UNREACHABLE' };
  if (code.startsWith('SQLITE_')) return { rule: 'STORE_FAILED', params: { code } };
  return null;
}

/** Codes with which a file or its whole medium is simply not there. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'EIO', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN'].includes(
    codeOf(error),
  );
}

export function isGone(code: string): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** What is said about a file the system does not open. */
export function systemProblem(code: string, path: string): Problem {
  return isGone(code)
    ? { rule: 'FILE_GONE', file: path }
    : { rule: 'FILE_UNREADABLE', file: path, params: { code } };
}

/** What is said about a file that could not be read. */
export function fileProblem(error: unknown, path: string): Problem {
  if (error instanceof FileChangedError) return { rule: 'FILE_CHANGED_WHILE_READ', file: path };
  const code = codeOf(error);
  if (isSystemCode(code)) return systemProblem(code, path);
  const detail = error instanceof Error ? error.message : String(error);
  return { rule: 'FILE_NOT_TAKEN', file: path, params: { detail } };
}

/** The system's or SQLite's code; '' where there is none. */
export function codeOf(error: unknown): string {
  if (error instanceof StoreError) return error.code;
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isSystemCode(code: string): boolean {
  return /^E[A-Z0-9]+$/.test(code);
}
