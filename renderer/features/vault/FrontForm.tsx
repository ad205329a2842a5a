import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../translations.ts';
import classes from './FrontForm.module.css';

/** Title, one sentence, and where this step stands among the others. */
export function FormHead({
  title,
  lead,
  step,
  of,
}: {
  title: string;
  lead: string;
  step?: number;
  of?: number;
}) {
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.lead}>{lead}</p>
      {step !== undefined && of !== undefined && (
        <div className={classes.rail} aria-hidden="true">
          {Array.from({ length: of }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps never change places
            <span key={index} data-reached={index <= step || undefined} />
          ))}
        </div>
      )}
    </header>
  );
}

export function FormFoot({
  onBack,
  busy,
  children,
}: {
  onBack: () => void;
  busy: boolean;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div className={classes.foot}>
      <Button variant="subtle" color="gray" onClick={onBack} disabled={busy}>
        {t.actions.back}
      </Button>
      {children}
    </div>
  );
}
