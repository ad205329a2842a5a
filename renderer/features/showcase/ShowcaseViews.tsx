import { Link } from '@tanstack/react-router';
import { useT } from '../../translations.ts';
import classes from './ShowcaseViews.module.css';

const VIEWS = [
  { name: 'board', to: '/showcase/board' },
  { name: 'exhibitions', to: '/showcase' },
  { name: 'panels', to: '/showcase/panels' },
  { name: 'visits', to: '/showcase/visits' },
] as const;

/** The lists of the showcase, one beside the other. */
export function ShowcaseViews({ shown }: { shown: (typeof VIEWS)[number]['name'] }) {
  const t = useT();
  return (
    <nav className={classes.views} aria-label={t.showcase.title}>
      {VIEWS.map(({ name, to }) => (
        <Link
          key={name}
          to={to}
          className={classes.view}
          activeOptions={{ exact: true }}
          aria-current={name === shown ? 'page' : undefined}
        >
          {t.showcase.views[name]}
        </Link>
      ))}
    </nav>
  );
}
