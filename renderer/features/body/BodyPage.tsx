import { useParams } from '@tanstack/react-router';
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { ViewTabs } from '../../components/ViewTabs/ViewTabs.tsx';
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
      <ViewTabs
        label={t.body.title}
        views={TABS.map((name) => ({ name, to: `/body/${name}`, text: t.body.tabs[name] }))}
        shown={shown}
      />
      <div className={classes.view}>
        <View />
      </div>
    </div>
  );
}
