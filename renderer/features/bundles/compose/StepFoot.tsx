import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../../translations.ts';
import classes from './StepFoot.module.css';

/** The way on and back, always at the same place. */
export function StepFoot({
  onBack,
  onNext,
  children,
  summary,
}: {
  onBack?: () => void;
  /** Absent while something is missing. */
  onNext?: (() => void) | undefined;
  /** Instead of "next". */
  children?: ReactNode;
  summary?: ReactNode;
}) {
  const t = useT();
  return (
    <footer className={classes.foot}>
      <div className={classes.summary}>{summary}</div>
      {onBack !== undefined && (
        <Button variant="default" onClick={onBack}>
          {t.actions.previous}
        </Button>
      )}
      {children ?? (
        <Button disabled={onNext === undefined} onClick={onNext}>
          {t.actions.next}
        </Button>
      )}
    </footer>
  );
}
