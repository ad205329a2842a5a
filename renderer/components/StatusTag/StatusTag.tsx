import type { ReactNode } from 'react';
import classes from './StatusTag.module.css';

export type Tone = 'plain' | 'good' | 'wait' | 'bad' | 'live';

/** The state of a thing in a word; the tone only underlines it. */
export function StatusTag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
