import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Problem } from '#shared/errors.ts';
import { ruleText } from '#shared/translations/problemText.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { counted } from '../../../formats.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { recordFieldName } from '../names.ts';
import classes from './ArchiveSheet.module.css';
import { useRefusals } from './useRefusals.ts';

/** Rows of each list that are drawn; the counts say how many there are. */
const SHOWN = 200;

/** 归档: which of the records are ready and which code each will get, and what the others still lack. */
export function ArchiveSheet({
  ids,
  onClose,
  onDone,
}: {
  ids: string[];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useT();
  const words = t.records.archive;
  const refusals = useRefusals();
  const check = useQuery({ ...api.records.checkArchiving.queryOptions({ input: { ids } }), gcTime: 0 });
  const archiving = useMutation(
    api.records.archive.mutationOptions({
      onSuccess({ done, refused }) {
        refusals(refused);
        const only = done.length === 1 ? ready[0]?.refCode : undefined;
        if (done.length > 0)
          notifyDone(only === undefined ? words.done(counted(done.length)) : words.doneOne(only));
        onDone();
      },
    }),
  );
  const open = (check.data ?? []).filter(
    ({ problems }) => !problems.some(({ rule }) => rule === 'ALREADY_ARCHIVED'),
  );
  const ready = open.filter(({ problems }) => problems.length === 0);
  const lacking = open.filter(({ problems }) => problems.length > 0);
  const confirm = () => archiving.mutate({ ids: ready.map(({ id }) => id) });
  return (
    <ConfirmSheet
      opened
      size="lg"
      title={words.title}
      verb={words.confirm(counted(ready.length))}
      busy={archiving.isPending}
      onClose={onClose}
      onConfirm={ready.length > 0 ? confirm : undefined}
    >
      <p className={classes.intro}>{words.intro}</p>
      {check.isPending && <p role="status">{words.checking}</p>}
      <ErrorProblems error={check.error ?? archiving.error} />
      {check.data !== undefined && open.length === 0 && <p>{words.alreadyArchived}</p>}
      {open.length > 0 && ready.length === 0 && <p>{words.nothingReady}</p>}
      {ready.length > 0 && (
        <section className={classes.part}>
          <h3 className={classes.name}>{words.ready(counted(ready.length))}</h3>
          <ul className={classes.list}>
            {ready.slice(0, SHOWN).map(({ id, title, refCode }) => (
              <li key={id} className={classes.row}>
                <span className={classes.title}>{title}</span>
                <code className={classes.code}>{refCode}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {lacking.length > 0 && (
        <section className={classes.part}>
          <h3 className={classes.name}>{words.missing(counted(lacking.length))}</h3>
          <ul className={classes.list}>
            {lacking.slice(0, SHOWN).map(({ id, title, problems }) => (
              <li key={id} className={classes.row}>
                <Link
                  to="/records/$recordId"
                  params={{ recordId: id }}
                  className={classes.title}
                  onClick={onClose}
                >
                  {title}
                </Link>
                <span className={classes.problems}>{whatIsMissing(t, problems)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ConfirmSheet>
  );
}

/** Empty fields in one breath, everything else by its own sentence. */
function whatIsMissing(t: ReturnType<typeof useT>, problems: readonly Problem[]): string {
  const empty = problems
    .filter(({ rule }) => rule === 'REQUIRED')
    .map(({ field = '' }) => recordFieldName(t, field));
  const others = problems.filter(({ rule }) => rule !== 'REQUIRED').map((problem) => ruleText(t, problem));
  return [...(empty.length > 0 ? [t.records.archive.lacks(empty.join(t.formats.list))] : []), ...others].join(
    ' ',
  );
}
