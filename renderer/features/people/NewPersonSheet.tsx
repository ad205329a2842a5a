import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import { EMPTY_PERSON_FIELDS, type PersonFields } from '#shared/people/person.ts';
import { PROFESSIONAL_TITLES, STAFF_TIERS } from '#shared/people/qualificationCodes.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { LevelSelect } from '../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { UnitSelect } from '../../components/UnitSelect/UnitSelect.tsx';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import classes from './NewPersonSheet.module.css';

const FORM = 'people.new';
const AT_FIELDS = [
  'fields.name',
  'fields.department',
  'fields.position',
  'fields.professionalTitle',
  'fields.phone',
  'fields.email',
  'fields.note',
  'unitId',
  'level',
];

type Draft = { level: Level; fields: PersonFields; unitId: string | null };
const EMPTY: Draft = { level: 'INTERNAL', fields: EMPTY_PERSON_FIELDS, unitId: null };

/** A new person: the level first, then who it is; the rest is written on the person's page. */
export function NewPersonSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.people.fields;
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => draftOf<Draft>(FORM) ?? EMPTY);
  const create = useMutation(
    api.people.create.mutationOptions({
      onSuccess: (person) => {
        dropDraft(FORM);
        notifyDone(t.people.created(person.title));
        void navigate({ to: '/people/$personId', params: { personId: person.id } });
      },
    }),
  );
  function change(next: Draft): void {
    keepDraft(FORM, next);
    setDraft(next);
  }
  function setFields(fields: Partial<PersonFields>): void {
    change({ ...draft, fields: { ...draft.fields, ...fields } });
  }
  function field(name: keyof PersonFields, maxLength: number) {
    return {
      label: words[name],
      value: draft.fields[name],
      maxLength,
      error: fieldError(t, create.error, `fields.${name}`),
      onChange: (event: { currentTarget: { value: string } }) =>
        setFields({ [name]: event.currentTarget.value }),
    };
  }
  const isFilled = draft.fields.name.trim() !== '';
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={t.people.create}
      verb={t.people.createVerb}
      busy={create.isPending}
      onConfirm={isFilled ? () => create.mutate(draft) : undefined}
    >
      <LevelSelect
        withTerm={false}
        value={{ level: draft.level, term: null }}
        onChange={({ level }) => change({ ...draft, level })}
        levelError={fieldError(t, create.error, 'level')}
      />
      <TextInput {...field('name', 60)} required withAsterisk={false} data-autofocus />
      <UnitSelect
        label={words.unit}
        value={draft.unitId}
        onChange={(unitId) => change({ ...draft, unitId })}
        error={fieldError(t, create.error, 'unitId')}
      />
      <div className={classes.pair}>
        <TextInput {...field('department', 100)} />
        <TextInput {...field('position', 100)} />
      </div>
      <div className={classes.pair}>
        <Autocomplete
          label={words.professionalTitle}
          data={Object.keys(PROFESSIONAL_TITLES)}
          value={draft.fields.professionalTitle}
          maxLength={40}
          limit={20}
          error={fieldError(t, create.error, 'fields.professionalTitle')}
          onChange={(professionalTitle) =>
            // A title of the table says its level.
            setFields({
              professionalTitle,
              titleLevel: PROFESSIONAL_TITLES[professionalTitle] ?? draft.fields.titleLevel,
            })
          }
        />
        <Select
          label={words.staffTier}
          data={STAFF_TIERS.map((tier) => ({ value: tier, label: t.people.staffTiers[tier] }))}
          value={draft.fields.staffTier || null}
          clearable
          clearButtonProps={{ 'aria-label': t.actions.clear }}
          onChange={(tier) => setFields({ staffTier: STAFF_TIERS.find((each) => each === tier) ?? '' })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput {...field('phone', 40)} inputMode="tel" />
        <TextInput {...field('email', 200)} inputMode="email" />
      </div>
      <Textarea {...field('note', 2000)} description={t.people.sensitive} autosize minRows={2} maxRows={6} />
      <ErrorProblems error={create.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
