import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import { AUDIENCES, type ExhibitionFields } from '#shared/showcase/exhibition.ts';
import { api } from '../../api.ts';
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

const FORM = 'exhibitions.new';

type Draft = { level: Level; fields: ExhibitionFields; unitId: string | null };
/** What is exhibited is public: so is the frame around it, unless somebody says otherwise. */
const EMPTY: Draft = {
  level: 'PUBLIC',
  fields: {
    title: '',
    titleEn: '',
    theme: '',
    themeEn: '',
    area: '',
    startsOn: null,
    endsOn: null,
    audience: 'PUBLIC',
    idleSeconds: 60,
  },
  unitId: null,
};
const AT_FIELDS = [...Object.keys(EMPTY.fields).map((field) => `fields.${field}`), 'unitId', 'level'];

/** A new exhibition: the level first, then what and for whom. Columns and panels come on its page. */
export function NewExhibitionSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.showcase.exhibitions;
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => draftOf<Draft>(FORM) ?? EMPTY);
  const create = useMutation(
    api.exhibitions.create.mutationOptions({
      onSuccess: ({ id, title }) => {
        dropDraft(FORM);
        notifyDone(words.created(title));
        void navigate({ to: '/showcase/exhibitions/$exhibitionId', params: { exhibitionId: id } });
      },
    }),
  );
  const { fields } = draft;
  function change(next: Draft): void {
    keepDraft(FORM, next);
    setDraft(next);
  }
  const changeField = (changes: Partial<ExhibitionFields>) =>
    change({ ...draft, fields: { ...fields, ...changes } });
  const errorOf = (field: keyof ExhibitionFields) => fieldError(t, create.error, `fields.${field}`);
  const text = (field: 'title' | 'titleEn' | 'theme' | 'area', maxLength: number, isFirst = false) => (
    <TextInput
      label={words.fields[field]}
      value={fields[field]}
      maxLength={maxLength}
      {...(isFirst ? { 'data-autofocus': true } : {})}
      error={errorOf(field)}
      onChange={(event) => changeField({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.create}
      verb={words.createVerb}
      busy={create.isPending}
      onConfirm={fields.title.trim() === '' ? undefined : () => create.mutate({ ...draft, columns: [] })}
    >
      <LevelSelect
        withTerm={false}
        value={{ level: draft.level, term: null }}
        onChange={({ level }) => change({ ...draft, level })}
        levelError={fieldError(t, create.error, 'level')}
      />
      {text('title', 60, true)}
      {text('titleEn', 160)}
      {text('theme', 120)}
      {text('area', 80)}
      <div className={classes.pair}>
        <DateField
          label={words.fields.startsOn}
          value={fields.startsOn}
          error={errorOf('startsOn')}
          onChange={(startsOn) => changeField({ startsOn })}
        />
        <DateField
          label={words.fields.endsOn}
          value={fields.endsOn}
          error={errorOf('endsOn')}
          onChange={(endsOn) => changeField({ endsOn })}
        />
      </div>
      <Select
        label={words.fields.audience}
        data={AUDIENCES.map((value) => ({ value, label: t.showcase.terms.audiences[value] }))}
        value={fields.audience}
        allowDeselect={false}
        onChange={(next) => changeField({ audience: AUDIENCES.find((each) => each === next) ?? 'PUBLIC' })}
      />
      {fields.audience === 'TARGETED' && (
        <UnitSelect
          label={words.fields.unit}
          value={draft.unitId}
          onChange={(unitId) => change({ ...draft, unitId })}
          error={fieldError(t, create.error, 'unitId')}
        />
      )}
      <ErrorProblems error={create.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
