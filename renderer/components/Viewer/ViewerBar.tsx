import {
  IconAspectRatio,
  IconChevronLeft,
  IconChevronRight,
  IconColumns2,
  IconDeviceFloppy,
  IconLayoutBottombar,
  IconLink,
  IconMaximize,
  IconRotate2,
  IconRotateClockwise2,
  IconX,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { RecordFile } from '#shared/records/file.ts';
import { useT } from '../../translations.ts';
import { IconButton } from '../IconButton/IconButton.tsx';
import { LevelMark } from '../LevelMark/LevelMark.tsx';
import { useSaveFile } from '../saveFile.ts';
import type { Comparison } from './useComparison.ts';
import type { ViewerSubject } from './Viewer.tsx';
import classes from './ViewerBar.module.css';

/** Head of the viewer: what is shown and how confidential it is; on the right what can be done with it. */
export function ViewerBar({
  file,
  subject,
  position,
  count,
  comparison,
  stripOpen,
  canStepBack,
  canStepOn,
  onStep,
  onStrip,
  onClose,
}: {
  file: RecordFile;
  subject: ViewerSubject;
  position: number;
  count: number;
  comparison: Comparison;
  stripOpen: boolean;
  canStepBack: boolean;
  canStepOn: boolean;
  onStep: (by: 1 | -1) => void;
  onStrip: () => void;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.records.viewer;
  const save = useSaveFile();
  return (
    <div className={classes.bar}>
      <LevelMark level={subject.level} mark={subject.mark} />
      <div className={classes.names}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.title}>{subject.title}</span>
      </div>
      <span className={classes.gap} />
      {file.kind === 'image' && <PictureTools comparison={comparison} />}
      <div className={classes.group}>
        <IconButton label={words.previous} shortcut="←" disabled={!canStepBack} onClick={() => onStep(-1)}>
          <IconChevronLeft size={18} stroke={1.5} />
        </IconButton>
        <span className={classes.position}>{words.position(position, count)}</span>
        <IconButton label={words.next} shortcut="→" disabled={!canStepOn} onClick={() => onStep(1)}>
          <IconChevronRight size={18} stroke={1.5} />
        </IconButton>
      </div>
      <div className={classes.group}>
        {count > 1 && (
          <IconButton label={words.strip} shortcut="F" pressed={stripOpen} onClick={onStrip}>
            <IconLayoutBottombar size={18} stroke={1.5} />
          </IconButton>
        )}
        <IconButton label={words.save} onClick={() => void save(file)}>
          <IconDeviceFloppy size={18} stroke={1.5} />
        </IconButton>
        <IconButton label={words.close} shortcut="Esc" onClick={onClose}>
          <IconX size={18} stroke={1.5} />
        </IconButton>
      </div>
    </div>
  );
}

function PictureTools({ comparison }: { comparison: Comparison }) {
  const words = useT().records.viewer;
  const { each, pictures } = comparison;
  return (
    <>
      <div className={classes.group}>
        <IconButton label={words.zoomOut} shortcut="-" onClick={() => each((picture) => picture.zoom(0.8))}>
          <IconZoomOut size={18} stroke={1.5} />
        </IconButton>
        <span className={classes.factor}>
          {Math.round(pictures.first.view.scale * devicePixelRatio * 100)}%
        </span>
        <IconButton label={words.zoomIn} shortcut="+" onClick={() => each((picture) => picture.zoom(1.25))}>
          <IconZoomIn size={18} stroke={1.5} />
        </IconButton>
        <IconButton label={words.fit} shortcut="0" onClick={() => each((picture) => picture.fit())}>
          <IconMaximize size={18} stroke={1.5} />
        </IconButton>
        <IconButton
          label={words.actualSize}
          shortcut="1"
          onClick={() => each((picture) => picture.actualSize())}
        >
          <IconAspectRatio size={18} stroke={1.5} />
        </IconButton>
      </div>
      <div className={classes.group}>
        <IconButton
          label={words.rotateLeft}
          shortcut="Shift+R"
          onClick={() => each((picture) => picture.turn(-90))}
        >
          <IconRotate2 size={18} stroke={1.5} />
        </IconButton>
        <IconButton
          label={words.rotateRight}
          shortcut="R"
          onClick={() => each((picture) => picture.turn(90))}
        >
          <IconRotateClockwise2 size={18} stroke={1.5} />
        </IconButton>
      </div>
      {comparison.canCompare && (
        <div className={classes.group}>
          <IconButton
            label={comparison.active ? words.endCompare : words.compare}
            shortcut="C"
            pressed={comparison.active}
            onClick={comparison.active ? comparison.end : comparison.begin}
          >
            <IconColumns2 size={18} stroke={1.5} />
          </IconButton>
          {comparison.active && (
            <IconButton
              label={words.link}
              shortcut="L"
              pressed={comparison.linked}
              onClick={comparison.toggleLink}
            >
              <IconLink size={18} stroke={1.5} />
            </IconButton>
          )}
        </div>
      )}
    </>
  );
}
