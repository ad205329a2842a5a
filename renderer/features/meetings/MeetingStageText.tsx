import type { MeetingStage } from '#shared/meetings/meeting.ts';
import { useT } from '../../translations.ts';
import classes from './MeetingStageText.module.css';

/** Whether minutes are signed, as a word with its colour. */
export function MeetingStageText({ stage }: { stage: MeetingStage }) {
  const t = useT();
  return (
    <span className={classes.stage} data-stage={stage}>
      {t.meetings.stages[stage]}
    </span>
  );
}
