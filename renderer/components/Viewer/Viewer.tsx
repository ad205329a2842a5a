import { Modal } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { RecordFile } from '#shared/records/file.ts';
import { useT } from '../../translations.ts';
import { useProtectedScreen } from '../protectScreen.ts';
import { FilmStrip } from './FilmStrip.tsx';
import { ImageStage } from './ImageStage.tsx';
import { MediaStage } from './MediaStage.tsx';
import { StageMessage } from './StageMessage.tsx';
import { TextStage } from './TextStage.tsx';
import { useComparison } from './useComparison.ts';
import { useViewerKeys } from './useViewerKeys.ts';
import classes from './Viewer.module.css';
import { ViewerBar } from './ViewerBar.tsx';

const PdfStage = lazy(async () => ({ default: (await import('./pdf/PdfStage.tsx')).PdfStage }));

export type ViewerSubject = { title: string; level: Level; mark: string };
export type ViewerNeighbours = { previous: (() => void) | null; next: (() => void) | null };

/**
 * The whole window for the files of one record: pictures to zoom, turn and compare, PDF, video, sound and text; what
 * cannot be shown says so and can be saved. The level's mark is always in sight.
 *
 * @param startId the file to begin with
 * @param neighbours leads from the last file to the next record, and back
 */
export function Viewer({
  files,
  startId,
  subject,
  neighbours = { previous: null, next: null },
  onClose,
}: {
  files: readonly RecordFile[];
  startId: string | null;
  subject: ViewerSubject;
  neighbours?: ViewerNeighbours;
  onClose: () => void;
}) {
  const t = useT();
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      files.findIndex(({ id }) => id === startId),
    ),
  );
  const [stripOpen, setStripOpen] = useState(files.length > 1);
  const at = Math.min(index, files.length - 1);
  const file = files[at];
  const comparison = useComparison(files, at);
  useProtectedScreen([subject.level]);
  const step = (by: 1 | -1) => {
    const to = at + by;
    if (to >= 0 && to < files.length) setIndex(to);
    else (by === 1 ? neighbours.next : neighbours.previous)?.();
  };
  const go = (to: number) => (comparison.choosing ? comparison.choose(to) : setIndex(to));
  const onKeyDown = useViewerKeys({
    step,
    first: () => setIndex(0),
    last: () => setIndex(files.length - 1),
    comparison,
    toggleStrip: () => setStripOpen((open) => !open),
    isPicture: file?.kind === 'image',
  });
  if (file === undefined) return null;
  return (
    <Modal.Root
      opened
      onClose={comparison.active ? comparison.end : onClose}
      fullScreen
      padding={0}
      transitionProps={{ duration: 120 }}
      classNames={{ content: classes.window, body: classes.body }}
    >
      <Modal.Content aria-label={`${t.records.viewer.title}${t.formats.colon}${file.name}`}>
        {/* Not on the content: that one keeps key events to itself. */}
        <Modal.Body onKeyDown={onKeyDown}>
          <ViewerBar
            file={file}
            subject={subject}
            position={at + 1}
            count={files.length}
            comparison={comparison}
            stripOpen={stripOpen}
            canStepBack={at > 0 || neighbours.previous !== null}
            canStepOn={at < files.length - 1 || neighbours.next !== null}
            onStep={step}
            onStrip={() => setStripOpen(!stripOpen)}
            onClose={onClose}
          />
          <div
            className={classes.stages}
            data-compared={comparison.second !== null || undefined}
            tabIndex={-1}
            data-autofocus
          >
            <Stage file={file} comparison={comparison} side="first" />
            {comparison.second !== null && (
              <Stage file={comparison.second} comparison={comparison} side="second" />
            )}
          </div>
          {stripOpen && files.length > 1 && (
            <FilmStrip files={files} current={at} compared={comparison.secondIndex} onGo={go} />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Stage({
  file,
  comparison,
  side,
}: {
  file: RecordFile;
  comparison: ReturnType<typeof useComparison>;
  side: 'first' | 'second';
}) {
  const t = useT();
  if (file.size === 0)
    return <StageMessage title={t.records.viewer.empty} text={t.records.viewer.keptHelp} file={file} />;
  switch (file.kind) {
    case 'image':
      return (
        <ImageStage
          key={side}
          file={file}
          picture={comparison.pictures[side]}
          moves={comparison.movesOf(side)}
          onSize={comparison.learnSize}
        />
      );
    case 'pdf':
      return (
        <Suspense fallback={<p className={classes.loading}>{t.records.viewer.loading}</p>}>
          <PdfStage key={file.id} file={file} />
        </Suspense>
      );
    case 'video':
    case 'audio':
      return <MediaStage key={file.id} file={file} />;
    case 'text':
      return <TextStage key={file.id} file={file} />;
    default:
      return <StageMessage title={t.records.viewer.kept} text={t.records.viewer.keptHelp} file={file} />;
  }
}
