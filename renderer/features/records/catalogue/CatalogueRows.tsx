import { SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import {
  CATALOGUE_STATUSES,
  type CataloguePreview,
  type CatalogueRow,
  type CatalogueStatus,
} from '#shared/records/catalogueContract.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { type Column, VirtualTable } from '../../../components/VirtualTable/VirtualTable.tsx';
import { counted } from '../../../formats.ts';
import { isComposing } from '../../../keyboard.ts';
import { useT } from '../../../translations.ts';
import classes from './CatalogueDialog.module.css';

/** Row by row what would become a record and with which files, and what would not, and why. */
export function CatalogueRows({ preview }: { preview: CataloguePreview }) {
  const t = useT();
  const words = t.catalogues;
  const [shown, setShown] = useState<CatalogueStatus | 'ALL'>('ALL');
  const [focus, setFocus] = useState(0);
  const rows = shown === 'ALL' ? preview.rows : preview.rows.filter(({ status }) => status === shown);
  const present = CATALOGUE_STATUSES.filter((status) => preview.counts[status] > 0);
  const at = Math.min(focus, Math.max(0, rows.length - 1));

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    setFocus(Math.max(0, Math.min(rows.length - 1, to)));
    event.preventDefault();
  }
  const remarks = ({ problems, existing }: CatalogueRow) => [
    ...problems.map((problem) => problemText(t, problem)),
    ...(existing ? [words.existing(existing.title)] : []),
  ];
  const columns: Column<CatalogueRow>[] = [
    { key: 'row', label: words.rowColumns.row, width: 48, align: 'end', cell: ({ row }) => row },
    {
      key: 'title',
      label: words.rowColumns.title,
      width: 200,
      cell: ({ title }) => <span title={title}>{title}</span>,
    },
    {
      key: 'status',
      label: words.rowColumns.status,
      width: 84,
      cell: ({ status }) => (
        <span className={classes.status} data-status={status}>
          {words.statuses[status]}
        </span>
      ),
    },
    {
      key: 'files',
      label: words.rowColumns.files,
      width: 150,
      cell: ({ files }) => <span title={files.join('\n')}>{filesText(files)}</span>,
    },
    { key: 'level', label: t.levels.level, width: 92, cell: ({ level }) => <LevelMark level={level} /> },
    {
      key: 'problems',
      label: words.rowColumns.problems,
      width: 240,
      cell: (row) => <span title={remarks(row).join('\n')}>{remarks(row).join(' ')}</span>,
    },
  ];
  return (
    <div className={classes.preview}>
      {preview.counts.NEW + preview.counts.BARE === 0 && <p>{words.nothing}</p>}
      {preview.files.all > 0 && (
        <p>{words.summary(counted(preview.files.all), counted(preview.files.matched))}</p>
      )}
      {preview.unknownColumns.length > 0 && (
        <p className={classes.quiet}>
          {t.tables.unknownColumns(preview.unknownColumns.join(t.formats.list))}
        </p>
      )}
      <SegmentedControl
        aria-label={words.rowColumns.status}
        size="xs"
        data={[
          { value: 'ALL', label: t.tables.count(t.tables.all, counted(preview.rows.length)) },
          ...present.map((status) => ({
            value: status,
            label: t.tables.count(words.statuses[status], counted(preview.counts[status])),
          })),
        ]}
        value={shown}
        onChange={(next) => setShown(CATALOGUE_STATUSES.find((status) => status === next) ?? 'ALL')}
      />
      <div className={classes.rows}>
        <VirtualTable
          label={words.steps.check}
          columns={columns}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={({ row }) => String(row)}
          rowHeight={32}
          focus={at}
          onPoint={({ index }) => setFocus(index)}
          onKeyDown={onKey}
        />
      </div>
    </div>
  );

  /** The first by name; how many more. */
  function filesText(files: readonly string[]): string {
    const first = files[0]?.split('/').at(-1) ?? '';
    return files.length > 1 ? `${first} +${files.length - 1}` : first;
  }
}
