import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '#shared/errors.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { useT } from '../../translations.ts';
import { errorSentence, isAtField, problemsOf } from '../problems.ts';
import classes from './ProblemList.module.css';

/** What stands in the way, one line each. Nothing where there are none. */
export function ProblemList({
  problems,
  title,
}: {
  problems: readonly Problem[];
  title?: string | undefined;
}) {
  const t = useT();
  if (problems.length === 0) return null;
  return (
    <div className={classes.list} role="alert">
      <IconAlertTriangle size={18} stroke={1.5} className={classes.icon} aria-hidden="true" />
      <div>
        {title !== undefined && <p className={classes.title}>{title}</p>}
        <ul className={classes.lines}>
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)}>{problemText(t, problem)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The same for what a call was refused with, without what already stands at a field. Nothing for null. */
export function ErrorProblems({ error, atFields = [] }: { error: unknown; atFields?: readonly string[] }) {
  const t = useT();
  if (error === null || error === undefined) return null;
  const problems = problemsOf(error);
  if (problems.length > 0) {
    return (
      <ProblemList
        problems={problems.filter((problem) => !atFields.some((field) => isAtField(problem, field)))}
      />
    );
  }
  return (
    <div className={classes.list} role="alert">
      <IconAlertTriangle size={18} stroke={1.5} className={classes.icon} aria-hidden="true" />
      <p>{errorSentence(t, error)}</p>
    </div>
  );
}
