import { LEVELS, type Level } from '#shared/confidentiality/levels.ts';
import { useProtectedScreen } from '../../../components/protectScreen.ts';
import type { RecordPages } from './useRecordPages.ts';

/** Titles of trade secrets are trade secrets: screen capture is shut out while rows of that level are on the page. */
export function useProtectedRows(pages: RecordPages, { first, last }: { first: number; last: number }): void {
  const levels = new Set<Level>();
  for (let index = first; index <= last && levels.size < LEVELS.length; index += 1) {
    const row = pages.rowAt(index);
    if (row !== undefined) levels.add(row.level);
  }
  useProtectedScreen(levels);
}
