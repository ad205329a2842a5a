import type { ReactNode } from 'react';
import { counted } from '../../formats.ts';
import { Deeds } from '../Deeds.tsx';
import classes from './PageHeader.module.css';

export type PageHeaderProps = {
  title: ReactNode;
  /** How many; it may follow later than the page. */
  count?: number | undefined;
  /** One line under the title: level mark, state, number. */
  below?: ReactNode;
  /** At most three wanted actions, the main one last. */
  actions?: ReactNode;
  /** Above the title: where this page belongs. */
  above?: ReactNode;
};

/** The head of a page. */
export function PageHeader({ title, count, below, actions, above }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {above !== undefined && <div className={classes.above}>{above}</div>}
        <h1 className={classes.title}>
          {title}
          {count !== undefined && <span className={classes.count}>{counted(count)}</span>}
        </h1>
        {below !== undefined && <div className={classes.below}>{below}</div>}
      </div>
      {actions !== undefined && (
        <Deeds>
          <div className={classes.actions}>{actions}</div>
        </Deeds>
      )}
    </header>
  );
}
