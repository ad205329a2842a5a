import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ItemHead } from '#shared/items.ts';
import type { Task } from '#shared/today/contract.ts';
import { URGENCIES, type Urgency } from '#shared/today/urgency.ts';
import { api } from '../../api.ts';
import { EmptyPage } from '../../components/EmptyPage/EmptyPage.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../components/protectScreen.ts';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './TaskList.module.css';
import { TaskRow } from './TaskRow.tsx';

const LevelChangeSheet = lazy(async () => ({
  default: (await import('../../components/LevelChangeSheet/LevelChangeSheet.tsx')).LevelChangeSheet,
}));

/** Of each urgency so many are shown at first: a hundred terms must not hide the one import that waits. */
const FIRST = 8;

/** What needs somebody, by how much it presses; each row has the one deed that is asked for. */
export function TaskList() {
  const t = useT();
  const jobs = useQuery(api.jobs.watch.experimental_liveOptions({ retry: true, retryDelay: 1000 })).data;
  const failed = jobs?.filter(({ state }) => state === 'FAILED').length;
  const tasks = useQuery(api.today.tasks.queryOptions());
  const { refetch } = tasks;
  // No write tells of long work that failed or was taken off the tray.
  useEffect(() => {
    if (failed !== undefined) void refetch();
  }, [failed, refetch]);
  const [deciding, setDeciding] = useState<ItemHead | null>(null);
  useProtectedScreen((tasks.data ?? []).flatMap(({ item }) => item?.level ?? []));
  return (
    <section aria-label={t.today.tasks} className={classes.tasks}>
      <ErrorProblems error={tasks.error} />
      {tasks.data?.length === 0 && (
        <EmptyPage icon={<IconCircleCheck size={40} stroke={1.5} />} title={t.today.nothing}>
          {t.today.nothingHelp}
        </EmptyPage>
      )}
      {URGENCIES.map((urgency) => (
        <Group
          key={urgency}
          urgency={urgency}
          tasks={(tasks.data ?? []).filter((task) => task.urgency === urgency)}
          onDecide={setDeciding}
        />
      ))}
      {deciding !== null && (
        <Suspense>
          <LevelChangeSheet
            item={deciding}
            onClose={() => setDeciding(null)}
            onDone={() => setDeciding(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

function Group({
  urgency,
  tasks,
  onDecide,
}: {
  urgency: Urgency;
  tasks: readonly Task[];
  onDecide: (item: ItemHead) => void;
}) {
  const t = useT();
  const [all, setAll] = useState(false);
  if (tasks.length === 0) return null;
  const shown = all ? tasks : tasks.slice(0, FIRST);
  return (
    <section aria-label={t.today.urgencies[urgency]} className={classes.group}>
      <h2 className={classes.urgency} data-urgency={urgency}>
        {t.today.urgencies[urgency]}
        <span className={classes.count}>{counted(tasks.length)}</span>
      </h2>
      <ul className={classes.list}>
        {shown.map((task) => (
          <TaskRow key={`${task.kind} ${task.id}`} task={task} onDecide={onDecide} />
        ))}
      </ul>
      {shown.length < tasks.length && (
        <Button variant="subtle" size="compact-sm" className={classes.more} onClick={() => setAll(true)}>
          {t.today.more(tasks.length - shown.length)}
        </Button>
      )}
    </section>
  );
}
