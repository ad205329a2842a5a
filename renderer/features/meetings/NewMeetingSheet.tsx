import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import { formatIssueNumber, issueNumberTyped, nextIssueNumber } from '#shared/meetings/issueNumber.ts';
import { EMPTY_MEETING_FIELDS, MEETING_TYPES, type MeetingFields } from '#shared/meetings/meeting.ts';
import { ruleText } from '#shared/translations/problemText.ts';
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
import classes from './NewMeetingSheet.module.css';

const FORM = 'meetings.new';
const FIELD_NAMES = ['name', 'type', 'issueNo', 'heldOn', 'startsAt', 'endsAt', 'place'] as const;
const AT_FIELDS = [...FIELD_NAMES.map((name) => `fields.${name}`), 'level', 'projectId'];

type Draft = {
  level: Level;
  fields: MeetingFields;
  issue: string;
  projectId: string | null;
  likeId: string | null;
};
const EMPTY: Draft = {
  level: 'INTERNAL',
  fields: { ...EMPTY_MEETING_FIELDS, name: '' },
  issue: '',
  projectId: null,
  likeId: null,
};

/** A new meeting: the level first, then when and where. What was typed stays when the sheet is closed. */
export function NewMeetingSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.meetings.fields;
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => draftOf<Draft>(FORM) ?? EMPTY);
  const others = useQuery(api.meetings.list.queryOptions({ input: { text: '', type: draft.fields.type } }));
  const create = useMutation(
    api.meetings.create.mutationOptions({
      onSuccess: (meeting) => {
        dropDraft(FORM);
        notifyDone(t.meetings.created(meeting.title));
        void navigate({ to: '/meetings/$meetingId', params: { meetingId: meeting.id } });
      },
    }),
  );
  function change(next: Draft): void {
    keepDraft(FORM, next);
    setDraft(next);
  }
  function changeField(changes: Partial<MeetingFields>): void {
    change({ ...draft, fields: { ...draft.fields, ...changes } });
  }
  const errorOf = (field: keyof MeetingFields) => fieldError(t, create.error, `fields.${field}`);
  const year = Number((draft.fields.heldOn ?? '').slice(0, 4)) || new Date().getFullYear();
  const issue = issueNumberTyped(draft.issue, year);
  const series = (others.data ?? []).filter(({ project }) => (project?.id ?? null) === draft.projectId);
  const taken = series.flatMap(({ fields: { issueYear, issueNo } }) =>
    issueYear === null || issueNo === null ? [] : [{ year: issueYear, number: issueNo }],
  );
  const isFilled = draft.fields.name.trim() !== '' && issue !== undefined;

  function submit(): void {
    const { level, fields, projectId, likeId } = draft;
    const number = { issueYear: issue?.year ?? null, issueNo: issue?.number ?? null };
    create.mutate({ level, projectId, likeId, fields: { ...fields, ...number } });
  }

  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={t.meetings.create}
      verb={t.meetings.createVerb}
      busy={create.isPending}
      onConfirm={isFilled ? submit : undefined}
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
      <div className={classes.pair}>
        <Select
          label={words.type}
          data={MEETING_TYPES.map((type) => ({ value: type, label: t.meetings.types[type] }))}
          value={draft.fields.type}
          allowDeselect={false}
          onChange={(next) => {
            const type = MEETING_TYPES.find((each) => each === next);
            if (type !== undefined) change({ ...draft, likeId: null, fields: { ...draft.fields, type } });
          }}
        />
        <TextInput
          label={words.issueNo}
          placeholder={formatIssueNumber({ year, number: nextIssueNumber(taken, year) })}
          value={draft.issue}
          maxLength={20}
          autoComplete="off"
          error={issue === undefined ? ruleText(t, { rule: 'ISSUE_NUMBER_INVALID' }) : errorOf('issueNo')}
          onChange={(event) => change({ ...draft, issue: event.currentTarget.value })}
        />
      </div>
      <ProjectSelect value={draft.projectId} onChange={(projectId) => change({ ...draft, projectId })} />
      <div className={classes.when}>
        <DateField
          label={words.heldOn}
          value={draft.fields.heldOn}
          error={errorOf('heldOn')}
          onChange={(heldOn) => changeField({ heldOn })}
        />
        {(['startsAt', 'endsAt'] as const).map((name) => (
          <TextInput
            key={name}
            type="time"
            label={words[name]}
            value={draft.fields[name]}
            error={errorOf(name)}
            onChange={(event) => changeField({ [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      <TextInput
        label={words.place}
        value={draft.fields.place}
        maxLength={200}
        error={errorOf('place')}
        onChange={(event) => changeField({ place: event.currentTarget.value })}
      />
      <Select
        label={t.meetings.like}
        description={t.meetings.likeHelp}
        placeholder={t.meetings.likeNone}
        data={(others.data ?? []).map(({ id, title, fields }) => ({
          value: id,
          label: fields.heldOn === null ? title : `${fields.heldOn} ${title}`,
        }))}
        value={draft.likeId}
        onChange={(likeId) => change({ ...draft, likeId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t.actions.clear }}
      />
      <ErrorProblems error={create.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
