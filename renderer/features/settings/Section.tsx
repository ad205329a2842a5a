import type { ReactNode } from 'react';
import classes from './Section.module.css';

/** One subject of the settings: title, a sentence what it is about, and its content. */
export function Section({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <header data-screen-only>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.lead}>{lead}</p>
      </header>
      {children}
    </section>
  );
}

/** The button of a form, at its end. */
export function SectionFoot({ children }: { children: ReactNode }) {
  return <div className={classes.foot}>{children}</div>;
}
