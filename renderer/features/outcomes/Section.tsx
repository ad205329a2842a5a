import type { ReactNode } from 'react';
import { Deeds } from '../../components/Deeds.tsx';
import classes from './Section.module.css';

/** A part of the outcome's page: its name, what can be done with it, and what is in it. */
export function Section({
  title,
  action,
  none,
  children,
}: {
  title: string;
  action?: ReactNode;
  /** Said where there is nothing in it. */
  none?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <section aria-label={title} className={classes.section}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <Deeds>{action}</Deeds>
      </div>
      {none !== undefined && <p className={classes.none}>{none}</p>}
      {children}
    </section>
  );
}
