import { Link, Outlet } from '@tanstack/react-router';
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { useT } from '../../translations.ts';
import classes from './SettingsPage.module.css';

const SECTIONS = [
  { name: 'body', to: '/settings' },
  { name: 'users', to: '/settings/users' },
  { name: 'passphrase', to: '/settings/passphrase' },
  { name: 'recovery', to: '/settings/recovery' },
  { name: 'backup', to: '/settings/backup' },
  { name: 'check', to: '/settings/check' },
] as const;

/** The sections of the settings, and the one that is open. */
export function SettingsPage() {
  const t = useT();
  return (
    <div className={classes.page}>
      <div data-screen-only>
        <PageHeader title={t.settings.title} />
      </div>
      <div className={classes.columns}>
        <nav className={classes.sections} aria-label={t.settings.title} data-screen-only>
          {SECTIONS.map(({ name, to }) => (
            <Link
              key={to}
              to={to}
              className={classes.section}
              activeOptions={{ exact: true }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {t.settings.sections[name]}
            </Link>
          ))}
        </nav>
        <div className={classes.content}>
          <Outlet />
        </div>
      </div>
    </div>
  );
}
