import { Link } from '@tanstack/react-router';
import classes from './ViewTabs.module.css';

/** The views of one area, each with an address of its own. */
export function ViewTabs<Name extends string>({
  label,
  views,
  shown,
}: {
  label: string;
  views: readonly { name: Name; to: string; text: string }[];
  shown: Name;
}) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {views.map(({ name, to, text }) => (
        <Link
          key={name}
          to={to}
          className={classes.tab}
          activeOptions={{ exact: true }}
          aria-current={name === shown ? 'page' : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
