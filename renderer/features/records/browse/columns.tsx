import type { RecordRow } from '#shared/records/contract.ts';
import type { RecordOrder } from '#shared/records/query.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { FileThumb } from '../../../components/FileThumb/FileThumb.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import type { Column } from '../../../components/VirtualTable/VirtualTable.tsx';
import { dayText, fileSize } from '../../../formats.ts';
import { nameOf } from '../names.ts';
import classes from './columns.module.css';
import type { ArchiveView } from './views.ts';

export const COLUMN_KEYS = [
  'title',
  'level',
  'stage',
  'refCode',
  'docDate',
  'year',
  'responsible',
  'category',
  'retention',
  'fileCount',
  'bytes',
  'updated',
  'created',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

const WIDTHS: Record<ColumnKey, number> = {
  title: 320,
  level: 108,
  stage: 80,
  refCode: 216,
  docDate: 108,
  year: 64,
  responsible: 160,
  category: 88,
  retention: 84,
  fileCount: 64,
  bytes: 88,
  updated: 136,
  created: 136,
};

const ORDER_OF: Partial<Record<ColumnKey, RecordOrder>> = {
  title: 'title',
  refCode: 'refCode',
  docDate: 'date',
  updated: 'updated',
  created: 'created',
};

/** The columns a person chose, in the order of the table, with their widths and how the list is sorted. */
export function recordColumns(
  t: Catalogue,
  {
    chosen,
    widths,
    view,
    onSort,
  }: {
    chosen: readonly string[];
    widths: Readonly<Record<string, number>>;
    view: Pick<ArchiveView, 'order' | 'direction'>;
    onSort: (order: RecordOrder) => void;
  },
): Column<RecordRow>[] {
  return COLUMN_KEYS.filter((key) => key === 'title' || chosen.includes(key)).map((key) => {
    const order = ORDER_OF[key];
    return {
      key,
      label: t.records.fields[key],
      width: widths[key] ?? WIDTHS[key],
      align: key === 'fileCount' || key === 'bytes' ? 'end' : 'start',
      cell: (row) => cellOf(t, key, row),
      ...(order === undefined
        ? {}
        : { sort: { direction: view.order === order ? view.direction : null, onSort: () => onSort(order) } }),
    };
  });
}

function cellOf(t: Catalogue, key: ColumnKey, row: RecordRow) {
  switch (key) {
    case 'title':
      return (
        <span className={classes.title}>
          <span className={classes.thumb}>
            <FileThumb
              file={{ kind: row.coverKind ?? 'other', thumbnail: row.cover?.address ?? null }}
              fill="cover"
            />
          </span>
          <span className={classes.words}>{row.title === '' ? t.records.untitled : row.title}</span>
        </span>
      );
    case 'level':
      return <LevelMark level={row.level} />;
    case 'stage':
      return (
        <span className={classes.stage} data-stage={row.stage}>
          {t.records.stages[row.stage]}
        </span>
      );
    case 'category':
      return nameOf(t.records.categories, row.category);
    case 'retention':
      return nameOf(t.records.retentions, row.retention);
    case 'bytes':
      return row.fileCount === 0 ? '' : fileSize(row.bytes);
    case 'updated':
      return dayText(row.updatedAt);
    case 'created':
      return dayText(row.createdAt);
    case 'fileCount':
      return row.fileCount === 0 ? '' : String(row.fileCount);
    case 'year':
      return row.year === null ? '' : String(row.year);
    default:
      return row[key] ?? '';
  }
}
