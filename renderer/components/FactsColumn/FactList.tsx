import { type ReactNode, useId } from 'react';
import classes from './FactsColumn.module.css';

/** A group of facts in the middle of a page, under its name. */
export function FactList({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.group}>
      <h2 id={id} className={classes.groupTitle}>
        {title}
      </h2>
      {note !== undefined && <p className={classes.groupNote}>{note}</p>}
      <dl className={classes.facts}>{children}</dl>
    </section>
  );
}
