import { Link, useParams } from '@tanstack/react-router';
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { useT } from '../../translations.ts';
import classes from './BodyPage.module.css';
import { GroupsView } from './groups/GroupsView.tsx';
import { MapView } from './map/MapView.tsx';
import { RulesView } from './rules/RulesView.tsx';

const VIEWS = { groups: GroupsView, map: MapView, rules: RulesView };
const TABS = ['groups', 'map', 'rules'] as const;

/** 联合体: its groups and who is in them, how people and units belong together, and the rules it works by. */
export function BodyPage() {
  const t = useT();
  const { view } = useParams({ strict: false }) as { view?: string };
  const shown = TABS.find((tab) => tab === view) ?? 'groups';
  const View = VIEWS[shown];
  return (
    <div className={classes.page}>
      <PageHeader title={t.body.title} />
      <nav className={classes.tabs} aria-label={t.body.title}>
        {TABS.map((tab) => (
          <Link
            key={tab}
            to="/body/$view"
            params={{ view: tab }}
            className={classes.tab}
            aria-current={tab === shown ? 'page' : undefined}
          >
            {t.body.tabs[tab]}
          </Link>
        ))}
      </nav>
      <View />
    </div>
  );
}
