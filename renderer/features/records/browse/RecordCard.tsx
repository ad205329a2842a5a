// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go with scrolling and lie at computed places are no table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { memo } from 'react';
import type { RecordRow } from '#shared/records/contract.ts';
import { FileThumb } from '../../../components/FileThumb/FileThumb.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import type { ListPointer } from '../../../components/VirtualTable/VirtualTable.tsx';
import { useT } from '../../../translations.ts';
import classes from './RecordCard.module.css';

/** One record in the gallery: its picture, and under it what it is. */
export const RecordCard = memo(function RecordCard({
  id,
  row,
  index,
  focused,
  selected,
  onPoint,
  onOpen,
}: {
  id: string;
  row: RecordRow;
  index: number;
  focused: boolean;
  selected: boolean;
  onPoint: (pointer: ListPointer) => void;
  onOpen: (row: RecordRow) => void;
}) {
  const t = useT();
  const isTall = row.cover !== null && (row.cover.height ?? 0) > (row.cover.width ?? 1);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
    <div
      id={id}
      className={classes.card}
      role="gridcell"
      aria-selected={selected}
      data-focused={focused || undefined}
      onClick={(event) => onPoint({ index, shift: event.shiftKey, toggle: event.ctrlKey || event.metaKey })}
      onDoubleClick={() => onOpen(row)}
    >
      <div className={classes.picture} data-tall={isTall || undefined}>
        <FileThumb
          file={{ kind: row.coverKind ?? 'other', thumbnail: row.cover?.address ?? null }}
          fill={isTall || row.coverKind !== 'image' ? 'contain' : 'cover'}
        />
        <span
          className={classes.box}
          data-checked={selected || undefined}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onPoint({ index, shift: event.shiftKey, toggle: !event.shiftKey });
          }}
        />
        {row.stage === 'DRAFT' && <span className={classes.draft}>{t.records.stages.DRAFT}</span>}
        {row.fileCount > 1 && <span className={classes.files}>{row.fileCount}</span>}
      </div>
      <p className={classes.title} title={row.title}>
        {row.title === '' ? t.records.untitled : row.title}
      </p>
      <p className={classes.facts}>
        <LevelMark level={row.level} />
        <span className={classes.date}>{row.docDate ?? ''}</span>
      </p>
    </div>
  );
});
