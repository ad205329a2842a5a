import { Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Group } from '#shared/body/contract.ts';
import { GROUP_FUNCTIONS, GROUP_TYPES, type GroupFields } from '#shared/body/group.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { LevelSelect } from '../../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../../components/problems.ts';
import { undoDeed } from '../../../components/undoDeed.ts';
import { draftOf, dropDraft, keepDraft } from '../../../drafts.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';

const FORM = 'body.group.new';
type Draft = { level: Level; fields: GroupFields };
const EMPTY: Draft = {
  level: 'INTERNAL',
  fields: { name: '', type: 'PROJECT', functions: [], duties: '', note: '' },
};

/** A new group, the level first; or one that is there, to change or dissolve it. */
export function GroupSheet({ group, onClose }: { group: Group | null; onClose: () => void }) {
  const t = useT();
  const words = t.body;
  const [draft, setDraft] = useState<Draft>(() => group ?? draftOf<Draft>(FORM) ?? EMPTY);
  const [isRemoving, setIsRemoving] = useState(false);
  function done(): void {
    if (group === null) dropDraft(FORM);
    notifyDone(t.actions.saved);
    onClose();
  }
  const create = useMutation(api.groups.create.mutationOptions({ onSuccess: done }));
  const edit = useMutation(api.groups.edit.mutationOptions({ onSuccess: done }));
  const remove = useMutation(
    api.groups.remove.mutationOptions({
      onSuccess: (removed) => {
        notifyDone(t.actions.removed(group?.title ?? ''), undoDeed(removed));
        onClose();
      },
    }),
  );
  const error = create.error ?? edit.error ?? remove.error;
  const { fields } = draft;

  function change(next: Partial<GroupFields>): void {
    const changed = { ...draft, fields: { ...fields, ...next } };
    if (group === null) keepDraft(FORM, changed);
    setDraft(changed);
  }
  function save(): void {
    if (group === null) create.mutate({ level: draft.level, fields });
    else edit.mutate({ id: group.id, version: group.version, fields });
  }
  if (isRemoving && group !== null) {
    return (
      <ConfirmSheet
        opened
        onClose={() => setIsRemoving(false)}
        title={words.removeGroup}
        verb={words.removeGroup}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ id: group.id, version: group.version, reason: '' })}
      >
        <p>{words.removeGroupHelp}</p>
        <ErrorProblems error={remove.error} />
      </ConfirmSheet>
    );
  }
  const nameOf = (code: string) => words.functions[code] ?? code;
  const codeOf = (name: string) => GROUP_FUNCTIONS.find((code) => words.functions[code] === name) ?? name;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={group === null ? words.createGroup : words.editGroup}
      verb={group === null ? words.createGroupVerb : t.actions.save}
      busy={create.isPending || edit.isPending}
      onConfirm={fields.name.trim() === '' ? undefined : save}
    >
      {group === null && (
        <LevelSelect
          withTerm={false}
          value={{ level: draft.level, term: null }}
          onChange={({ level }) => setDraft({ ...draft, level })}
          levelError={fieldError(t, error, 'level')}
        />
      )}
      <TextInput
        label={words.fields.name}
        value={fields.name}
        maxLength={80}
        error={fieldError(t, error, 'fields.name')}
        data-autofocus
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Select
        label={words.fields.type}
        data={GROUP_TYPES.map((type) => ({ value: type, label: words.types[type] }))}
        value={fields.type}
        allowDeselect={false}
        onChange={(type) => change({ type: GROUP_TYPES.find((each) => each === type) ?? fields.type })}
      />
      <TagsInput
        label={words.fields.functions}
        description={words.fields.functionsHelp}
        data={GROUP_FUNCTIONS.map(nameOf)}
        value={fields.functions.map(nameOf)}
        maxTags={20}
        clearable
        clearButtonProps={{ 'aria-label': t.actions.clear }}
        error={fieldError(t, error, 'fields.functions')}
        onChange={(names) => change({ functions: names.map(codeOf) })}
      />
      <Textarea
        label={words.fields.duties}
        value={fields.duties}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={8}
        error={fieldError(t, error, 'fields.duties')}
        onChange={(event) => change({ duties: event.currentTarget.value })}
      />
      {group !== null && (
        <div>
          <Button variant="subtle" color="red" size="compact-sm" onClick={() => setIsRemoving(true)}>
            {words.removeGroup}
          </Button>
        </div>
      )}
      <ErrorProblems error={error} atFields={['fields.name', 'fields.functions', 'fields.duties', 'level']} />
    </ConfirmSheet>
  );
}
