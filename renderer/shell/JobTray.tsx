import { Popover } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api } from '../api.ts';
import { InstantText } from '../components/DateText/DateText.tsx';
import { IconButton } from '../components/IconButton/IconButton.tsx';
import { jobTrayStore, showJobTray } from '../jobTray.ts';
import { noticeStore } from '../notices.ts';
import { useT } from '../translations.ts';
import { JobLine } from './JobLine.tsx';
import classes from './JobTray.module.css';
import { UndoButton } from './NoticeLayer.tsx';

/** Long work in one place, and what was done last with its undo. */
export function JobTray() {
  const t = useT();
  const opened = useSyncExternalStore(jobTrayStore.subscribe, jobTrayStore.current);
  const close = () => showJobTray(false);
  const jobs =
    useQuery(api.jobs.watch.experimental_liveOptions({ retry: true, retryDelay: 1000 })).data ?? [];
  const running = jobs.filter(({ state }) => state === 'RUNNING').length;
  const attention = jobs.reduce((sum, job) => sum + job.attention, 0);
  const label = running > 0 ? t.shell.tray.running(running) : t.shell.tray.open;
  return (
    <Popover
      opened={opened}
      onChange={close}
      width={380}
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <span className={classes.target}>
        <Popover.Target>
          <IconButton label={label} onClick={() => showJobTray(!opened)}>
            <IconStack2 size={18} stroke={1.5} className={running > 0 ? classes.running : undefined} />
          </IconButton>
        </Popover.Target>
        {(running > 0 || attention > 0) && (
          <span className={classes.badge} data-attention={attention > 0 || undefined} aria-hidden="true">
            {attention > 0 ? attention : running}
          </span>
        )}
      </span>
      <Popover.Dropdown className={classes.tray} aria-label={t.shell.tray.open}>
        <h2 className={classes.title}>{t.shell.tray.title}</h2>
        {jobs.length === 0 ? (
          <p className={classes.empty}>{t.shell.tray.empty}</p>
        ) : (
          <ul className={classes.list}>
            {jobs.map((job) => (
              <JobLine key={job.id} job={job} onLeave={close} />
            ))}
          </ul>
        )}
        <RecentDeeds />
      </Popover.Dropdown>
    </Popover>
  );
}

function RecentDeeds() {
  const t = useT();
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.current);
  const done = notices.filter(({ kind }) => kind === 'done');
  if (done.length === 0) return null;
  return (
    <>
      <h2 className={classes.title}>{t.shell.tray.recent}</h2>
      <ul className={classes.list}>
        {done.slice(0, 8).map((notice) => (
          <li key={notice.id} className={classes.deed}>
            <span className={classes.words}>{notice.lines.join(' ')}</span>
            <span className={classes.when}>
              <InstantText at={notice.at} ago />
            </span>
            <UndoButton notice={notice} />
          </li>
        ))}
      </ul>
    </>
  );
}
