import type { ImportEntryRow } from '#db/records/importsSchema.ts';
import { changeEntry } from '#db/records/importsWrites.ts';
import { write } from '#db/write.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { conflict } from '../api/errors.ts';
import type { Found, Runs } from './importsRuns.ts';

/**
 * A person declares that the mark of a held file is only quoted. Nothing of the file was kept: a place is read again, an upload
 * has to be sent again. What may never be held is refused also then.
 * @throws CONFLICT for an entry that is not held, or by a rule that no declaration overrides
 */
export async function declareQuoted(
  runs: Runs,
  found: Found,
  entry: ImportEntryRow,
  declaration: string,
): Promise<void> {
  if (entry.state !== 'HELD' || !entry.quotable) throw conflict({ rule: 'IMPORT_ENTRY_NOT_QUOTABLE' });
  journal(found, entry, declaration);
  const { row } = found;
  const run = runs.of(row.id);
  run?.tally.remove('HELD', entry.size);
  run?.tally.add('WAITING', entry.size);
  if (row.source === 'UPLOADS') {
    if (!run) runs.rest(found, []);
  } else if (run) {
    run.wake();
    await run.settled(entry.id);
  } else {
    const declared: ImportEntryRow = { ...entry, state: 'WAITING', declared: true };
    await runs.start(found, { only: { entry: declared, endAs: row.state } }).ended;
  }
}

/** With the words of the declaration; what the file is called and holds is not journalled. */
function journal({ vault, tier, row }: Found, entry: ImportEntryRow, declaration: string): void {
  const about = canonicalJson({
    import: row.id,
    entry: entry.id,
    rules: entry.problems.map(({ rule }) => rule),
  });
  write(tier, vault.writer, { verb: 'record.import.quoted', reason: declaration, about }, (tx) =>
    changeEntry(tx.tier, entry.id, { state: 'WAITING', declared: true, problems: [], quotable: false }),
  );
}
