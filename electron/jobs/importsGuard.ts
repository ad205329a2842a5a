import type { ImportEntryRow } from '#db/records/importsSchema.ts';
import type { Problem } from '#shared/errors.ts';
import { guardImport } from '#shared/records/importGuard.ts';
import type { Inspection } from '../files/inspection.ts';
import { foldersOf, nameOf } from './importsPaths.ts';

/** What became of a file that was not filed. */
export type Settled = {
  state: 'DUPLICATE' | 'HELD' | 'REFUSED' | 'FAILED' | 'SKIPPED';
  problems: Problem[];
  quotable?: boolean;
  sha256?: string;
};

/**
 * Whether the import guard stops a file, by its name (`inspection` null) or by what it holds; null when it does not.
 * What is HELD may be filed by declaration when its mark is only quoted; what is REFUSED never.
 */
export function stoppedByGuard(
  { path, declared }: Pick<ImportEntryRow, 'path' | 'declared'>,
  inspection: Pick<Inspection, 'guardedFormat' | 'firstPageText'> | null,
): Settled | null {
  const verdict = guardImport({
    name: nameOf(path),
    folders: foldersOf(path),
    guardedFormat: inspection?.guardedFormat ?? null,
    firstPageText: inspection?.firstPageText ?? null,
  });
  if (verdict.verdict === 'pass' || (verdict.quotable && declared)) return null;
  const { rule, where, quotable } = verdict;
  return {
    state: quotable ? 'HELD' : 'REFUSED',
    problems: [{ rule, file: path, params: { where } }],
    quotable,
  };
}

/** Files that systems and programs leave about: no document of anybody's. */
export function isSystemFile(name: string): boolean {
  const lower = name.toLowerCase();
  return SYSTEM_FILES.has(lower) || lower.startsWith('~$') || name.startsWith('._') || /^icon\r$/i.test(name);
}

const SYSTEM_FILES: ReadonlySet<string> = new Set(['.ds_store', 'thumbs.db', 'ehthumbs.db', 'desktop.ini']);
