import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { RecordDetail } from '#shared/records/contract.ts';
import { api } from '../../../api.ts';
import { Deeds } from '../../../components/Deeds.tsx';
import { EmptyPage } from '../../../components/EmptyPage/EmptyPage.tsx';
import { useProtectedScreen } from '../../../components/protectScreen.ts';
import { useUndoKey } from '../../../components/useUndoKey.ts';
import { Viewer } from '../../../components/Viewer/Viewer.tsx';
import { useT } from '../../../translations.ts';
import { ImportTarget } from '../imports/ImportTarget.tsx';
import { useImportDialog } from '../imports/useImportDialog.tsx';
import { ConflictSheet } from './ConflictSheet.tsx';
import { DecisionsTab } from './DecisionsTab.tsx';
import { DescriptionTab } from './DescriptionTab.tsx';
import { FilesTab } from './FilesTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { RecordFacts } from './RecordFacts.tsx';
import { RecordHead } from './RecordHead.tsx';
import classes from './RecordPage.module.css';
import { useRecordEdit } from './useRecordEdit.ts';

/** One record: what it is, its files, its history. */
export function RecordPage() {
  const t = useT();
  const { recordId = '' } = useParams({ strict: false });
  const record = useQuery(api.records.get.queryOptions({ input: { id: recordId } }));
  if (record.isError) {
    return (
      <EmptyPage title={t.records.page.missing} action={<Link to="/archive">{t.records.page.back}</Link>}>
        {t.records.page.missingHelp}
      </EmptyPage>
    );
  }
  return record.data === undefined ? null : <OpenRecord key={recordId} record={record.data} />;
}

function OpenRecord({ record }: { record: RecordDetail }) {
  const t = useT();
  const edit = useRecordEdit(record);
  const { id, title, level, term, mark, files } = record;
  const imports = useImportDialog({ id, title, level, term });
  const [shown, setShown] = useState<string | null>(null);
  const tabs = t.records.page.tabs;
  useProtectedScreen([level]);
  useUndoKey();
  return (
    <ImportTarget onPicked={imports.ask} label={t.records.files.drop}>
      <article className={classes.page}>
        <RecordHead record={record} edit={edit} />
        <div className={classes.columns}>
          <Tabs defaultValue="files" className={classes.tabs} keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="files">
                {tabs.files} <span className={classes.count}>{files.length}</span>
              </Tabs.Tab>
              <Tabs.Tab value="description">{tabs.description}</Tabs.Tab>
              <Deeds>
                <Tabs.Tab value="history">{tabs.history}</Tabs.Tab>
                <Tabs.Tab value="decisions">{tabs.decisions}</Tabs.Tab>
              </Deeds>
            </Tabs.List>
            <Tabs.Panel value="files" className={classes.panel}>
              <FilesTab record={record} take={edit.take} onOpen={setShown} onAdd={imports.pickFiles} />
            </Tabs.Panel>
            <Tabs.Panel value="description" className={classes.panel}>
              <DescriptionTab record={record} edit={edit} />
            </Tabs.Panel>
            <Tabs.Panel value="history" className={classes.panel}>
              <HistoryTab recordId={id} />
            </Tabs.Panel>
            <Tabs.Panel value="decisions" className={classes.panel}>
              <DecisionsTab record={record} />
            </Tabs.Panel>
          </Tabs>
          <RecordFacts record={record} edit={edit} />
        </div>
        {shown !== null && (
          <Viewer
            files={files}
            startId={shown}
            subject={{ title, level, mark }}
            onClose={() => setShown(null)}
          />
        )}
        {edit.conflict !== null && <ConflictSheet record={record} edit={edit} conflict={edit.conflict} />}
        {imports.dialog}
      </article>
    </ImportTarget>
  );
}
