import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import { useT } from '../../translations.ts';
import { FileThumb } from '../FileThumb/FileThumb.tsx';
import classes from './FilmStrip.module.css';

const CELL = 84;

/** All files of the record in a row, to go to one; the second picture of a comparison is marked too. */
export function FilmStrip({
  files,
  current,
  compared,
  onGo,
}: {
  files: readonly RecordFile[];
  current: number;
  compared: number | null;
  onGo: (index: number) => void;
}) {
  const t = useT();
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    horizontal: true,
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL,
    overscan: 6,
  });
  useEffect(() => virtual.scrollToIndex(current, { align: 'auto' }), [current, virtual]);
  return (
    <nav ref={scroller} className={classes.strip} aria-label={t.records.viewer.strip}>
      <div className={classes.cells} style={{ width: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const file = files[index];
          if (file === undefined) return null;
          return (
            <button
              key={key}
              type="button"
              className={classes.cell}
              style={{ transform: `translateX(${start}px)` }}
              aria-current={index === current ? 'true' : undefined}
              data-compared={index === compared || undefined}
              aria-label={t.records.files.open(file.name)}
              onClick={() => onGo(index)}
            >
              <FileThumb file={file} />
            </button>
          );
        })}
      </div>
    </nav>
  );
}
