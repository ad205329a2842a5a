import type { CalendarDate } from '#shared/dates.ts';
import type { Id } from '#shared/ids.ts';
import { type Category, categoryForFile } from '#shared/records/category.ts';
import type { FileKind, FileRole } from '#shared/records/file.ts';
import { compareSortKeys, nameSortKey } from '#shared/records/fileNames.ts';
import type { ImportShape } from '#shared/records/importsContract.ts';
import { partialDateSchema } from '#shared/records/recordFields.ts';

export type ArrangedFile = { id: Id; name: string; role: FileRole };
export type FiledFile = ArrangedFile & { kind: FileKind; takenAt: string | null };

/**
 * Order and roles of the files of one record once all are there.
 * - GROUP: pictures are the pages (the 件 of the 组), by the time of taking and then by name; other files are attached.
 * - ONE: the first PDF, else the first file that is no picture, is the original (正本) and all others are attached;
 *   of pictures alone each is a page. By name in natural order.
 */
export function arrange(files: readonly FiledFile[], shape: ImportShape): ArrangedFile[] {
  const byName = sortedBy(files, (file) => nameSortKey(file.name));
  if (shape === 'GROUP') {
    const pages = byName.filter(isPicture);
    const others = byName.filter((file) => !isPicture(file));
    return [...withRole(byTime(pages), 'PAGE'), ...withRole(others, 'ATTACHMENT')];
  }
  const original = byName.find(({ kind }) => kind === 'pdf') ?? byName.find((file) => !isPicture(file));
  if (!original) return withRole(byName, 'PAGE');
  const rest = byName.filter((file) => file !== original);
  return [...withRole([original], 'ORIGINAL'), ...withRole(rest, 'ATTACHMENT')];
}

/** Files that come to a record that has some already are attached behind them, by name. */
export function arrangeBehind(present: readonly ArrangedFile[], added: readonly FiledFile[]): ArrangedFile[] {
  return [
    ...present,
    ...withRole(
      sortedBy(added, (file) => nameSortKey(file.name)),
      'ATTACHMENT',
    ),
  ];
}

/** The category that files of one record suggest: pictures alone are pages of a document, or a group of photos. */
export function categoryOf(files: readonly FiledFile[], shape: ImportShape): Category {
  if (shape === 'GROUP') return 'ZP';
  const original = files.find(({ role }) => role === 'ORIGINAL');
  return original ? categoryForFile(original.kind) : 'WS';
}

/** The day on which the camera's clock says the picture was taken; null where it says nothing that can be a date. */
export function dayTaken(takenAt: string | null): CalendarDate | null {
  const day = partialDateSchema.safeParse(takenAt?.slice(0, 10));
  return day.success ? day.data : null;
}

function byTime(files: readonly FiledFile[]): FiledFile[] {
  return files.toSorted((a, b) => {
    if (a.takenAt === null || b.takenAt === null)
      return Number(a.takenAt === null) - Number(b.takenAt === null);
    return compareSortKeys(a.takenAt, b.takenAt);
  });
}

function sortedBy<T>(files: readonly T[], keyOf: (file: T) => string): T[] {
  return files
    .map((file) => ({ file, key: keyOf(file) }))
    .sort((a, b) => compareSortKeys(a.key, b.key))
    .map(({ file }) => file);
}

function withRole(files: readonly ArrangedFile[], role: FileRole): ArrangedFile[] {
  return files.map(({ id, name }) => ({ id, name, role }));
}

function isPicture({ kind }: FiledFile): boolean {
  return kind === 'image';
}
