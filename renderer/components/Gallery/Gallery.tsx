import { useElementSize } from '@mantine/hooks';
import {
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import { useT } from '../../translations.ts';
import { FileThumb } from '../FileThumb/FileThumb.tsx';
import classes from './Gallery.module.css';
import { type Cell, type GalleryRow, justify } from './justify.ts';

const ROW_HEIGHT = 200;
const GAP = 16;
const CAPTION = 48;
/** The type a dragged picture travels under, so that files from outside are told apart. */
const OWN = 'application/x-mengbu-file';
/** Proportions of what has no picture. */
const SHEET = 0.78;
/** Rows beyond the window that are kept drawn, in CSS pixels. */
const AROUND = 600;

/**
 * Files in rows of one height each, in their own proportions. Arrows move the focus, Enter opens, Alt with arrows moves the
 * file; so does dragging. Only rows near the window are drawn.
 */
export function Gallery({
  files,
  label,
  caption,
  onOpen,
  onMove,
}: {
  files: readonly RecordFile[];
  label: string;
  caption: (file: RecordFile) => ReactNode;
  onOpen: (fileId: string) => void;
  /** Puts a file at another index. */
  onMove: (fileId: string, to: number) => void;
}) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const place = useRef<HTMLUListElement>(null);
  const moved = useRef<string | null>(null);
  const [focus, setFocus] = useState(0);
  const [target, setTarget] = useState<number | null>(null);
  const rows = useMemo(
    () =>
      width === 0
        ? []
        : justify(files.map(aspectOf), { width, rowHeight: ROW_HEIGHT, gap: GAP, captionHeight: CAPTION }),
    [files, width],
  );
  const last = rows.at(-1);
  const height = last === undefined ? 0 : last.y + last.height + CAPTION;
  const near = useNearWindow(place, rows);
  const focusOn = (index: number) => {
    setFocus(index);
    place.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, file: RecordFile, index: number) => {
    const to =
      { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: files.length - 1 }[event.key] ??
      besides(rows, index, event.key);
    if (to === null || to < 0 || to >= files.length) return;
    event.preventDefault();
    if (!event.altKey) return focusOn(to);
    moved.current = file.id;
    onMove(file.id, to);
  };
  // The picture that was moved with the keys keeps the focus at its new place.
  useEffect(() => {
    const index = files.findIndex(({ id }) => id === moved.current);
    moved.current = null;
    if (index === -1) return;
    setFocus(index);
    place.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
  }, [files]);
  const onDrop = (event: DragEvent, index: number) => {
    const dragged = event.dataTransfer.getData(OWN);
    setTarget(null);
    if (dragged === '') return;
    event.preventDefault();
    event.stopPropagation();
    onMove(dragged, index);
  };
  return (
    <div ref={ref}>
      <ul ref={place} className={classes.gallery} aria-label={label} style={{ height }}>
        {near.map((row) =>
          row.cells.map((cell) => {
            const file = files[cell.index];
            if (file === undefined) return null;
            return (
              <GalleryCell
                key={file.id}
                file={file}
                cell={cell}
                row={row}
                focused={cell.index === focus}
                isTarget={cell.index === target}
                onOpen={() => onOpen(file.id)}
                onFocus={() => setFocus(cell.index)}
                onKeyDown={(event) => onKeyDown(event, file, cell.index)}
                onDragOver={(event) => {
                  if (!event.dataTransfer.types.includes(OWN)) return;
                  event.preventDefault();
                  setTarget(cell.index);
                }}
                onDrop={(event) => onDrop(event, cell.index)}
                onDragEnd={() => setTarget(null)}
                caption={caption(file)}
              />
            );
          }),
        )}
      </ul>
    </div>
  );
}

function GalleryCell({
  file,
  cell,
  row,
  focused,
  isTarget,
  onOpen,
  onFocus,
  onKeyDown,
  onDragOver,
  onDrop,
  onDragEnd,
  caption,
}: {
  file: RecordFile;
  cell: Cell;
  row: GalleryRow;
  focused: boolean;
  isTarget: boolean;
  onOpen: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onDragOver: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
  onDragEnd: () => void;
  caption: ReactNode;
}) {
  const t = useT();
  return (
    <li
      className={classes.cell}
      data-target={isTarget || undefined}
      style={{ left: cell.x, top: row.y, width: cell.width }}
      onDragOver={onDragOver}
      onDrop={onDrop}
      onDragEnd={onDragEnd}
    >
      <button
        type="button"
        className={classes.picture}
        style={{ height: row.height }}
        data-index={cell.index}
        data-kind={file.thumbnail === null ? 'sign' : file.kind}
        tabIndex={focused ? 0 : -1}
        draggable
        aria-label={t.records.files.open(file.name)}
        onClick={onOpen}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onDragStart={(event) => event.dataTransfer.setData(OWN, file.id)}
      >
        <FileThumb file={file} />
        {file.kind !== 'image' && (
          <span className={classes.kind} aria-hidden>
            {t.records.kinds[file.kind]}
          </span>
        )}
      </button>
      {caption}
    </li>
  );
}

function aspectOf({ width, height, thumbnail }: RecordFile): number {
  return thumbnail === null || width === null || height === null ? SHEET : width / height;
}

/** The file above or below in the middle; null at the edge and for other keys. */
function besides(rows: readonly GalleryRow[], index: number, key: string): number | null {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const at = rows.findIndex(({ cells }) => cells.some((cell) => cell.index === index));
  const cell = rows[at]?.cells.find((one) => one.index === index);
  const other = rows[at + (key === 'ArrowUp' ? -1 : 1)];
  if (cell === undefined || other === undefined) return null;
  const middle = cell.x + cell.width / 2;
  const nearest = other.cells.toSorted(
    (one, two) => Math.abs(centre(one) - middle) - Math.abs(centre(two) - middle),
  )[0];
  return nearest?.index ?? null;
}

function centre({ x, width }: Cell): number {
  return x + width / 2;
}

/** The rows that lie in the window or close to it, whatever element scrolls around them. */
function useNearWindow(
  place: RefObject<HTMLElement | null>,
  rows: readonly GalleryRow[],
): readonly GalleryRow[] {
  const [span, setSpan] = useState({ from: 0, to: 4000 });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const top = place.current?.getBoundingClientRect().top ?? 0;
        const from = Math.floor((-top - AROUND) / AROUND) * AROUND;
        const to = Math.ceil((innerHeight - top + AROUND) / AROUND) * AROUND;
        setSpan((before) => (before.from === from && before.to === to ? before : { from, to }));
      });
    };
    look();
    addEventListener('scroll', look, { capture: true, passive: true });
    addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, [place]);
  return rows.filter(({ y, height }) => y + height + CAPTION >= span.from && y <= span.to);
}
