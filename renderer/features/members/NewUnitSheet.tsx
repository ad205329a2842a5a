import { Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import { type NewUnitFields, UNIT_ROLES } from '#shared/members/unit.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { LevelSelect } from '../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';

const FORM = 'members.new';
const AT_FIELDS = ['fields.name', 'fields.shortName', 'fields.uscc', 'fields.role', 'fields.note', 'level'];

type Fields = Pick<NewUnitFields, 'name' | 'shortName' | 'role' | 'note'> & { uscc: string };
type Draft = { level: Level; fields: Fields };
const EMPTY: Draft = {
  level: 'INTERNAL',
  fields: { name: '', shortName: '', role: 'INDUSTRY', note: '', uscc: '' },
};

/** A new unit: the level first, then which it is. What was typed stays when the sheet is closed. */
export function NewUnitSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.members.fields;
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => draftOf<Draft>(FORM) ?? EMPTY);
  const create = useMutation(
    api.members.create.mutationOptions({
      onSuccess: (unit) => {
        dropDraft(FORM);
        notifyDone(t.members.created(unit.title));
        void navigate({ to: '/units/$unitId', params: { unitId: unit.id } });
      },
    }),
  );
  function change(next: Draft): void {
    keepDraft(FORM, next);
    setDraft(next);
  }
  function changeField(changes: Partial<Fields>): void {
    change({ ...draft, fields: { ...draft.fields, ...changes } });
  }
  const errorOf = (field: keyof Fields) => fieldError(t, create.error, `fields.${field}`);
  const isFilled = draft.fields.name.trim() !== '';
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={t.members.create}
      verb={t.members.createVerb}
      busy={create.isPending}
      onConfirm={isFilled ? () => create.mutate(draft) : undefined}
    >
      <LevelSelect
        withTerm={false}
        value={{ level: draft.level, term: null }}
        onChange={({ level }) => change({ ...draft, level })}
        levelError={fieldError(t, create.error, 'level')}
      />
      <TextInput
        label={words.name}
        description={words.nameHelp}
        value={draft.fields.name}
        maxLength={120}
        required
        withAsterisk={false}
        data-autofocus
        error={errorOf('name')}
        onChange={(event) => changeField({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words.shortName}
        value={draft.fields.shortName}
        maxLength={40}
        error={errorOf('shortName')}
        onChange={(event) => changeField({ shortName: event.currentTarget.value })}
      />
      <TextInput
        label={words.uscc}
        description={words.usccHelp}
        value={draft.fields.uscc}
        maxLength={60}
        autoComplete="off"
        error={errorOf('uscc')}
        onChange={(event) => changeField({ uscc: event.currentTarget.value })}
      />
      <Select
        label={words.role}
        data={UNIT_ROLES.map((role) => ({ value: role, label: t.members.roles[role] }))}
        value={draft.fields.role}
        error={errorOf('role')}
        onChange={(next) => changeField({ role: UNIT_ROLES.find((role) => role === next) ?? 'INDUSTRY' })}
      />
      <Textarea
        label={words.note}
        value={draft.fields.note}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        error={errorOf('note')}
        onChange={(event) => changeField({ note: event.currentTarget.value })}
      />
      <ErrorProblems error={create.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
