import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { localDateOf } from '#shared/dates.ts';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { IP_KINDS, IP_STATES, type IpItem, ipWarnings } from '#shared/outcomes/intellectualProperty.ts';
import { client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../translations.ts';
import classes from './Form.module.css';
import rows from './Rows.module.css';
import { useOutcomeChange } from './useOutcomeChange.ts';

/** One right: entered, changed or taken out. What looks wrong with its number is said while it is typed, and refuses nothing. */
export function IpSheet({
  outcome,
  item,
  onClose,
}: {
  outcome: OutcomeDetail;
  item: IpItem;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.outcomes.ip;
  const change = useOutcomeChange(outcome);
  const [draft, setDraft] = useState(item);
  const before = outcome.ipItems.map(({ warnings: _, termEnd: __, ...each }): IpItem => each);
  const isKnown = before.some(({ id }) => id === item.id);
  const save = useMutation({
    mutationFn: (ipItems: IpItem[]) =>
      change(
        (versioned) => client.outcomes.setIpItems({ ...versioned, ipItems }),
        (versioned) => client.outcomes.setIpItems({ ...versioned, ipItems: before }),
      ),
    onSuccess: onClose,
  });
  function put(changes: Partial<IpItem>): void {
    setDraft({ ...draft, ...changes });
  }
  const all = isKnown ? before.map((each) => (each.id === item.id ? draft : each)) : [...before, draft];
  const warnings = ipWarnings(draft, localDateOf(new Date())).filter(
    (warning) => warning.startsWith('PATENT') && draft.number !== '',
  );
  const text = (name: 'name' | 'holders' | 'inventors', maxLength: number) => (
    <TextInput
      label={words.fields[name]}
      value={draft[name]}
      maxLength={maxLength}
      {...(name === 'name' ? { required: true, withAsterisk: false, 'data-autofocus': true } : {})}
      onChange={(event) => put({ [name]: event.currentTarget.value })}
    />
  );
  const date = (name: 'filedOn' | 'publishedOn' | 'grantedOn' | 'feeDueOn') => (
    <DateField label={words.fields[name]} value={draft[name]} onChange={(day) => put({ [name]: day })} />
  );
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.editTitle}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={draft.name.trim() === '' ? undefined : () => save.mutate(all)}
    >
      {text('name', 200)}
      <div className={classes.pair}>
        <Select
          label={words.fields.kind}
          data={IP_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={draft.kind}
          onChange={(kind) => put({ kind: IP_KINDS.find((each) => each === kind) ?? draft.kind })}
        />
        <Select
          label={words.fields.state}
          data={IP_STATES.map((value) => ({ value, label: words.states[value] }))}
          value={draft.state}
          onChange={(state) => put({ state: IP_STATES.find((each) => each === state) ?? draft.state })}
        />
      </div>
      <div>
        <TextInput
          label={words.fields.number}
          description={words.fields.numberHelp}
          value={draft.number}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => put({ number: event.currentTarget.value })}
        />
        {warnings.map((warning) => (
          <p key={warning} className={rows.warning} role="status">
            {words.warnings[warning]}
          </p>
        ))}
      </div>
      <div className={classes.pair}>
        {date('filedOn')}
        {date('publishedOn')}
        {date('grantedOn')}
        {date('feeDueOn')}
        {text('holders', 300)}
        {text('inventors', 300)}
      </div>
      <Checkbox
        label={words.background}
        description={words.backgroundHelp}
        checked={draft.background}
        onChange={(event) => put({ background: event.currentTarget.checked })}
      />
      <Textarea
        label={words.fields.note}
        value={draft.note}
        maxLength={500}
        autosize
        minRows={1}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
      {isKnown && (
        <Button
          variant="subtle"
          color="red"
          size="xs"
          onClick={() => save.mutate(before.filter(({ id }) => id !== item.id))}
        >
          {t.actions.remove}
        </Button>
      )}
      <ErrorProblems error={save.error} />
    </ConfirmSheet>
  );
}
