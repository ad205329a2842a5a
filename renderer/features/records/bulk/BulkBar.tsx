import { Button } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconPackageExport,
  IconPencil,
  IconShieldLock,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { counted } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import type { Selected } from '../browse/useSelection.ts';
import { ArchiveSheet } from './ArchiveSheet.tsx';
import classes from './BulkBar.module.css';
import { BulkEditSheet } from './BulkEditSheet.tsx';
import { LevelQueue } from './LevelQueue.tsx';
import { RemoveSheet } from './RemoveSheet.tsx';
import { useRestore } from './useRestore.ts';
import { useToBundle } from './useToBundle.ts';

type Sheet = 'edit' | 'archive' | 'level' | 'remove';

/** What can be done with all that is chosen. */
export function BulkBar({ selected, removed }: { selected: Selected; removed: boolean }) {
  const t = useT();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const restore = useRestore();
  const toBundle = useToBundle();
  const ids = [...selected.ids];
  if (ids.length === 0) return null;
  const close = () => setSheet(null);
  const done = () => {
    close();
    selected.clear();
  };
  const count = counted(ids.length);
  return (
    <div className={classes.place}>
      <div className={classes.bar} role="toolbar" aria-label={t.records.list.selected(count)}>
        <output className={classes.count}>
          {selected.isCut ? t.records.list.selectedFirst(count) : t.records.list.selected(count)}
        </output>
        {removed ? (
          <Deed
            icon={<IconArrowBackUp size={16} stroke={1.5} />}
            onClick={() => void restore(ids).then(selected.clear)}
          >
            {t.records.bulk.restore}
          </Deed>
        ) : (
          <>
            <Deed icon={<IconPencil size={16} stroke={1.5} />} onClick={() => setSheet('edit')}>
              {t.records.bulk.edit}
            </Deed>
            <Deed icon={<IconArchive size={16} stroke={1.5} />} onClick={() => setSheet('archive')}>
              {t.records.bulk.archive}
            </Deed>
            <Deed icon={<IconShieldLock size={16} stroke={1.5} />} onClick={() => setSheet('level')}>
              {t.records.bulk.level}
            </Deed>
            <Deed icon={<IconPackageExport size={16} stroke={1.5} />} onClick={() => toBundle(ids)}>
              {t.records.bulk.bundle}
            </Deed>
            <Deed icon={<IconTrash size={16} stroke={1.5} />} onClick={() => setSheet('remove')}>
              {t.records.bulk.remove}
            </Deed>
          </>
        )}
        <IconButton label={t.records.list.clearSelection} shortcut="Esc" size={28} onClick={selected.clear}>
          <IconX size={16} stroke={1.5} />
        </IconButton>
      </div>
      {sheet === 'edit' && <BulkEditSheet ids={ids} onClose={close} />}
      {sheet === 'archive' && <ArchiveSheet ids={ids} onClose={close} onDone={close} />}
      {sheet === 'level' && <LevelQueue ids={ids} onClose={close} />}
      {sheet === 'remove' && <RemoveSheet ids={ids} onClose={close} onDone={done} />}
    </div>
  );
}

function Deed({ icon, onClick, children }: { icon: ReactNode; onClick: () => void; children: string }) {
  return (
    <Button
      className={classes.deed}
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={icon}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
