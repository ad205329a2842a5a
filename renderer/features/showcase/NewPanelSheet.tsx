import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import { BLANK_WORDS, PANEL_KINDS, type PanelFields } from '#shared/showcase/panel.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { LevelSelect } from '../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { FieldSelect, StatusSelect } from './TermSelects.tsx';

const FORM = 'panels.new';

type Draft = { level: Level; fields: PanelFields };
/** A draft is internal until its gate lets it out. */
const EMPTY: Draft = {
  level: 'INTERNAL',
  fields: {
    kind: 'OUTCOME',
    field: null,
    status: null,
    zh: BLANK_WORDS,
    en: BLANK_WORDS,
    maturity: null,
    trl: null,
    stage: null,
    rights: [],
    ways: [],
    needs: [],
    codeText: '',
    showFrom: null,
    showTo: null,
  },
};
const AT_FIELDS = ['fields.zh.title', 'fields.zh.unitName', 'level'];

/** A new panel: the level first, then what it presents. Its text and pictures come on its page. */
export function NewPanelSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.showcase.panels;
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => draftOf<Draft>(FORM) ?? EMPTY);
  const create = useMutation(
    api.panels.create.mutationOptions({
      onSuccess: ({ id, title }) => {
        dropDraft(FORM);
        notifyDone(words.created(title));
        void navigate({ to: '/showcase/panels/$panelId', params: { panelId: id } });
      },
    }),
  );
  const { fields } = draft;
  function change(next: Draft): void {
    keepDraft(FORM, next);
    setDraft(next);
  }
  const changeField = (changes: Partial<PanelFields>) =>
    change({ ...draft, fields: { ...fields, ...changes } });
  const text = (name: 'title' | 'unitName', maxLength: number) => (
    <TextInput
      label={words.fields[name]}
      value={fields.zh[name]}
      maxLength={maxLength}
      {...(name === 'title' ? { 'data-autofocus': true } : {})}
      error={fieldError(t, create.error, `fields.zh.${name}`)}
      onChange={(event) => changeField({ zh: { ...fields.zh, [name]: event.currentTarget.value } })}
    />
  );
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.create}
      verb={words.createVerb}
      busy={create.isPending}
      onConfirm={fields.zh.title.trim() === '' ? undefined : () => create.mutate({ ...draft, pictures: [] })}
    >
      <LevelSelect
        withTerm={false}
        value={{ level: draft.level, term: null }}
        onChange={({ level }) => change({ ...draft, level })}
        levelError={fieldError(t, create.error, 'level')}
      />
      <Select
        label={words.fields.kind}
        data={PANEL_KINDS.map((value) => ({ value, label: t.showcase.terms.kinds[value] }))}
        value={fields.kind}
        allowDeselect={false}
        onChange={(next) => changeField({ kind: PANEL_KINDS.find((kind) => kind === next) ?? 'OUTCOME' })}
      />
      {text('title', 60)}
      {text('unitName', 120)}
      <FieldSelect value={fields.field} onChange={(field) => changeField({ field })} />
      <StatusSelect value={fields.status} onChange={(status) => changeField({ status })} />
      <ErrorProblems error={create.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
