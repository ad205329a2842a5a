import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { RecordDetail } from '#shared/records/contract.ts';
import { EmptyPage } from '../../../components/EmptyPage/EmptyPage.tsx';
import { Gallery } from '../../../components/Gallery/Gallery.tsx';
import { useT } from '../../../translations.ts';
import { useArchivePreferences } from '../browse/preferences.ts';
import { FileCaption } from './FileCaption.tsx';
import { FileRows } from './FileRows.tsx';
import classes from './FilesTab.module.css';
import { useFileDeeds } from './useFileDeeds.ts';

/** The files of a record: pictures in their proportions or a list with all facts; put in order by dragging or with Alt and arrows. */
export function FilesTab({
  record,
  take,
  onOpen,
  onAdd,
}: {
  record: RecordDetail;
  take: (record: RecordDetail) => void;
  onOpen: (fileId: string) => void;
  onAdd: () => void;
}) {
  const t = useT();
  const words = t.records.files;
  const { files } = record;
  const hasPictures = files.some(({ thumbnail }) => thumbnail !== null);
  const { preferences, prefer } = useArchivePreferences();
  // Until somebody chooses: pictures as pictures, papers and recordings as a list.
  const layout = preferences.files ?? (hasPictures ? 'gallery' : 'list');
  const deeds = useFileDeeds(record, take);
  if (files.length === 0) {
    return (
      <EmptyPage title={words.none} action={<Button onClick={onAdd}>{words.add}</Button>}>
        {words.noneHelp}
      </EmptyPage>
    );
  }
  return (
    <div className={classes.tab}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={words.layout}
          value={layout}
          onChange={(next) => prefer({ files: next === 'list' ? 'list' : 'gallery' })}
          data={[
            { value: 'gallery', label: words.gallery },
            { value: 'list', label: words.list },
          ]}
        />
        {files.length > 1 && <span className={classes.hint}>{words.reorderHint}</span>}
        <Button variant="default" size="xs" leftSection={<IconPlus size={16} stroke={1.5} />} onClick={onAdd}>
          {words.add}
        </Button>
      </div>
      <output className={classes.told} aria-live="polite">
        {deeds.told}
      </output>
      {layout === 'gallery' ? (
        <Gallery
          files={files}
          label={t.records.page.tabs.files}
          onOpen={onOpen}
          onMove={deeds.move}
          caption={(file) => <FileCaption file={file} deeds={deeds} />}
        />
      ) : (
        <FileRows files={files} deeds={deeds} onOpen={onOpen} />
      )}
    </div>
  );
}
