import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '#shared/records/contract.ts';
import { api } from '../../../api.ts';
import { InstantText } from '../../../components/DateText/DateText.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../../components/problems.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { shownValue } from '../fields/recordField.ts';
import { nameOf, recordFieldName } from '../names.ts';
import classes from './HistoryTab.module.css';

/** Everything that ever happened to the record, newest first, field by field with before and after. */
export function HistoryTab({ recordId }: { recordId: string }) {
  const t = useT();
  const history = useQuery(api.records.history.queryOptions({ input: { id: recordId } }));
  return (
    <>
      <ErrorProblems error={history.error} />
      {history.data?.length === 0 && <p className={classes.none}>{t.records.history.none}</p>}
      <ol className={classes.entries}>
        {history.data?.map((entry) => (
          <Entry key={`${entry.deed} ${entry.version}`} entry={entry} />
        ))}
      </ol>
    </>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const t = useT();
  const words = t.records.history;
  const report = useProblems();
  const undo = useMutation(
    api.records.undo.mutationOptions({ onSuccess: () => notifyDone(t.actions.undone), onError: report }),
  );
  const changes = entry.changes.filter(({ field }) => field !== 'levelFrom');
  return (
    <li className={classes.entry}>
      <header className={classes.head}>
        <span className={classes.verb}>{nameOf(words.verbs, entry.verb)}</span>
        <span className={classes.actor}>{entry.actor}</span>
        <span className={classes.when}>
          <InstantText at={entry.at} />
        </span>
        {entry.undoable && (
          <Button
            variant="subtle"
            size="compact-xs"
            loading={undo.isPending}
            onClick={() => undo.mutate({ undo: [entry.deed] })}
          >
            {words.undo}
          </Button>
        )}
      </header>
      {entry.reason !== '' && (
        <p className={classes.reason}>
          {words.reason}
          {t.formats.colon}
          {entry.reason}
        </p>
      )}
      {changes.length > 0 && (
        <dl className={classes.changes}>
          {changes.map(({ field, before, after }) => (
            <div key={field} className={classes.change}>
              <dt className={classes.field}>{recordFieldName(t, field)}</dt>
              <dd className={classes.values}>
                <del className={classes.before}>{valueText(t, field, before)}</del>
                <span aria-hidden className={classes.arrow}>
                  →
                </span>
                <ins className={classes.after}>{valueText(t, field, after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function valueText(t: ReturnType<typeof useT>, field: string, value: unknown): string {
  if (field === 'files' && Array.isArray(value))
    return value.map((file) => fileText(t, file)).join(t.formats.list) || t.records.history.empty;
  return shownValue(t, field, value) || t.records.history.empty;
}

function fileText(t: ReturnType<typeof useT>, file: unknown): string {
  if (typeof file !== 'object' || file === null) return String(file);
  const { name, role } = file as { name?: unknown; role?: unknown };
  const roleName = nameOf(t.records.roles, String(role ?? ''));
  return `${String(name ?? '')}${t.formats.aside(roleName)}`;
}
