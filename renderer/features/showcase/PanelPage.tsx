import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Panel } from '#shared/showcase/contract.ts';
import { api, client } from '../../api.ts';
import { Deeds } from '../../components/Deeds.tsx';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { RemoveItem } from '../../components/RemoveItem/RemoveItem.tsx';
import { useUndoKey } from '../../components/useUndoKey.ts';
import { usePresenting } from '../../session.ts';
import { useT } from '../../translations.ts';
import { PanelFacts } from './PanelFacts.tsx';
import classes from './PanelPage.module.css';
import { PanelReading } from './PanelReading.tsx';
import { PanelStateMark } from './PanelStateMark.tsx';
import { PicturesTab } from './PicturesTab.tsx';
import { ReviewRecord } from './ReviewRecord.tsx';
import { ReviewTab } from './ReviewTab.tsx';
import { SourcesTab } from './SourcesTab.tsx';
import { StepButtons } from './StepButtons.tsx';
import { TextTab } from './TextTab.tsx';
import { usePanelEdit } from './usePanelEdit.ts';

/** One panel: its words, its pictures, its gate. */
export function PanelPage() {
  const { panelId = '' } = useParams({ strict: false });
  const panel = useQuery(api.panels.get.queryOptions({ input: { id: panelId } }));
  if (panel.data === undefined) return <ErrorProblems error={panel.error} />;
  return <OpenPanel key={panelId} panel={panel.data} />;
}

function OpenPanel({ panel }: { panel: Panel }) {
  const t = useT();
  const words = t.showcase.panels;
  const edit = usePanelEdit(panel);
  const isRead = usePresenting();
  useUndoKey();
  return (
    <ItemLayout
      item={panel}
      list={{ to: '/showcase/panels', name: words.title }}
      below={
        <>
          {!isRead && <PanelStateMark state={panel.state} />}
          <span>{words.edition(panel.edition)}</span>
          {panel.reviewNo !== '' && <span>{panel.reviewNo}</span>}
        </>
      }
      actions={
        <>
          <StepButtons panel={panel} />
          {panel.steps.length === 0 && (
            <RemoveItem
              item={panel}
              label={t.showcase.panels.remove}
              help={t.showcase.panels.removeHelp}
              remove={(input) => client.panels.remove(input)}
              to="/showcase/panels"
              needsReason
            />
          )}
        </>
      }
      facts={<PanelFacts panel={panel} edit={edit} />}
    >
      <Tabs defaultValue={panel.state === 'DRAFT' || isRead ? 'text' : 'gate'} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="text">{words.text}</Tabs.Tab>
          <Tabs.Tab value="pictures">
            {words.pictures} <span className={classes.count}>{panel.pictures.length}</span>
          </Tabs.Tab>
          <Deeds>
            <Tabs.Tab value="sources">{t.showcase.sources.tab}</Tabs.Tab>
            <Tabs.Tab value="gate">
              {words.gate} <span className={classes.count}>{words.green(panel.green)}</span>
            </Tabs.Tab>
            <Tabs.Tab value="record">{words.record}</Tabs.Tab>
          </Deeds>
        </Tabs.List>
        <Tabs.Panel value="text" className={classes.tab}>
          {isRead ? <PanelReading fields={panel.fields} /> : <TextTab panel={panel} edit={edit} />}
        </Tabs.Panel>
        <Tabs.Panel value="pictures" className={classes.tab}>
          <PicturesTab panel={panel} edit={edit} />
        </Tabs.Panel>
        <Tabs.Panel value="sources" className={classes.tab}>
          <SourcesTab panel={panel} />
        </Tabs.Panel>
        <Tabs.Panel value="gate" className={classes.tab}>
          <ReviewTab panel={panel} />
        </Tabs.Panel>
        <Tabs.Panel value="record" className={classes.tab}>
          <ReviewRecord panel={panel} />
        </Tabs.Panel>
      </Tabs>
    </ItemLayout>
  );
}
