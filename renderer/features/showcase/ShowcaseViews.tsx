import { Link } from '@tanstack/react-router';
import { usePresenting } from '../../session.ts';
import { useT } from '../../translations.ts';
import classes from './ShowcaseViews.module.css';

const VIEWS = [
  { name: 'board', to: '/showcase/board', presented: true },
  { name: 'exhibitions', to: '/showcase', presented: true },
  { name: 'panels', to: '/showcase/panels', presented: false },
  { name: 'visits', to: '/showcase/visits', presented: false },
] as const;

/** The lists of the showcase, one beside the other. */
export function ShowcaseViews({ shown }: { shown: (typeof VIEWS)[number]['name'] }) {
  const t = useT();
  const presenting = usePresenting();
  return (
    <nav className={classes.views} aria-label={t.showcase.title}>
      {VIEWS.filter(({ presented }) => presented || !presenting).map(({ name, to }) => (
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
