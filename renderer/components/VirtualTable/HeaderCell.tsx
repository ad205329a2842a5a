// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go with scrolling and lie at computed places are no table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useT } from '../../translations.ts';
import { tellWhole } from './TableRow.tsx';
import classes from './VirtualTable.module.css';
import type { Column } from './VirtualTable.tsx';

const NARROWEST = 48;
const WIDEST = 800;
const KEY_STEP = 16;

/** The head of a column: a click orders by it, its right edge is dragged (or moved with ← →) to another width. */
export function HeaderCell<Row>({
  column: { key, label, width, align, sort },
  onResize,
}: {
  column: Column<Row>;
  onResize: ((key: string, width: number) => void) | undefined;
}) {
  const t = useT();
  const from = useRef<{ x: number; width: number } | null>(null);
  const resize = (to: number) => onResize?.(key, Math.round(Math.min(WIDEST, Math.max(NARROWEST, to))));
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    event.stopPropagation();
    resize(width + (event.key === 'ArrowRight' ? KEY_STEP : -KEY_STEP));
  };
  const sorted = sort?.direction ?? null;
  return (
    <div
      className={classes.headCell}
      role="columnheader"
      data-align={align}
      aria-sort={sorted === null ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      {sort === undefined ? (
        <span className={classes.headLabel} onPointerEnter={tellWhole}>
          {label}
        </span>
      ) : (
        <button
          type="button"
          className={classes.headButton}
          title={t.records.list.sortBy(label)}
          onClick={sort.onSort}
        >
          <span className={classes.headLabel}>{label}</span>
          {sorted === 'asc' && <IconArrowUp size={14} stroke={1.5} aria-hidden />}
          {sorted === 'desc' && <IconArrowDown size={14} stroke={1.5} aria-hidden />}
        </button>
      )}
      {onResize !== undefined && (
        <div
          className={classes.grip}
          role="separator"
          aria-orientation="vertical"
          aria-label={t.records.list.resizeColumn(label)}
          aria-valuenow={width}
          aria-valuemin={NARROWEST}
          aria-valuemax={WIDEST}
          tabIndex={0}
          onPointerDown={onPointerDown}
          onPointerMove={(event) => {
            if (from.current !== null) resize(from.current.width + event.clientX - from.current.x);
          }}
          onPointerUp={() => {
            from.current = null;
          }}
          onKeyDown={onKeyDown}
        />
      )}
    </div>
  );
}
