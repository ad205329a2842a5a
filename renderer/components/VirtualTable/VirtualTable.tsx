// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go with scrolling and lie at computed places are no table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '../../translations.ts';
import { headWidth } from './columnWidth.ts';
import { HeaderCell } from './HeaderCell.tsx';
import { TableRow } from './TableRow.tsx';
import classes from './VirtualTable.module.css';

export type Column<Row> = {
  key: string;
  /** Shown as the head of the column. */
  label: string;
  /** CSS pixels at the least: where the table is wider, all columns grow by their share; the last alone where widths are set by hand. */
  width: number;
  /** What it takes of the whole, beside the widths of the others, before they grow; its width where not given. */
  share?: number;
  align?: 'start' | 'end';
  /** Given where the rows can be ordered by it. */
  sort?: { direction: 'asc' | 'desc' | null; onSort: () => void };
  cell: (row: Row) => ReactNode;
};

export type ListPointer = { index: number; shift: boolean; toggle: boolean };

/**
 * A table of any length: only rows in sight exist, rows that are not read yet are grey. It has one stop for the Tab
 * key; within it `onKeyDown` of the caller moves the focus row.
 *
 * @typeParam Row what a row shows
 */
export function VirtualTable<Row>({
  label,
  columns,
  count,
  rowAt,
  rowKey,
  rowHeight,
  focus,
  isSelected,
  onPoint,
  onOpen,
  onToggleAll,
  allSelected = false,
  onRange,
  onResize,
  onKeyDown,
}: {
  label: string;
  columns: readonly Column<Row>[];
  count: number;
  /** undefined while the row is not read yet. */
  rowAt: (index: number) => Row | undefined;
  rowKey: (row: Row) => string;
  /** CSS pixels. */
  rowHeight: number;
  focus: number;
  isSelected?: (row: Row) => boolean;
  onPoint?: (pointer: ListPointer) => void;
  onOpen?: (row: Row) => void;
  onToggleAll?: () => void;
  allSelected?: boolean;
  /** Tells which rows are in sight. */
  onRange?: (first: number, last: number) => void;
  onResize?: (key: string, width: number) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const t = useT();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: () => Math.max(0, focus * rowHeight - 200),
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of rows is what makes it measure
  useEffect(() => virtual.measure(), [rowHeight, virtual]);
  useEffect(() => {
    if (focus < count) virtual.scrollToIndex(focus, { align: 'auto' });
  }, [focus, count, virtual]);
  // Who sets a width by hand gets it; where none can, a head is not cut off.
  const leastOf = ({ label: head, width }: Column<Row>): number =>
    onResize === undefined ? Math.max(width, headWidth(head)) : width;
  const template = [
    isSelected === undefined ? '' : '40px',
    ...columns.map((column, index) => {
      const width = leastOf(column);
      if (onResize === undefined) return `minmax(${width}px, ${Math.max(width, column.share ?? 0)}fr)`;
      return index === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`;
    }),
  ].join(' ');
  const least = columns.reduce((sum, column) => sum + leastOf(column), isSelected === undefined ? 0 : 40);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-multiselectable={isSelected !== undefined}
      aria-activedescendant={items.some(({ index }) => index === focus) ? `${id}-${focus}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-list
    >
      <div
        className={classes.table}
        style={{ '--columns': template, '--row': `${rowHeight}px`, minWidth: least }}
      >
        <div className={classes.head} role="row" aria-rowindex={1}>
          {isSelected !== undefined && (
            <div className={classes.check} role="columnheader">
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={t.records.list.selectAll}
                checked={allSelected}
                onChange={() => onToggleAll?.()}
              />
            </div>
          )}
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} onResize={onResize} />
          ))}
        </div>
        <div className={classes.rows} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rowAt(index);
            return row === undefined ? (
              <div
                key={`at-${index}`}
                className={classes.empty}
                role="row"
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span role="gridcell" aria-label={t.actions.loading} className={classes.bone} />
              </div>
            ) : (
              <TableRow
                key={rowKey(row)}
                id={`${id}-${index}`}
                row={row as unknown}
                index={index}
                start={start}
                columns={columns as readonly Column<unknown>[]}
                focused={index === focus}
                selected={isSelected?.(row)}
                onPoint={onPoint}
                onOpen={onOpen as ((row: unknown) => void) | undefined}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
