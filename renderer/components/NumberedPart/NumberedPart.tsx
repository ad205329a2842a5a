import type { ReactNode } from 'react';
import classes from './NumberedPart.module.css';

/** One question of several that are asked in order, with its number and what it is for. */
export function NumberedPart({
  number,
  name,
  help,
  children,
}: {
  number: number;
  name: string;
  help?: string;
  children: ReactNode;
}) {
  return (
    <section className={classes.part} aria-label={name}>
      <h3 className={classes.name}>
        <span className={classes.number} aria-hidden>
          {number}
        </span>
        {name}
      </h3>
      {help !== undefined && <p className={classes.help}>{help}</p>}
      {children}
    </section>
  );
}
