import { useElementSize } from '@mantine/hooks';
import {
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import classes from './Gallery.module.css';
import { GalleryCell } from './GalleryCell.tsx';
import { CAPTION, OWN_FILE } from './gallery.ts';
import { type Cell, type GalleryRow, justify } from './justify.ts';
import { useNearWindow } from './useNearWindow.ts';

const ROW_HEIGHT = 200;
const GAP = 16;
/** Proportions of what has no picture. */
const SHEET = 0.78;

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
    const dragged = event.dataTransfer.getData(OWN_FILE);
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
                  if (!event.dataTransfer.types.includes(OWN_FILE)) return;
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
