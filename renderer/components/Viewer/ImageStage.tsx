import { useMergedRef } from '@mantine/hooks';
import { type CSSProperties, useState } from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import { useT } from '../../translations.ts';
import classes from './ImageStage.module.css';
import { pointIn } from './pointIn.ts';
import { StageMessage } from './StageMessage.tsx';
import { useDragPan } from './useDragPan.ts';
import type { Picture } from './usePicture.ts';
import { useSharpestSource } from './useSharpestSource.ts';
import { useWheelZoom } from './useWheelZoom.ts';
import type { Point, Size } from './viewport.ts';

/** What a person does to a picture; the viewer passes it on to the other picture of a comparison. */
export type PictureMoves = {
  zoom: (factor: number, at: Point) => void;
  pan: (by: Point) => void;
  /** Between the whole picture and its own pixels, around a point. */
  toggle: (at: Point) => void;
};

/**
 * One picture that is zoomed with the wheel or two fingers and dragged. The thumbnail stands in until something
 * sharper is there.
 */
export function ImageStage({
  file,
  picture,
  moves,
  onSize,
}: {
  file: RecordFile;
  picture: Picture;
  moves: PictureMoves;
  /** Tells the picture's own size where the list did not know it. */
  onSize: (fileId: string, size: Size) => void;
}) {
  const t = useT();
  const [failed, setFailed] = useState<string | null>(null);
  const source = useSharpestSource(file);
  const ref = useMergedRef<HTMLDivElement>(picture.ref, useWheelZoom(moves.zoom));
  const drag = useDragPan(moves.pan);
  if (failed === file.id || source.failed) {
    return <StageMessage title={t.records.viewer.failed} text={t.records.viewer.failedHelp} file={file} />;
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: every move has its key and its button in the viewer
    <div
      ref={ref}
      className={classes.stage}
      data-draggable={!picture.isFitted || undefined}
      onDoubleClick={(event) => moves.toggle(pointIn(event))}
      {...drag}
    >
      {source.shown !== undefined && (
        <img
          className={classes.picture}
          src={source.shown}
          alt={file.name}
          draggable={false}
          style={placeOf(file, picture)}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
            if (file.width === null) onSize(file.id, { width, height });
          }}
          onError={() => setFailed(file.id)}
        />
      )}
      {source.next !== undefined && (
        <img
          className={classes.waiting}
          src={source.next}
          alt=""
          onLoad={source.onNextLoad}
          onError={source.onNextError}
        />
      )}
    </div>
  );
}

function placeOf(file: RecordFile, { view }: Picture): CSSProperties {
  const { x, y, turn, scale } = view;
  const size = file.width === null || file.height === null ? {} : { width: file.width, height: file.height };
  return {
    ...size,
    transform: `translate(-50%, -50%) translate(${x}px, ${y}px) rotate(${turn}deg) scale(${scale})`,
  };
}
