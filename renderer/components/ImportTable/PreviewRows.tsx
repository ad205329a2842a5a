import { SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { counted } from '../../formats.ts';
import { isComposing } from '../../keyboard.ts';
import { useT } from '../../translations.ts';
import { type Column, VirtualTable } from '../VirtualTable/VirtualTable.tsx';
import classes from './PreviewRows.module.css';

type Row<Status> = { row: number; title: string; status: Status };

/** Row by row what a table would bring in and what not: all of them, or those of one result. */
export function PreviewRows<Status extends string, Shown extends Row<Status>>({
  label,
  rows,
  counts,
  statuses,
  names,
  labels,
  columns,
  unknownColumns,
  children,
}: {
  label: string;
  rows: readonly Shown[];
  counts: Record<Status, number>;
  /** In the order in which they are offered. */
  statuses: readonly Status[];
  names: Record<Status, string>;
  labels: { row: string; title: string; status: string };
  /** Behind number, title and result. */
  columns: readonly Column<Shown>[];
  unknownColumns: readonly string[];
  /** What is to be said of all of them. */
  children?: ReactNode;
}) {
  const t = useT();
  const [only, setOnly] = useState<Status | 'ALL'>('ALL');
  const [focus, setFocus] = useState(0);
  const shown = only === 'ALL' ? rows : rows.filter(({ status }) => status === only);
  const present = statuses.filter((status) => counts[status] > 0);
  const at = Math.min(focus, Math.max(0, shown.length - 1));

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined) return;
    setFocus(Math.max(0, Math.min(shown.length - 1, to)));
    event.preventDefault();
  }
  const first: Column<Shown>[] = [
    { key: 'row', label: labels.row, width: 68, align: 'end', cell: ({ row }) => row },
    {
      key: 'title',
      label: labels.title,
      width: 190,
      cell: ({ title }) => <span title={title}>{title}</span>,
    },
    {
      key: 'status',
      label: labels.status,
      width: 92,
      cell: ({ status }) => (
        <span className={classes.status} data-status={status}>
          {names[status]}
        </span>
      ),
    },
  ];
  return (
    <div className={classes.preview}>
      {children}
      {unknownColumns.length > 0 && (
        <p className={classes.quiet}>{t.tables.unknownColumns(unknownColumns.join(t.formats.list))}</p>
      )}
      <SegmentedControl
        aria-label={labels.status}
        size="xs"
        data={[
          { value: 'ALL', label: t.tables.count(t.tables.all, counted(rows.length)) },
          ...present.map((status) => ({
            value: status,
            label: t.tables.count(names[status], counted(counts[status])),
          })),
        ]}
        value={only}
        onChange={(next) => {
          setOnly(statuses.find((status) => status === next) ?? 'ALL');
          setFocus(0);
        }}
      />
      <div className={classes.rows}>
        <VirtualTable
          label={label}
          columns={[...first, ...columns]}
          count={shown.length}
          rowAt={(index) => shown[index]}
          rowKey={({ row }) => String(row)}
          rowHeight={32}
          focus={at}
          onPoint={({ index }) => setFocus(index)}
          onKeyDown={onKey}
        />
      </div>
    </div>
  );
}
