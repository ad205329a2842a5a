import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { IconButton } from '../components/IconButton/IconButton.tsx';
import { useProblems } from '../components/problems.ts';
import { type Notice, noticeStore, notifyDone, settle, withdraw } from '../notices.ts';
import { useT } from '../translations.ts';
import classes from './NoticeLayer.module.css';

/** The notices that still float, low in the middle: out of the way of what is worked on. */
export function NoticeLayer() {
  const t = useT();
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.current);
  return (
    <section className={classes.layer} aria-label={t.shell.notices.label} aria-live="polite">
      {notices
        .filter((notice) => notice.floating)
        .map((notice) => (
          <Line key={notice.id} notice={notice} />
        ))}
    </section>
  );
}

function Line({ notice }: { notice: Notice }) {
  const t = useT();
  const isProblem = notice.kind === 'problem';
  return (
    <div className={classes.notice} data-kind={notice.kind} {...(isProblem ? { role: 'alert' } : {})}>
      {isProblem ? (
        <IconAlertTriangle size={18} stroke={1.5} className={classes.icon} aria-hidden="true" />
      ) : (
        <IconCheck size={18} stroke={1.5} className={classes.icon} aria-hidden="true" />
      )}
      <div className={classes.lines}>
        {notice.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <UndoButton notice={notice} />
      <IconButton
        label={isProblem ? t.shell.notices.closeProblem : t.actions.close}
        size={24}
        onClick={() => settle(notice.id)}
      >
        <IconX size={16} stroke={1.5} />
      </IconButton>
    </div>
  );
}

/** Takes a deed back, once. Nothing where it cannot be. */
export function UndoButton({ notice }: { notice: Notice }) {
  const t = useT();
  const report = useProblems();
  const { undo } = notice;
  if (undo === undefined) return null;
  async function takeBack(take: () => Promise<void>): Promise<void> {
    withdraw(notice.id);
    try {
      await take();
      notifyDone(t.actions.undone);
    } catch (error) {
      report(error);
    }
  }
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => void takeBack(undo)}>
      {t.actions.undo}
    </Button>
  );
}
