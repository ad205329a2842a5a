import { SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { TablePreview, TableRow } from '#shared/sheets/tablesContract.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { counted } from '../../formats.ts';
import { isComposing } from '../../keyboard.ts';
import { useT } from '../../translations.ts';
import { type Column, VirtualTable } from '../VirtualTable/VirtualTable.tsx';
import classes from './ImportTable.module.css';

const STATUSES = ['NEW', 'BAD', 'EXISTS', 'TWICE'] as const;

/** Row by row what would come in and what would not, and why. */
export function TablePreviewRows({ preview }: { preview: TablePreview }) {
  const t = useT();
  const words = t.tables;
  const [shown, setShown] = useState<TableRow['status'] | 'ALL'>('ALL');
  const [focus, setFocus] = useState(0);
  const rows = shown === 'ALL' ? preview.rows : preview.rows.filter(({ status }) => status === shown);
  const present = STATUSES.filter((status) => preview.counts[status] > 0);
  const at = Math.min(focus, Math.max(0, rows.length - 1));

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    setFocus(Math.max(0, Math.min(rows.length - 1, to)));
    event.preventDefault();
  }
  const columns: Column<TableRow>[] = [
    { key: 'row', label: words.columns.row, width: 56, align: 'end', cell: ({ row }) => row },
    { key: 'title', label: words.columns.title, width: 180, cell: ({ title }) => title },
    {
      key: 'status',
      label: words.columns.status,
      width: 96,
      cell: ({ status }) => (
        <span className={classes.status} data-status={status}>
          {words.statuses[status]}
        </span>
      ),
    },
    {
      key: 'problems',
      label: words.columns.problems,
      width: 320,
      cell: ({ problems, detail }) =>
        problems.length === 0 ? (
          <span className={classes.quiet}>{detail in t.members.roles ? '' : detail}</span>
        ) : (
          <span title={problems.map((problem) => problemText(t, problem)).join('\n')}>
            {problems.map((problem) => problemText(t, problem)).join(' ')}
          </span>
        ),
    },
  ];
  return (
    <section aria-label={words.columns.status} className={classes.preview}>
      {preview.counts.NEW === 0 && <p>{words.nothing}</p>}
      {preview.unknownColumns.length > 0 && (
        <p className={classes.quiet}>{words.unknownColumns(preview.unknownColumns.join(t.formats.list))}</p>
      )}
      <SegmentedControl
        aria-label={words.columns.status}
        size="xs"
        data={[
          { value: 'ALL', label: words.count(words.all, counted(preview.rows.length)) },
          ...present.map((status) => ({
            value: status,
            label: words.count(words.statuses[status], counted(preview.counts[status])),
          })),
        ]}
        value={shown}
        onChange={(next) => setShown(STATUSES.find((status) => status === next) ?? 'ALL')}
      />
      <div className={classes.rows}>
        <VirtualTable
          label={words.columns.status}
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
    </section>
  );
}
