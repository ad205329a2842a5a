import { readItem, setRemoved } from '#db/items/queries.ts';
import type { TierFile } from '#db/open.ts';
import { changeImportRow, rowsWithRecord } from '#db/records/importRows.ts';
import { type FiledEntry, filedEntries, wasChangedByOthers } from '#db/records/importsQueries.ts';
import type { ImportRow } from '#db/records/importsSchema.ts';
import { changeEntry } from '#db/records/importsWrites.ts';
import { removeFile } from '#db/records/writes.ts';
import { type Writer, type WriteTx, write } from '#db/write.ts';
import type { Id } from '#shared/ids.ts';

const AT_ONCE = 12;
const ENTRIES_READ = 500;
const VERB = 'record.import.undo';

/**
 * Takes an import back: what nobody has changed since is removed, what somebody has stays. In batches, each whole in
 * itself; after a crash the same call goes on where it stopped.
 */
export async function undoImport(
  tier: TierFile,
  writer: Writer,
  row: ImportRow,
): Promise<{ removed: number; kept: number }> {
  const byRecord = Map.groupBy(allFiled(tier, row.id), ({ recordId }) => recordId);
  const rows = new Map(rowsWithRecord(tier, row.id).map((each) => [each.recordId ?? '', each.row]));
  for (const recordId of rows.keys()) if (!byRecord.has(recordId)) byRecord.set(recordId, []);
  const untouched = [...byRecord].filter(([recordId]) => isUntouched(tier, row, recordId));
  for (let at = 0; at < untouched.length; at += AT_ONCE) {
    const batch = untouched.slice(at, at + AT_ONCE);
    write(tier, writer, { verb: VERB }, (tx) => {
      for (const [recordId, entries] of batch) {
        takeBack(tx, row, recordId, entries);
        const catalogued = rows.get(recordId);
        if (catalogued !== undefined)
          changeImportRow(tx.tier, row.id, catalogued, {
            state: 'LEFT',
            problems: [{ rule: 'CATALOGUE_ROW_UNDONE' }],
            recordId: null,
          });
      }
    });
    await new Promise(setImmediate);
  }
  return { removed: untouched.length, kept: byRecord.size - untouched.length };
}

/** Of a record that was there before only the files that came are taken out again. */
function takeBack(tx: WriteTx, row: ImportRow, recordId: Id, entries: readonly FiledEntry[]): void {
  if (row.plan.recordId === null) setRemoved(tx, recordId, true);
  else for (const { fileId } of entries) removeFile(tx, recordId, fileId);
  for (const { id, name } of entries) {
    changeEntry(tx.tier, id, {
      state: 'SKIPPED',
      problems: [{ rule: 'IMPORT_UNDONE', file: name }],
      recordId: null,
      fileId: null,
    });
  }
}

/**
 * It is still there in the version the import wrote last: the first one where each file has its record. Of one record for
 * all files nobody may have changed anything in between either, unless only the files are taken out again.
 */
function isUntouched(tier: TierFile, { plan, recordVersion }: ImportRow, recordId: Id): boolean {
  const item = readItem(tier, recordId);
  if (item?.state !== 'ACTIVE') return false;
  if (plan.recordId !== null) return item.version === recordVersion;
  if (plan.shape === 'EACH') return item.version === 1;
  // Its files may have come one after the other, each with a version of its own.
  if (plan.shape === 'CATALOGUE') return !wasChangedByOthers(tier, recordId);
  return item.version === recordVersion && !wasChangedByOthers(tier, recordId);
}

function* allFiled(tier: TierFile, importId: Id): Generator<FiledEntry> {
  for (let after = -1; ; ) {
    const some = filedEntries(tier, importId, after, ENTRIES_READ);
    yield* some;
    const last = some.at(-1);
    if (!last) return;
    after = last.position;
  }
}
