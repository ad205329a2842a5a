import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { ProjectFields } from '#shared/projects/project.ts';
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
import { codeTyped } from './codeTyped.ts';
import classes from './NewProjectSheet.module.css';

const FORM = 'projects.new';
const AT_FIELDS = [
  'fields.name',
  'fields.code',
  'fields.startedOn',
  'fields.endedOn',
  'fields.note',
  'leadId',
  'level',
];

type Draft = { level: Level; fields: ProjectFields; leadId: string | null };
const EMPTY: Draft = {
  level: 'INTERNAL',
  fields: { name: '', code: '', startedOn: null, endedOn: null, note: '' },
  leadId: null,
};

/** A new project: the level first, then what it is. What was typed stays when the sheet is closed. */
export function NewProjectSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.projects.fields;
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => draftOf<Draft>(FORM) ?? EMPTY);
  const create = useMutation(
    api.projects.create.mutationOptions({
      onSuccess: (project) => {
        dropDraft(FORM);
        notifyDone(t.projects.created(project.title));
        void navigate({ to: '/projects/$projectId', params: { projectId: project.id } });
      },
    }),
  );
  function change(next: Draft): void {
    keepDraft(FORM, next);
    setDraft(next);
  }
  function changeField(changes: Partial<ProjectFields>): void {
    change({ ...draft, fields: { ...draft.fields, ...changes } });
  }
  const errorOf = (field: keyof ProjectFields) => fieldError(t, create.error, `fields.${field}`);
  const isFilled = draft.fields.name.trim() !== '';
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={t.projects.create}
      verb={t.projects.createVerb}
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
        value={draft.fields.name}
        maxLength={200}
        required
        withAsterisk={false}
        data-autofocus
        error={errorOf('name')}
        onChange={(event) => changeField({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words.code}
        description={words.codeHelp}
        value={draft.fields.code}
        maxLength={12}
        autoComplete="off"
        error={errorOf('code')}
        onChange={(event) => changeField({ code: codeTyped(event.currentTarget.value) })}
      />
      <UnitSelect
        label={words.lead}
        placeholder={t.projects.noLead}
        value={draft.leadId}
        onChange={(leadId) => change({ ...draft, leadId })}
        error={fieldError(t, create.error, 'leadId')}
      />
      <div className={classes.dates}>
        <DateField
          label={words.startedOn}
          value={draft.fields.startedOn}
          error={errorOf('startedOn')}
          onChange={(startedOn) => changeField({ startedOn })}
        />
        <DateField
          label={words.endedOn}
          value={draft.fields.endedOn}
          error={errorOf('endedOn')}
          onChange={(endedOn) => changeField({ endedOn })}
        />
      </div>
      <Textarea
        label={words.note}
        value={draft.fields.note}
        maxLength={5000}
        autosize
        minRows={2}
        maxRows={8}
        error={errorOf('note')}
        onChange={(event) => changeField({ note: event.currentTarget.value })}
      />
      <ErrorProblems error={create.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
