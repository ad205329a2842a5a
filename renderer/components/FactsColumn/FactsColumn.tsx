import type { ReactNode } from 'react';
import classes from './FactsColumn.module.css';

/** The facts of a thing, at the right of its page. */
export function FactsColumn({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className={classes.column} aria-label={label}>
      <dl className={classes.facts}>{children}</dl>
    </aside>
  );
}

/** One fact: its name, and what it is. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>{children}</dd>
    </div>
  );
}

/** Stands where a fact is not known. */
export function Unfilled({ children }: { children: ReactNode }) {
  return <span className={classes.unfilled}>{children}</span>;
}
