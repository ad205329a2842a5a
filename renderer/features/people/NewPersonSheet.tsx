import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { PersonFields } from '#shared/people/person.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { LevelSelect } from '../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { UnitSelect } from '../../components/UnitSelect/UnitSelect.tsx';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';

const FORM = 'people.new';
const AT_FIELDS = [
  'fields.name',
  'fields.position',
  'fields.phone',
  'fields.email',
  'fields.note',
  'unitId',
  'level',
];

type Draft = { level: Level; fields: PersonFields; unitId: string | null };
const EMPTY: Draft = {
  level: 'INTERNAL',
  fields: { name: '', position: '', phone: '', email: '', note: '' },
  unitId: null,
};

/** A new person: the level first, then who it is. What was typed stays when the sheet is closed. */
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
  function field(name: keyof PersonFields, maxLength: number) {
    return {
      label: words[name],
      value: draft.fields[name],
      maxLength,
      error: fieldError(t, create.error, `fields.${name}`),
      onChange: (event: { currentTarget: { value: string } }) =>
        change({ ...draft, fields: { ...draft.fields, [name]: event.currentTarget.value } }),
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
      <TextInput {...field('position', 100)} />
      <UnitSelect
        label={words.unit}
        value={draft.unitId}
        onChange={(unitId) => change({ ...draft, unitId })}
        error={fieldError(t, create.error, 'unitId')}
      />
      <TextInput {...field('phone', 40)} inputMode="tel" />
      <TextInput {...field('email', 200)} inputMode="email" />
      <Textarea {...field('note', 2000)} description={t.people.sensitive} autosize minRows={2} maxRows={6} />
      <ErrorProblems error={create.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
