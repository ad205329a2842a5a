import { readItem } from '#db/items/queries.ts';
import { changeImportRow, rowOfFile, rowsToSettle } from '#db/records/importRows.ts';
import type { ImportRowRow } from '#db/records/importsSchema.ts';
import { readFiles, readRecord } from '#db/records/queries.ts';
import { arrangeFiles, changeRecord } from '#db/records/writes.ts';
import { type WriteTx, write } from '#db/write.ts';
import type { Id } from '#shared/ids.ts';
import type { ImportPlan } from '#shared/records/importsContract.ts';
import { arrange, categoryOf } from './importsArrange.ts';
import type { ImportContext } from './importsContext.ts';
import type { Settled } from './importsGuard.ts';
import { insertOneRecord } from './importsRecords.ts';

/** A write of a record takes the service's thread for about a millisecond. */
const AT_ONCE = 12;

/** What an import that follows a 归档目录 leaves aside: a file no row claims, several do, or whose row does not come in. */
export function leftByCatalogue(
  { plan, tier, id }: Pick<ImportContext, 'plan' | 'tier' | 'id'>,
  path: string,
): Settled | null {
  if (plan.shape !== 'CATALOGUE') return null;
  const row = rowOfFile(tier, id, path);
  const left = (rule: string, params: Record<string, number> = {}): Settled => ({
    state: 'SKIPPED',
    problems: [{ rule, file: path, params }],
  });
  if (row === null) return left('CATALOGUE_FILE_UNCLAIMED');
  if (row === 'SEVERAL') return left('CATALOGUE_FILE_CLAIMED');
  return row.make === null ? left('CATALOGUE_ROW_LEFT', { row: row.row }) : null;
}

/** The plan of one row: what the catalogue says over what was asked for all. */
export function planOfRow(plan: ImportPlan, { make, title }: ImportRowRow): ImportPlan {
  if (make === null) throw new Error(`row ${title} makes nothing`);
  const { title: own, ...fields } = make.fields;
  const { level, term, projectId, peopleIds } = make;
  return { ...plan, title: own, fields: { ...plan.fields, ...fields }, level, term, projectId, peopleIds };
}

/**
 * When nothing more comes: rows without files get their records, those with several their order, and a row none of whose files was
 * taken is given up. In batches; stopped in between, the next run goes on where this one was.
 */
export async function settleRows(context: ImportContext): Promise<void> {
  const { tier, id, writer, plan, signal } = context;
  if (plan.shape !== 'CATALOGUE') return;
  for (;;) {
    const rows = rowsToSettle(tier, id, AT_ONCE);
    if (rows.length === 0 || signal.aborted) return;
    write(tier, writer, { verb: 'record.import' }, (tx) => {
      for (const row of rows) settleRow(tx, context, row);
    });
    await new Promise(setImmediate);
  }
}

export function hasRowsToSettle({ tier, id }: Pick<ImportContext, 'tier' | 'id'>): boolean {
  return rowsToSettle(tier, id, 1).length > 0;
}

function settleRow(tx: WriteTx, { id, plan }: ImportContext, row: ImportRowRow): void {
  const done = (recordId: Id) => changeImportRow(tx.tier, id, row.row, { state: 'DONE', recordId });
  if (row.recordId !== null) {
    if (row.files > 1) arrangeRow(tx, row.recordId, row);
    done(row.recordId);
  } else if (row.files === 0) done(insertOneRecord(tx, planOfRow(plan, row)));
  else
    changeImportRow(tx.tier, id, row.row, {
      state: 'LEFT',
      problems: [...row.problems, { rule: 'CATALOGUE_FILES_NOT_TAKEN' }],
    });
}

/** The first document of a row is its original (正本), the others are attached; pictures alone are pages. */
function arrangeRow(tx: WriteTx, recordId: Id, { make }: ImportRowRow): void {
  const record = readRecord(tx.tier, recordId);
  if (readItem(tx.tier, recordId)?.state !== 'ACTIVE' || record?.stage !== 'DRAFT') return;
  const files = readFiles(tx.tier, recordId);
  const arranged = arrange(files, 'ONE');
  arrangeFiles(tx, recordId, arranged);
  if ((make?.fields.category ?? '') !== '') return;
  const roles = new Map(arranged.map((file) => [file.id, file.role]));
  const filed = files.map((file) => ({ ...file, role: roles.get(file.id) ?? file.role }));
  changeRecord(tx, recordId, { category: categoryOf(filed, 'ONE') });
}
