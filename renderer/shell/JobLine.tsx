import { Progress } from '@mantine/core';
import { IconPlayerStop, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Job } from '#shared/jobs/contract.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { client } from '../api.ts';
import { IconButton } from '../components/IconButton/IconButton.tsx';
import { useProblems } from '../components/problems.ts';
import { counted, fileSize, percent } from '../formats.ts';
import { useT } from '../translations.ts';
import classes from './JobTray.module.css';

/** One piece of long work: how far it is, how to stop it or take it off the list, and where its results are. */
export function JobLine({ job, onLeave }: { job: Job; onLeave(): void }) {
  const t = useT();
  const report = useProblems();
  const goesOn = job.state === 'RUNNING' || job.state === 'PAUSED';
  const write = job.unit === 'bytes' ? fileSize : counted;
  const done = percent(job.done, job.total);
  const title = job.title === '' ? t.shell.tray.kinds[job.kind] : job.title;
  return (
    <li className={classes.job} data-state={job.state}>
      <div className={classes.head}>
        <span className={classes.words}>{title}</span>
        {goesOn ? (
          <IconButton
            label={t.shell.tray.cancel}
            size={24}
            onClick={() => void client.jobs.cancel({ id: job.id }).catch(report)}
          >
            <IconPlayerStop size={16} stroke={1.5} />
          </IconButton>
        ) : (
          <IconButton
            label={t.shell.tray.dismiss}
            size={24}
            onClick={() => void client.jobs.dismiss({ id: job.id }).catch(report)}
          >
            <IconX size={16} stroke={1.5} />
          </IconButton>
        )}
      </div>
      {goesOn && <Progress value={done} size={4} aria-label={title} />}
      <p className={classes.state}>
        {t.shell.tray.kinds[job.kind]} · {t.shell.tray.states[job.state]}
        {job.total > 0 && ` · ${t.formats.of(write(job.done), write(job.total))}`}
        {job.attention > 0 && (
          <strong className={classes.attention}> · {t.shell.tray.attention(job.attention)}</strong>
        )}
      </p>
      {job.kind === 'import' && (
        <Link
          to="/imports/$importId"
          params={{ importId: job.id }}
          className={classes.result}
          onClick={onLeave}
        >
          {t.imports.showResult}
        </Link>
      )}
      {job.problems.map((problem) => (
        <p key={JSON.stringify(problem)} className={classes.problem}>
          {problemText(t, problem)}
        </p>
      ))}
    </li>
  );
}
