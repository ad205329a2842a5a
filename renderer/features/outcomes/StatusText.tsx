import { IconCircleCheck, IconCircleDashed, IconProgress } from '@tabler/icons-react';
import type { OutcomeStatus } from '#shared/outcomes/outcome.ts';
import { useT } from '../../translations.ts';
import classes from './StatusText.module.css';

const SIGNS = {
  TRANSFORMED: IconCircleCheck,
  TRANSFORMING: IconProgress,
  NOT_TRANSFORMED: IconCircleDashed,
} as const;

/** The status of a transformation: sign, word, colour. */
export function StatusText({ status }: { status: OutcomeStatus }) {
  const t = useT();
  const Sign = SIGNS[status];
  return (
    <span className={classes.status} data-status={status}>
      <Sign size={16} stroke={1.5} aria-hidden="true" />
      {t.outcomes.statuses[status]}
    </span>
  );
}
