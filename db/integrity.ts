import type { Sqlite } from './cipher.ts';

/** What SQLite finds wrong with the pages of a file; empty when nothing is. A page that does not authenticate is found here. */
export function quickCheck(file: { sqlite: Sqlite }): string[] {
  try {
    const rows = file.sqlite.pragma('integrity_check(20)') as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
