import type { DragEvent, KeyboardEvent, ReactNode } from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import { useT } from '../../translations.ts';
import { FileThumb } from '../FileThumb/FileThumb.tsx';
import classes from './Gallery.module.css';
import { OWN_FILE } from './gallery.ts';
import type { Cell, GalleryRow } from './justify.ts';

/** One picture in its proportions, with what is said under it. */
export function GalleryCell({
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
        // Whoever speaks to the screen says what stands on it: the sign of the kind is part of the name.
        aria-label={[
          t.records.files.open(file.name),
          ...(file.kind === 'image' ? [] : [t.records.kinds[file.kind]]),
        ].join(' ')}
        onClick={onOpen}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onDragStart={(event) => event.dataTransfer.setData(OWN_FILE, file.id)}
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
