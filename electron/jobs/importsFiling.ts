import type { LooseBlob } from '#db/files/store.ts';
import { readItem } from '#db/items/queries.ts';
import { changeImportRow, rowOfFile } from '#db/records/importRows.ts';
import { readImport } from '#db/records/importsQueries.ts';
import { changeEntry, changeImport, insertFiles } from '#db/records/importsWrites.ts';
import { readFiles } from '#db/records/queries.ts';
import { insertFile, nextPosition } from '#db/records/writes.ts';
import { type WriteTx, write } from '#db/write.ts';
import type { Id } from '#shared/ids.ts';
import type { EntryState } from '#shared/records/importsContract.ts';
import type { ImportContext } from './importsContext.ts';
import { duplicatesOf, type Found } from './importsDuplicates.ts';
import type { Settled } from './importsGuard.ts';
import { fileRow, insertOneRecord, insertRecordOf } from './importsRecords.ts';
import { leftByCatalogue, planOfRow } from './importsRows.ts';
import type { Taken } from './importsTake.ts';

/** Every change of a record writes its whole file list anew: beyond this one record is no unit of filing any more. */
export const MOST_FILES_OF_ONE = 2000;

export type Filed = { entry: Taken['entry']; state: EntryState; size: number };

/**
 * Files a batch in one write: rows, names of the bytes, journal and the entries' states stand or fall together, so that
 * after a crash an entry is DONE with its record or waits without one.
 */
export async function fileBatch(context: ImportContext, batch: readonly Taken[]): Promise<Filed[]> {
  const { vault, tier, writer, plan } = context;
  await vault.store.sync(tier.tier);
  const spare: LooseBlob[] = [];
  const inOrder = batch.toSorted((a, b) => a.entry.position - b.entry.position);
  const file =
    plan.shape === 'CATALOGUE'
      ? fileByRow
      : plan.shape === 'EACH' && plan.recordId === null
        ? fileEach
        : fileIntoOne;
  const { result } = write(tier, writer, { verb: 'record.import' }, (tx) =>
    file(tx, context, inOrder, spare),
  );
  // The batch is filed whatever becomes of these; what cannot be erased now is collected at the next unlock.
  await vault.store.forget(spare).catch(() => undefined);
  if (file === fileIntoOne) noteVersion(context);
  return result;
}

/** Keeps which version of the one record the import wrote last. Lost in a crash, it only makes an undo more careful. */
export function noteVersion({ tier, id }: ImportContext): void {
  const recordId = readImport(tier, id)?.recordId ?? null;
  const item = recordId === null ? null : readItem(tier, recordId);
  if (item) changeImport(tier, id, { recordVersion: item.version });
}

function fileOf({ entry, bytes: { sha256, size } }: Taken): Found {
  return { path: entry.path, sha256, size };
}

function fileEach(tx: WriteTx, context: ImportContext, batch: readonly Taken[], spare: LooseBlob[]): Filed[] {
  return batch.map((taken) => {
    const duplicate = duplicatesOf(context, fileOf(taken));
    if (duplicate) return settleInstead(tx, taken, duplicate, spare);
    const recordId = insertRecordOf(tx, context.plan, taken);
    const row = fileRow(tx, taken, { recordId, role: 'ORIGINAL', position: 0 }, spare);
    insertFile(tx, row);
    return settleDone(tx, taken, recordId, row.id);
  });
}

/** Each file goes to the record of its row of the catalogue; the first one makes it. */
function fileByRow(
  tx: WriteTx,
  context: ImportContext,
  batch: readonly Taken[],
  spare: LooseBlob[],
): Filed[] {
  const { id, plan } = context;
  return batch.map((taken) => {
    const left = leftByCatalogue(context, taken.entry.path) ?? duplicatesOf(context, fileOf(taken));
    if (left) return settleInstead(tx, taken, left, spare);
    const row = rowOfFile(tx.tier, id, taken.entry.path);
    if (row === null || row === 'SEVERAL') throw new Error(`${taken.entry.id} has no row`);
    if (row.recordId !== null && readItem(tx.tier, row.recordId)?.state !== 'ACTIVE')
      return settleInstead(tx, taken, gone(taken), spare);
    const recordId = row.recordId ?? insertRecordOf(tx, planOfRow(plan, row), taken);
    if (row.recordId === null) changeImportRow(tx.tier, id, row.row, { recordId });
    const role = row.files === 1 ? 'ORIGINAL' : taken.inspection.kind === 'image' ? 'PAGE' : 'ATTACHMENT';
    const file = fileRow(tx, taken, { recordId, role, position: nextPosition(tx, recordId) }, spare);
    insertFile(tx, file);
    return settleDone(tx, taken, recordId, file.id);
  });
}

function fileIntoOne(
  tx: WriteTx,
  context: ImportContext,
  batch: readonly Taken[],
  spare: LooseBlob[],
): Filed[] {
  const fresh: Taken[] = [];
  const settled: Filed[] = [];
  const seen = new Set<string>();
  for (const taken of batch) {
    const twice = seen.has(taken.bytes.sha256) && !context.plan.takeDuplicates && taken.bytes.size > 0;
    const duplicate = twice ? asDuplicate(taken) : duplicatesOf(context, fileOf(taken));
    seen.add(taken.bytes.sha256);
    if (duplicate) settled.push(settleInstead(tx, taken, duplicate, spare));
    else fresh.push(taken);
  }
  const recordId = fresh.length > 0 ? recordToFill(tx, context) : null;
  if (recordId === null)
    return [...settled, ...fresh.map((taken) => settleInstead(tx, taken, gone(taken), spare))];
  const room = MOST_FILES_OF_ONE - readFiles(tx.tier, recordId).length;
  const fitting = fresh.slice(0, Math.max(0, room));
  const first = nextPosition(tx, recordId);
  const rows = fitting.map((taken, index) => {
    const role = taken.inspection.kind === 'image' && context.plan.recordId === null ? 'PAGE' : 'ATTACHMENT';
    return fileRow(tx, taken, { recordId, role, position: first + index }, spare);
  });
  insertFiles(tx, rows);
  const done = fitting.map((taken, index) => settleDone(tx, taken, recordId, rows[index]?.id ?? null));
  const tooMany = fresh.slice(fitting.length).map((taken) => settleInstead(tx, taken, full(taken), spare));
  return [...settled, ...done, ...tooMany];
}

/** The record that takes all files; made with the first of them. Null when it is not in this tier any more. */
function recordToFill(tx: WriteTx, { id, plan }: ImportContext): Id | null {
  const known = readImport(tx.tier, id)?.recordId ?? null;
  if (known !== null) return readItem(tx.tier, known)?.state === 'ACTIVE' ? known : null;
  const made = insertOneRecord(tx, plan);
  changeImport(tx.tier, id, { recordId: made });
  return made;
}

function settleDone(tx: WriteTx, { entry, bytes }: Taken, recordId: Id, fileId: Id | null): Filed {
  const { sha256, size } = bytes;
  changeEntry(tx.tier, entry.id, {
    state: 'DONE',
    problems: [],
    sha256,
    size,
    recordId,
    fileId,
    quotable: false,
  });
  return { entry, state: 'DONE', size };
}

function settleInstead(tx: WriteTx, { entry, loose }: Taken, settled: Settled, spare: LooseBlob[]): Filed {
  spare.push(...loose);
  const { state, problems, sha256 = null } = settled;
  changeEntry(tx.tier, entry.id, { state, problems, sha256 });
  return { entry, state, size: entry.size };
}

function asDuplicate({ bytes }: Taken): Settled {
  return { state: 'DUPLICATE', problems: [], sha256: bytes.sha256 };
}

function gone({ entry }: Taken): Settled {
  return { state: 'FAILED', problems: [{ rule: 'IMPORT_RECORD_GONE', file: entry.path }] };
}

function full({ entry }: Taken): Settled {
  const problem = { rule: 'IMPORT_RECORD_FULL', file: entry.path, params: { max: MOST_FILES_OF_ONE } };
  return { state: 'FAILED', problems: [problem] };
}
