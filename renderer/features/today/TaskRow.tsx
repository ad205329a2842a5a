import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCertificate,
  IconChartRadar,
  IconClipboardCheck,
  IconContract,
  IconDatabaseExport,
  IconFileImport,
  IconFilterCheck,
  IconHourglass,
  IconMessages,
  IconPresentation,
  IconReceiptYuan,
  IconShieldHalf,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { daysBetween, localDateOf } from '#shared/dates.ts';
import type { ItemHead } from '#shared/items.ts';
import type { Job } from '#shared/jobs/contract.ts';
import type { MeasureKind } from '#shared/members/measure.ts';
import type { Task, TaskKind } from '#shared/today/contract.ts';
import { ItemLink } from '../../components/ItemLink.tsx';
import { itemAddress } from '../../components/itemAddress.ts';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { showJobTray } from '../../jobTray.ts';
import { useT } from '../../translations.ts';
import classes from './TaskList.module.css';

const ICONS: Record<TaskKind, typeof IconContract> = {
  SCREENING: IconFilterCheck,
  QUALIFICATION: IconCertificate,
  REVIEW: IconClipboardCheck,
  MEASURE: IconHourglass,
  ACTION: IconMessages,
  TERM: IconShieldHalf,
  AGREEMENT: IconContract,
  FEE: IconReceiptYuan,
  PANEL: IconChartRadar,
  EXHIBIT: IconPresentation,
  IMPORT: IconFileImport,
  JOB: IconAlertTriangle,
  BACKUP: IconDatabaseExport,
};

/** One task: what it is about, why, by when, and the deed. */
export function TaskRow({ task, onDecide }: { task: Task; onDecide: (item: ItemHead) => void }) {
  const t = useT();
  const navigate = useNavigate();
  const { kind, item } = task;
  const Icon = ICONS[kind];
  function act(): void {
    if (kind === 'TERM' && item !== null) onDecide(item);
    else if (item !== null) void navigate({ to: itemAddress(item) });
    else if (kind === 'REVIEW') void navigate({ to: '/units' });
    else if (kind === 'IMPORT') void navigate({ to: '/imports/$importId', params: { importId: task.id } });
    else if (kind === 'JOB') showJobTray(true);
    else void navigate({ to: '/settings/backup' });
  }
  return (
    <li className={classes.row}>
      <Icon size={18} stroke={1.5} className={classes.icon} aria-label={t.today.kinds[kind]} role="img" />
      <div className={classes.words}>
        <div className={classes.title}>
          <span>{item === null ? titleOf(t, task) : <ItemLink item={item} />}</span>
          {item !== null && <LevelMark level={item.level} />}
        </div>
        <p className={classes.what}>{whyOf(t, task)}</p>
      </div>
      <DueText due={task.due} />
      <Button variant="default" size="compact-sm" onClick={act}>
        {t.today.actions[kind]}
      </Button>
    </li>
  );
}

function titleOf(t: ReturnType<typeof useT>, { kind, title, detail }: Task): string {
  if (kind === 'JOB' && title === '') return t.shell.tray.kinds[detail as Job['kind']];
  if (kind === 'BACKUP') return t.today.backupTitle;
  return title === '' ? t.today.kinds[kind] : title;
}

function whyOf(t: ReturnType<typeof useT>, { kind, count, due, detail }: Task): string {
  const { texts } = t.today;
  if (kind === 'IMPORT') return count === null ? texts.IMPORT_PAUSED : texts.IMPORT(count);
  if (kind === 'PANEL') return detail === '' ? texts.PANEL : texts.PANEL_OF(detail);
  if (kind === 'EXHIBIT') return texts.EXHIBIT[detail as keyof typeof texts.EXHIBIT];
  // Without a number a certificate is told by its kind.
  if (kind === 'QUALIFICATION') {
    const kinds: Record<string, string> = t.members.qualifications.kinds;
    return texts.QUALIFICATION(kinds[detail] ?? detail);
  }
  if (kind === 'FEE' || kind === 'ACTION') return texts[kind](detail);
  if (kind === 'REVIEW') return texts.REVIEW(detail, count ?? 1);
  if (kind === 'MEASURE') return texts.MEASURE(t.members.measures.kinds[detail as MeasureKind]);
  if (kind === 'JOB') return texts.JOB(t.shell.tray.kinds[detail as Job['kind']]);
  if (kind === 'BACKUP') return due === null ? texts.BACKUP_NEVER : texts.BACKUP;
  return texts[kind];
}

function DueText({ due }: { due: string | null }) {
  const t = useT();
  if (due === null) return <span className={classes.due} />;
  const left = daysBetween(localDateOf(new Date()), due);
  const words = t.today.due;
  return (
    <time dateTime={due} title={due} className={classes.due}>
      {left === 0 ? words.today : left > 0 ? words.left(left) : words.over(-left)}
    </time>
  );
}
