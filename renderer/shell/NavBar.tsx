import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { VaultStatus } from '#shared/vault/contract.ts';
import { useT } from '../translations.ts';
import classes from './NavBar.module.css';
import { PAGE_GROUPS, SETTINGS_PAGE } from './pages.ts';
import { Seal } from './Seal.tsx';

type Page = (typeof PAGE_GROUPS)[number]['pages'][number] | typeof SETTINGS_PAGE;

/** The areas of the program; folds to icons. */
export function NavBar({
  status,
  folded,
  onFold,
}: {
  status: VaultStatus;
  folded: boolean;
  onFold: (next: boolean) => void;
}) {
  const t = useT();
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.bar} aria-label={t.shell.nav.label} data-folded={folded || undefined}>
      <div className={classes.head}>
        <Seal size={28} />
        <span className={classes.body} title={status.vault?.name}>
          {status.vault?.name}
        </span>
      </div>
      <div className={classes.groups}>
        {groupsFor(status).map(({ group, pages }) => (
          <section key={group} className={classes.group} aria-label={t.shell.nav.groups[group]}>
            <ul className={classes.list}>
              {pages.map((page) => (
                <li key={page.to}>
                  <PageLink page={page} folded={folded} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className={classes.foot}>
        {!status.presenting && <PageLink page={SETTINGS_PAGE} folded={folded} />}
        <button
          type="button"
          className={classes.link}
          onClick={() => onFold(!folded)}
          aria-expanded={!folded}
          data-fold
        >
          <Fold size={18} stroke={1.5} className={classes.icon} aria-hidden="true" />
          <span className={classes.word}>{folded ? t.shell.nav.unfold : t.shell.nav.fold}</span>
        </button>
        {!status.presenting && <WhoIsHere status={status} />}
      </div>
    </nav>
  );
}

/** A visitor finds only what is answered in 来宾模式. */
function groupsFor({ presenting }: VaultStatus) {
  return PAGE_GROUPS.map(({ group, pages }) => ({
    group,
    pages: pages.filter(({ presented }) => presented || !presenting),
  })).filter(({ pages }) => pages.length > 0);
}

function PageLink({ page, folded }: { page: Page; folded: boolean }) {
  const t = useT();
  const { name, to, Icon } = page;
  const word = t.shell.nav[name];
  return (
    <Tooltip label={word} position="right" disabled={!folded}>
      <Link to={to} className={classes.link} activeProps={{ 'aria-current': 'page' }}>
        <Icon size={18} stroke={1.5} className={classes.icon} aria-hidden="true" />
        <span className={classes.word}>{word}</span>
      </Link>
    </Tooltip>
  );
}

function WhoIsHere({ status }: { status: VaultStatus }) {
  const t = useT();
  if (status.me === null) return null;
  const clearance = t.shell.openedTo(t.levels.tiers[status.me.clearance]);
  return (
    <div className={classes.who} title={`${status.me.name} · ${clearance}`}>
      <span className={classes.initial} aria-hidden="true">
        {[...status.me.name][0]}
      </span>
      <span className={classes.name}>
        {status.me.name}
        <span className={classes.clearance}>{clearance}</span>
      </span>
    </div>
  );
}
