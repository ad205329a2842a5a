import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import { localDateOf } from '#shared/dates.ts';
import type { VisitFields } from '#shared/showcase/visit.ts';
import { api } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { LevelSelect } from '../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { UnitSelect } from '../../components/UnitSelect/UnitSelect.tsx';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import classes from './Sheet.module.css';

const FORM = 'visits.new';

type Draft = {
  level: Level;
  fields: VisitFields;
  unitId: string | null;
  exhibitionId: string | null;
  panelIds: string[];
};
const AT_FIELDS = [
  ...['visitor', 'visitedOn', 'people', 'purpose', 'host', 'noticeSigned', 'notice'].map(
    (name) => `fields.${name}`,
  ),
  ...['unitId', 'exhibitionId', 'panelIds', 'level'],
];

/** A visit: the level first, then who came, why, and what they were shown. */
export function NewVisitSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.showcase.visits;
  const navigate = useNavigate();
  const exhibitions = useQuery(api.exhibitions.list.queryOptions({ input: { text: '' } }));
  const [draft, setDraft] = useState<Draft>(() => draftOf<Draft>(FORM) ?? emptyDraft());
  const create = useMutation(
    api.visits.create.mutationOptions({
      onSuccess: ({ id, title }) => {
        dropDraft(FORM);
        notifyDone(words.created(title));
        void navigate({ to: '/showcase/visits/$visitId', params: { visitId: id } });
      },
    }),
  );
  const { fields, panelIds } = draft;
  function change(changes: Partial<Draft>): void {
    const next = { ...draft, ...changes };
    keepDraft(FORM, next);
    setDraft(next);
  }
  const changeField = (changes: Partial<VisitFields>) => change({ fields: { ...fields, ...changes } });
  const errorOf = (name: keyof VisitFields) => fieldError(t, create.error, `fields.${name}`);
  const text = (name: 'visitor' | 'purpose' | 'host', maxLength: number) => (
    <TextInput
      label={words.fields[name]}
      value={fields[name]}
      maxLength={maxLength}
      {...(name === 'visitor' ? { 'data-autofocus': true } : {})}
      error={errorOf(name)}
      onChange={(event) => changeField({ [name]: event.currentTarget.value })}
    />
  );
  const offered = (exhibitions.data ?? [])
    .filter(({ id }) => id === draft.exhibitionId)
    .flatMap(({ columns }) => columns.flatMap(({ panels }) => panels))
    .filter(({ state }) => state === 'PUBLISHED');
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.create}
      verb={words.createVerb}
      busy={create.isPending}
      onConfirm={fields.visitor.trim() === '' ? undefined : () => create.mutate(draft)}
    >
      <LevelSelect
        withTerm={false}
        value={{ level: draft.level, term: null }}
        onChange={({ level }) => change({ level })}
        levelError={fieldError(t, create.error, 'level')}
      />
      {text('visitor', 120)}
      <UnitSelect
        label={words.fields.unit}
        placeholder={words.fields.noUnit}
        value={draft.unitId}
        onChange={(unitId) => change({ unitId })}
        error={fieldError(t, create.error, 'unitId')}
      />
      <div className={classes.pair}>
        <DateField
          label={words.fields.visitedOn}
          value={fields.visitedOn}
          error={errorOf('visitedOn')}
          onChange={(visitedOn) => changeField({ visitedOn: visitedOn ?? '' })}
        />
        <NumberInput
          label={words.fields.people}
          value={fields.people}
          min={1}
          max={9999}
          allowDecimal={false}
          error={errorOf('people')}
          onChange={(people) => changeField({ people: Number(people) })}
        />
      </div>
      {text('purpose', 300)}
      {text('host', 60)}
      <Checkbox
        label={words.fields.noticeSigned}
        checked={fields.noticeSigned}
        error={errorOf('noticeSigned')}
        onChange={(event) => changeField({ noticeSigned: event.currentTarget.checked })}
      />
      {fields.noticeSigned && (
        <CitationField
          label={words.fields.notice}
          value={fields.notice}
          level={draft.level}
          error={errorOf('notice')}
          onChange={(notice) => changeField({ notice })}
        />
      )}
      <Select
        label={words.fields.exhibition}
        placeholder={words.fields.noExhibition}
        data={(exhibitions.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        value={draft.exhibitionId}
        clearable
        clearButtonProps={{ 'aria-label': t.actions.clear }}
        error={fieldError(t, create.error, 'exhibitionId')}
        onChange={(exhibitionId) => change({ exhibitionId, panelIds: [] })}
      />
      {offered.length > 0 && (
        <Checkbox.Group
          label={words.fields.shown}
          description={words.shownHelp}
          value={panelIds}
          error={fieldError(t, create.error, 'panelIds')}
          onChange={(next) => change({ panelIds: next })}
        >
          <div className={classes.checks}>
            {offered.map(({ id, title }) => (
              <Checkbox key={id} value={id} label={title} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <ErrorProblems error={create.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}

function emptyDraft(): Draft {
  return {
    level: 'INTERNAL',
    fields: {
      visitor: '',
      visitedOn: localDateOf(new Date()),
      people: 1,
      purpose: '',
      host: '',
      noticeSigned: false,
      notice: null,
      note: '',
    },
    unitId: null,
    exhibitionId: null,
    panelIds: [],
  };
}
