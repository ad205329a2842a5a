// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go with scrolling and lie at computed places are no table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { memo, type PointerEvent } from 'react';
import classes from './VirtualTable.module.css';
import type { Column, ListPointer } from './VirtualTable.tsx';

/** One row; drawn again only when what it shows changes. */
export const TableRow = memo(function TableRow({
  id,
  row,
  index,
  start,
  columns,
  focused,
  selected,
  onPoint,
  onOpen,
}: {
  id: string;
  row: unknown;
  index: number;
  start: number;
  columns: readonly Column<unknown>[];
  focused: boolean;
  selected: boolean | undefined;
  onPoint: ((pointer: ListPointer) => void) | undefined;
  onOpen: ((row: unknown) => void) | undefined;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
    <div
      id={id}
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-focused={focused || undefined}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => onPoint?.({ index, shift: event.shiftKey, toggle: event.ctrlKey || event.metaKey })}
      onDoubleClick={() => onOpen?.(row)}
    >
      {selected !== undefined && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
        <div
          className={classes.check}
          role="gridcell"
          onClick={(event) => {
            event.stopPropagation();
            onPoint?.({ index, shift: event.shiftKey, toggle: !event.shiftKey });
          }}
        >
          <span className={classes.box} data-checked={selected || undefined} aria-hidden />
        </div>
      )}
      {columns.map(({ key, align, cell }) => (
        <div key={key} className={classes.cell} role="gridcell" data-align={align} onPointerEnter={tellWhole}>
          {cell(row)}
        </div>
      ))}
    </div>
  );
});

/** What does not fit is told in full to who points at it. */
export function tellWhole({ currentTarget: cell }: PointerEvent<HTMLElement>): void {
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent ?? '';
  else cell.removeAttribute('title');
}
