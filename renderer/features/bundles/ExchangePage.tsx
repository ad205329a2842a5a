import { Button } from '@mantine/core';
import { IconMailOpened, IconPackageExport } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { useProblems } from '../../components/problems.ts';
import { ViewTabs } from '../../components/ViewTabs/ViewTabs.tsx';
import { host, type PickedFiles } from '../../host/host.ts';
import { useT } from '../../translations.ts';
import { AgreementsView } from './agreements/AgreementsView.tsx';
import { ComposeView } from './compose/ComposeView.tsx';
import { ContactsView } from './contacts/ContactsView.tsx';
import { DroppedContext, kindOf } from './dropped.ts';
import classes from './ExchangePage.module.css';
import { OpenView } from './open/OpenView.tsx';
import { ReceivedView } from './ReceivedView.tsx';
import { SentView } from './SentView.tsx';
import { type ExchangeView, isView, TABS, useGoTo } from './useExchange.ts';

const VIEWS: Record<ExchangeView, () => React.ReactNode> = {
  sent: SentView,
  received: ReceivedView,
  contacts: ContactsView,
  agreements: AgreementsView,
  new: ComposeView,
  open: OpenView,
};

/** 交换: what was sent and received, with whom, and on what agreements. A bundle may be dropped anywhere on it. */
export function ExchangePage() {
  const t = useT();
  const words = t.bundles;
  const goTo = useGoTo();
  const { view } = useParams({ strict: false }) as { view?: string };
  const shown: ExchangeView = isView(view) ? view : 'sent';
  const View = VIEWS[shown];
  const isTab = TABS.some((tab) => tab === shown);
  return (
    <DropZone>
      <div className={classes.page}>
        {isTab && (
          <>
            <PageHeader
              title={words.title}
              actions={
                <>
                  <Button
                    variant="default"
                    leftSection={<IconMailOpened size={16} stroke={1.5} />}
                    onClick={() => goTo('open')}
                  >
                    {words.openOne}
                  </Button>
                  <Button
                    leftSection={<IconPackageExport size={16} stroke={1.5} />}
                    onClick={() => goTo('new')}
                  >
                    {words.compose}
                  </Button>
                </>
              }
            />
            <ViewTabs<ExchangeView>
              label={words.title}
              views={TABS.map((name) => ({ name, to: `/exchange/${name}`, text: words.tabs[name] }))}
              shown={shown}
            />
          </>
        )}
        <View />
      </div>
    </DropZone>
  );
}

/** Takes a file dropped anywhere on the page to where it belongs: bundles are opened, contact cards read. */
function DropZone({ children }: { children: React.ReactNode }) {
  const t = useT();
  const goTo = useGoTo();
  const report = useProblems();
  const [isOver, setIsOver] = useState(false);
  const [files, setFiles] = useState<PickedFiles | null>(null);

  function bringsFiles(event: DragEvent): boolean {
    return event.dataTransfer.types.includes('Files');
  }
  function onDrop(event: DragEvent): void {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    setIsOver(false);
    host
      .dropped(event.dataTransfer)
      .then((picked) => {
        if (picked === null) return;
        setFiles(picked);
        goTo(kindOf(picked) === 'card' ? 'contacts' : 'open');
      })
      .catch(report);
  }

  return (
    <section
      className={classes.zone}
      aria-label={t.bundles.title}
      data-over={isOver || undefined}
      data-drop={t.bundles.dropHere}
      onDragOver={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      }}
      onDrop={onDrop}
    >
      <DroppedContext value={{ files, taken: () => setFiles(null) }}>{children}</DroppedContext>
    </section>
  );
}
