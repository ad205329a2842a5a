import { readItem } from '#db/items/queries.ts';
import { type EntryCount, filedEntries, readImport } from '#db/records/importsQueries.ts';
import { type FileWithBytes, readFiles, readRecord } from '#db/records/queries.ts';
import { arrangeFiles, changeRecord, type RecordChanges } from '#db/records/writes.ts';
import { write } from '#db/write.ts';
import { canonicalJson } from '#shared/canonical.ts';
import type { Id } from '#shared/ids.ts';
import { yearOfDate } from '#shared/records/recordFields.ts';
import { type ArrangedFile, arrange, arrangeBehind, categoryOf, dayTaken } from './importsArrange.ts';
import type { ImportContext } from './importsContext.ts';
import { noteVersion } from './importsFiling.ts';

/** When nothing more comes: gives the one record its order and what its files say together. */
export function arrangeRecord(context: ImportContext): void {
  const { tier, id, plan, writer } = context;
  const recordId = readImport(tier, id)?.recordId ?? null;
  if (recordId === null || readItem(tier, recordId)?.state !== 'ACTIVE') return;
  const files = readFiles(tier, recordId);
  const ours = filesOfImport(context);
  const present = files.filter((file) => !ours.has(file.id));
  const added = files.filter((file) => ours.has(file.id));
  const isDraft = readRecord(tier, recordId)?.stage === 'DRAFT';
  const arranged =
    present.length === 0 && isDraft ? arrange(added, plan.shape) : arrangeBehind(present, added);
  const changes = plan.recordId === null ? derivedFields(context, recordId, files, arranged) : {};
  if (isAsArranged(files, arranged) && Object.keys(changes).length === 0) return;
  write(tier, writer, { verb: 'record.import' }, (tx) => {
    if (!isAsArranged(files, arranged)) arrangeFiles(tx, recordId, arranged);
    changeRecord(tx, recordId, changes);
  });
  noteVersion(context);
}

/** One entry of the journal for the whole import: what was asked and what came of it, without names. */
export function journalImport(
  { tier, id, plan, writer }: ImportContext,
  counts: readonly EntryCount[],
): void {
  const numbers = Object.fromEntries(counts.map(({ state, count }) => [state, count]));
  const about = canonicalJson({ import: id, shape: plan.shape, level: plan.level, counts: numbers });
  write(tier, writer, { verb: 'record.import', about }, () => undefined);
}

/** What nobody wrote and the files tell: the category, and for a group of photos the first day of taking. */
function derivedFields(
  { tier, plan }: ImportContext,
  recordId: Id,
  files: readonly FileWithBytes[],
  arranged: readonly ArrangedFile[],
): RecordChanges {
  const record = readRecord(tier, recordId);
  if (record?.stage !== 'DRAFT') return {};
  const roles = new Map(arranged.map((file) => [file.id, file.role]));
  const filed = files.map((file) => ({ ...file, role: roles.get(file.id) ?? file.role }));
  const days = files.flatMap(({ takenAt }) => dayTaken(takenAt) ?? []).sort();
  const firstDay = plan.shape === 'GROUP' && record.docDate === null ? days[0] : undefined;
  return {
    ...(record.category === '' ? { category: categoryOf(filed, plan.shape) } : {}),
    ...(firstDay ? { docDate: firstDay } : {}),
    ...(firstDay && record.year === null ? { year: yearOfDate(firstDay) } : {}),
  };
}

function filesOfImport({ tier, id }: ImportContext): Set<Id> {
  return new Set(filedEntries(tier, id, -1, Number.MAX_SAFE_INTEGER).map(({ fileId }) => fileId));
}

function isAsArranged(files: readonly FileWithBytes[], arranged: readonly ArrangedFile[]): boolean {
  return arranged.every((file, index) => {
    const present = files[index];
    return present?.id === file.id && present.role === file.role && present.position === index;
  });
}
