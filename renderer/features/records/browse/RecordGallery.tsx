// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go with scrolling and lie at computed places are no table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { RecordRow } from '#shared/records/contract.ts';
import type { ListPointer } from '../../../components/VirtualTable/VirtualTable.tsx';
import { useT } from '../../../translations.ts';
import { RecordCard } from './RecordCard.tsx';
import classes from './RecordGallery.module.css';

const GAP = 16;
/** Beside the first and the last cell, the scrollbar's room included. */
const SIDE = 20;
const CAPTION = 66;
/** Width of a cell that is aimed at; cells share what is left over or missing. */
const CELL = { compact: 136, normal: 196 };

/** Records as pictures, in rows of equal cells; only rows in sight exist. */
export function RecordGallery({
  label,
  count,
  density,
  rowAt,
  focus,
  isSelected,
  onPoint,
  onOpen,
  onRange,
  onColumns,
  onKeyDown,
}: {
  label: string;
  count: number;
  density: 'compact' | 'normal';
  rowAt: (index: number) => RecordRow | undefined;
  focus: number;
  isSelected: (row: RecordRow) => boolean;
  onPoint: (pointer: ListPointer) => void;
  onOpen: (row: RecordRow) => void;
  /** Tells which records are in sight. */
  onRange: (first: number, last: number) => void;
  /** Tells how many stand side by side and how many fill the screen. */
  onColumns: (columns: number, page: number) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const t = useT();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measure, width, height } = useElementSize<HTMLDivElement>();
  const room = Math.max(CELL[density], width - 2 * SIDE);
  const columns = Math.max(1, Math.round((room + GAP) / (CELL[density] + GAP)));
  const cell = (room - GAP * (columns - 1)) / columns;
  const rowHeight = Math.round(cell * 0.75) + CAPTION + GAP;
  const virtual = useVirtualizer({
    count: width === 0 ? 0 : Math.ceil(count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 2,
    paddingStart: GAP,
  });
  const rows = virtual.getVirtualItems();
  const first = (rows[0]?.index ?? 0) * columns;
  const last = Math.max(0, Math.min(count, ((rows.at(-1)?.index ?? 0) + 1) * columns) - 1);
  useEffect(() => onRange(first, last), [first, last, onRange]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of rows is what makes it measure
  useEffect(() => virtual.measure(), [rowHeight, virtual]);
  useEffect(
    () => onColumns(columns, columns * Math.max(1, Math.floor(height / rowHeight))),
    [columns, height, rowHeight, onColumns],
  );
  const focusRow = Math.floor(focus / columns);
  useEffect(() => {
    if (width > 0) virtual.scrollToIndex(focusRow, { align: 'auto' });
  }, [focusRow, width, virtual]);
  return (
    <div
      ref={useMergedRef(scroller, measure)}
      className={classes.scroller}
      role="grid"
      aria-label={label}
      aria-multiselectable
      aria-rowcount={Math.ceil(count / columns)}
      aria-colcount={columns}
      aria-activedescendant={
        focus >= first && focus <= last && rowAt(focus) !== undefined ? `${id}-${focus}` : undefined
      }
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-list
    >
      <div className={classes.rows} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index: line, start }) => (
          <div
            key={line}
            className={classes.row}
            role="row"
            aria-rowindex={line + 1}
            style={{
              transform: `translateY(${start}px)`,
              '--cell': `${cell}px`,
              '--picture': `${Math.round(cell * 0.75)}px`,
            }}
          >
            {indexesOf(line, columns, count).map((index) => {
              const row = rowAt(index);
              if (row === undefined)
                return (
                  <div key={index} className={classes.bone} role="gridcell" aria-label={t.actions.loading} />
                );
              return (
                <RecordCard
                  key={row.id}
                  id={`${id}-${index}`}
                  row={row}
                  index={index}
                  focused={index === focus}
                  selected={isSelected(row)}
                  onPoint={onPoint}
                  onOpen={onOpen}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function indexesOf(line: number, columns: number, count: number): number[] {
  const first = line * columns;
  return Array.from({ length: Math.max(0, Math.min(columns, count - first)) }, (_, offset) => first + offset);
}
