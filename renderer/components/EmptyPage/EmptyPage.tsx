import type { ReactNode } from 'react';
import classes from './EmptyPage.module.css';

/** A page with nothing on it yet teaches: one sentence what belongs here, one action. */
export function EmptyPage({
  icon,
  title,
  children,
  action,
  isWholePage = false,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** There is no other title on the page. */
  isWholePage?: boolean;
}) {
  return (
    <div className={classes.empty}>
      {icon !== undefined && (
        <div className={classes.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      {isWholePage ? <h1 className={classes.title}>{title}</h1> : <p className={classes.title}>{title}</p>}
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
