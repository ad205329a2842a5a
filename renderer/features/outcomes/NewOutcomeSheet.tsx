import { Autocomplete, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import { KEYWORDS_MOST, type OutcomeFields, UNAPPRAISED } from '#shared/outcomes/outcome.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { LevelSelect } from '../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { ProjectSelect } from '../../components/ProjectSelect/ProjectSelect.tsx';
import { fieldError } from '../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import classes from './Form.module.css';
import { outcomeChoices } from './outcomeChoices.ts';

const FORM = 'outcomes.new';

type Draft = { level: Level; fields: OutcomeFields; projectId: string | null };
const EMPTY: Draft = {
  level: 'INTERNAL',
  projectId: null,
  fields: {
    name: '',
    highTechField: 'BM',
    technicalField: '',
    cancerType: '',
    form: 'TECHNOLOGY',
    attribute: 'ORIGINAL',
    class: 'APPLIED',
    stage: 'EARLY',
    keywords: [],
    registrationNo: '',
    ...UNAPPRAISED,
    begunOn: null,
    completedOn: null,
    trl: null,
    summary: '',
  },
};
const AT_FIELDS = ['level', 'projectId', ...Object.keys(EMPTY.fields).map((field) => `fields.${field}`)];

/** A new outcome: the level first, then what it is. What was typed stays when the sheet is closed. */
export function NewOutcomeSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.outcomes.fields;
  const navigate = useNavigate();
  const choices = outcomeChoices(t);
  const [draft, setDraft] = useState<Draft>(() => draftOf<Draft>(FORM) ?? EMPTY);
  const create = useMutation(
    api.outcomes.create.mutationOptions({
      onSuccess: ({ id, title }) => {
        dropDraft(FORM);
        notifyDone(t.outcomes.created(title));
        void navigate({ to: '/outcomes/$outcomeId', params: { outcomeId: id } });
      },
    }),
  );
  const { fields } = draft;
  function change(next: Draft): void {
    keepDraft(FORM, next);
    setDraft(next);
  }
  function put(changes: Partial<OutcomeFields>): void {
    change({ ...draft, fields: { ...fields, ...changes } });
  }
  const errorOf = (field: keyof OutcomeFields) => fieldError(t, create.error, `fields.${field}`);
  const chosen = <Name extends keyof typeof choices>(name: Name) => (
    <Select
      label={words[name]}
      data={[...(choices[name] as readonly { value: string; label: string }[])]}
      value={fields[name] as string}
      onChange={(value) => value !== null && put({ [name]: value } as Partial<OutcomeFields>)}
      error={errorOf(name)}
    />
  );
  const isFilled = fields.name.trim() !== '' && fields.technicalField.trim() !== '';
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={t.outcomes.create}
      verb={t.outcomes.createVerb}
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
        value={fields.name}
        maxLength={200}
        required
        withAsterisk={false}
        data-autofocus
        error={errorOf('name')}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <Autocomplete
          label={words.technicalField}
          description={words.technicalFieldHelp}
          data={t.outcomes.technicalFields}
          value={fields.technicalField}
          maxLength={40}
          required
          withAsterisk={false}
          error={errorOf('technicalField')}
          onChange={(technicalField) => put({ technicalField })}
        />
        <TextInput
          label={words.cancerType}
          description={t.actions.optional}
          value={fields.cancerType}
          maxLength={40}
          error={errorOf('cancerType')}
          onChange={(event) => put({ cancerType: event.currentTarget.value })}
        />
      </div>
      <div className={classes.pair}>
        {chosen('highTechField')}
        {chosen('form')}
        {chosen('class')}
        {chosen('attribute')}
        {chosen('stage')}
        <ProjectSelect value={draft.projectId} onChange={(projectId) => change({ ...draft, projectId })} />
        <DateField
          label={words.begunOn}
          value={fields.begunOn}
          error={errorOf('begunOn')}
          onChange={(begunOn) => put({ begunOn })}
        />
        <DateField
          label={words.completedOn}
          value={fields.completedOn}
          error={errorOf('completedOn')}
          onChange={(completedOn) => put({ completedOn })}
        />
      </div>
      <TagsInput
        label={words.keywords}
        description={words.keywordsHelp}
        value={fields.keywords}
        maxTags={KEYWORDS_MOST}
        error={errorOf('keywords')}
        onChange={(keywords) => put({ keywords })}
      />
      <Textarea
        label={words.summary}
        value={fields.summary}
        maxLength={3000}
        autosize
        minRows={2}
        maxRows={8}
        error={errorOf('summary')}
        onChange={(event) => put({ summary: event.currentTarget.value })}
      />
      <ErrorProblems error={create.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
