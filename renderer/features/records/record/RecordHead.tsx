import { Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconDots,
  IconPackageExport,
  IconShieldLock,
  IconTrash,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RecordDetail } from '#shared/records/contract.ts';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { InlineEdit } from '../../../components/InlineEdit/InlineEdit.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { PageHeader } from '../../../components/PageHeader/PageHeader.tsx';
import { errorSentences } from '../../../components/problems.ts';
import { useT } from '../../../translations.ts';
import { ArchiveSheet } from '../bulk/ArchiveSheet.tsx';
import { LevelQueue } from '../bulk/LevelQueue.tsx';
import { RemoveSheet } from '../bulk/RemoveSheet.tsx';
import { useRestore } from '../bulk/useRestore.ts';
import { useToBundle } from '../bulk/useToBundle.ts';
import classes from './RecordHead.module.css';
import type { RecordEdit } from './useRecordEdit.ts';

type Sheet = 'archive' | 'level' | 'remove';

/** The record's name, level, state and number, and the three things done with it most. */
export function RecordHead({ record, edit }: { record: RecordDetail; edit: RecordEdit }) {
  const t = useT();
  const words = t.records.page;
  const navigate = useNavigate();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const restore = useRestore();
  const toBundle = useToBundle();
  const ids = [record.id];
  const close = () => setSheet(null);
  const isRemoved = record.removedAt !== null;
  return (
    <>
      {isRemoved && (
        <div className={classes.removed} role="status">
          <p>{t.records.remove.notice}</p>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowBackUp size={16} stroke={1.5} />}
            onClick={() => void restore(ids)}
          >
            {t.records.bulk.restore}
          </Button>
        </div>
      )}
      <PageHeader
        above={
          <Link to="/archive" className={classes.back}>
            {t.records.title}
          </Link>
        }
        title={
          <InlineEdit
            label={t.records.fields.title}
            value={record.title}
            maxLength={500}
            onSave={(title) => edit.edit({ title })}
            errorText={(error) => errorSentences(t, error).join(' ')}
          />
        }
        below={
          <>
            <LevelMark level={record.level} mark={record.mark} look="boxed" />
            <span className={classes.stage} data-stage={record.stage}>
              {t.records.stages[record.stage]}
            </span>
            {record.refCode !== null && <code className={classes.code}>{record.refCode}</code>}
            {record.origin !== null && <span>{words.originFrom(record.origin.unit)}</span>}
          </>
        }
        actions={
          !isRemoved && (
            <>
              <Button
                variant="default"
                leftSection={<IconPackageExport size={18} stroke={1.5} />}
                onClick={() => toBundle(ids)}
              >
                {words.bundle}
              </Button>
              <Button
                variant="default"
                leftSection={<IconShieldLock size={18} stroke={1.5} />}
                onClick={() => setSheet('level')}
              >
                {words.level}
              </Button>
              {record.stage === 'DRAFT' && (
                <Button
                  leftSection={<IconArchive size={18} stroke={1.5} />}
                  onClick={() => setSheet('archive')}
                >
                  {words.archive}
                </Button>
              )}
              <Menu>
                <Menu.Target>
                  <IconButton label={words.more} size={36}>
                    <IconDots size={18} stroke={1.5} />
                  </IconButton>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconTrash size={16} stroke={1.5} />}
                    onClick={() => setSheet('remove')}
                  >
                    {t.records.bulk.remove}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </>
          )
        }
      />
      {sheet === 'archive' && <ArchiveSheet ids={ids} onClose={close} onDone={close} />}
      {sheet === 'level' && <LevelQueue ids={ids} onClose={close} />}
      {sheet === 'remove' && (
        <RemoveSheet
          ids={ids}
          onClose={close}
          onDone={() => {
            close();
            void navigate({ to: '/archive' });
          }}
        />
      )}
    </>
  );
}
