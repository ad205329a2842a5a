import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { EMPTY_RECORD_FIELDS, type RecordFields } from '#shared/records/recordFields.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { PeopleSelect } from '../../../components/PeopleSelect/PeopleSelect.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { ProjectSelect } from '../../../components/ProjectSelect/ProjectSelect.tsx';
import { fieldError } from '../../../components/problems.ts';
import { counted } from '../../../formats.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { RecordFieldInput } from '../fields/RecordFieldInput.tsx';
import type { FieldName } from '../fields/recordField.ts';
import classes from './BulkEditSheet.module.css';
import { useRefusals } from './useRefusals.ts';
import { undoOf } from './useRestore.ts';

/** The fields that make sense for many records at once, in the order of the page of one. */
const FIELDS = [
  'docDate',
  'responsible',
  'category',
  'retention',
  'year',
  'dept',
  'place',
  'keywords',
  'originalForm',
  'originalPlace',
  'language',
] as const satisfies readonly FieldName[];
type Ticked = (typeof FIELDS)[number] | 'projectId' | 'peopleIds';
type Values = Pick<RecordFields, (typeof FIELDS)[number]> & { projectId: string | null; peopleIds: string[] };

const EMPTY: Values = { ...EMPTY_RECORD_FIELDS, projectId: null, peopleIds: [] };

/** Changes the ticked fields of all chosen records in one go; one undo takes it back. */
export function BulkEditSheet({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const t = useT();
  const words = t.records.bulk;
  const [values, setValues] = useState<Values>(EMPTY);
  const [ticked, setTicked] = useState<ReadonlySet<Ticked>>(new Set());
  const refusals = useRefusals();
  const edit = useMutation(
    api.records.editMany.mutationOptions({
      onSuccess({ done, refused, undo }) {
        refusals(refused);
        if (done.length > 0) notifyDone(words.done(counted(done.length)), undoOf(undo));
        onClose();
      },
    }),
  );
  const tick = (field: Ticked, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(field);
    else next.delete(field);
    setTicked(next);
  };
  const set = (field: Ticked, value: Values[Ticked]) => {
    setValues({ ...values, [field]: value });
    if (!ticked.has(field)) tick(field, true);
  };
  const changes = Object.fromEntries([...ticked].map((field) => [field, values[field]]));
  const line = (field: Ticked, input: ReactNode) => (
    <li key={field} className={classes.line} data-ticked={ticked.has(field) || undefined}>
      <Checkbox
        className={classes.tick}
        aria-label={words.change(t.records.fields[field])}
        checked={ticked.has(field)}
        onChange={(event) => tick(field, event.currentTarget.checked)}
      />
      <span className={classes.name}>{t.records.fields[field]}</span>
      <div className={classes.input}>{input}</div>
    </li>
  );
  return (
    <ConfirmSheet
      opened
      size="md"
      title={words.editTitle(counted(ids.length))}
      verb={words.apply(counted(ids.length))}
      busy={edit.isPending}
      onClose={onClose}
      onConfirm={ticked.size === 0 ? undefined : () => edit.mutate({ ids, changes })}
    >
      <p className={classes.help}>{words.editHelp}</p>
      <ErrorProblems error={edit.error} atFields={['projectId', 'peopleIds', ...FIELDS]} />
      <ul className={classes.lines}>
        {line(
          'projectId',
          <ProjectSelect
            bare
            value={values.projectId}
            onChange={(next) => set('projectId', next)}
            error={fieldError(t, edit.error, 'projectId')}
          />,
        )}
        {line(
          'peopleIds',
          <PeopleSelect
            bare
            value={values.peopleIds}
            onChange={(next) => set('peopleIds', next)}
            error={fieldError(t, edit.error, 'peopleIds')}
          />,
        )}
        {FIELDS.map((field) =>
          line(
            field,
            <RecordFieldInput
              bare
              field={field}
              value={values[field]}
              category={values.category}
              onChange={(next) => set(field, next as Values[Ticked])}
              error={fieldError(t, edit.error, field)}
            />,
          ),
        )}
      </ul>
    </ConfirmSheet>
  );
}
