import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RULESET_TYPES, type RulesetFields, type RuleVersionFields } from '#shared/body/ruleset.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { LevelSelect } from '../../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../../drafts.ts';
import { useT } from '../../../translations.ts';
import { isFilled, NEW_VERSION, VersionFields } from './VersionFields.tsx';

const FORM = 'body.ruleset.new';
const VERSION_FIELDS = ['number', 'adoptedBy', 'adoptedOn', 'effectiveOn', 'text', 'paper'];
type Draft = { level: Level; fields: RulesetFields; first: RuleVersionFields };
const EMPTY: Draft = {
  level: 'INTERNAL',
  fields: { title: '', type: 'CHARTER', note: '' },
  first: NEW_VERSION,
};

/** A charter or rule with its first version; the level first. */
export function NewRulesetSheet({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const t = useT();
  const words = t.body.rules;
  const [draft, setDraft] = useState<Draft>(() => draftOf<Draft>(FORM) ?? EMPTY);
  const create = useMutation(
    api.rulesets.create.mutationOptions({
      onSuccess: ({ id }) => {
        dropDraft(FORM);
        onMade(id);
      },
    }),
  );
  function change(next: Partial<Draft>): void {
    const changed = { ...draft, ...next };
    keepDraft(FORM, changed);
    setDraft(changed);
  }
  const { fields, first, level } = draft;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      size="lg"
      title={words.create}
      verb={words.createVerb}
      busy={create.isPending}
      onConfirm={fields.title.trim() !== '' && isFilled(first) ? () => create.mutate(draft) : undefined}
    >
      <LevelSelect
        withTerm={false}
        value={{ level, term: null }}
        onChange={(next) => change({ level: next.level })}
        levelError={fieldError(t, create.error, 'level')}
      />
      <TextInput
        label={words.fields.title}
        value={fields.title}
        maxLength={120}
        error={fieldError(t, create.error, 'fields.title')}
        data-autofocus
        onChange={(event) => change({ fields: { ...fields, title: event.currentTarget.value } })}
      />
      <Select
        label={words.fields.type}
        data={RULESET_TYPES.map((type) => ({ value: type, label: words.types[type] }))}
        value={fields.type}
        allowDeselect={false}
        onChange={(type) =>
          change({ fields: { ...fields, type: RULESET_TYPES.find((each) => each === type) ?? fields.type } })
        }
      />
      <VersionFields
        level={level}
        fields={first}
        onChange={(next) => change({ first: next })}
        errorOf={(field) => fieldError(t, create.error, `first.${field}`)}
      />
      <ErrorProblems
        error={create.error}
        atFields={['level', 'fields.title', ...VERSION_FIELDS.map((field) => `first.${field}`)]}
      />
    </ConfirmSheet>
  );
}
