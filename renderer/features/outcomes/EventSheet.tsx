import { Button, Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import {
  EVENT_KINDS,
  TRANSFORMATION_PATHS,
  type TransformationEvent,
} from '#shared/outcomes/transformation.ts';
import { client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../translations.ts';
import classes from './Form.module.css';
import { useOutcomeChange } from './useOutcomeChange.ts';

/** One event of the transformation: entered, changed or taken out. */
export function EventSheet({
  outcome,
  event,
  onClose,
}: {
  outcome: OutcomeDetail;
  event: TransformationEvent;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.outcomes.path;
  const change = useOutcomeChange(outcome);
  const [draft, setDraft] = useState(event);
  const before = outcome.events;
  const isKnown = before.some(({ id }) => id === event.id);
  const save = useMutation({
    mutationFn: (events: TransformationEvent[]) =>
      change(
        (versioned) => client.outcomes.setEvents({ ...versioned, events }),
        (versioned) => client.outcomes.setEvents({ ...versioned, events: before }),
      ),
    onSuccess: onClose,
  });
  function put(changes: Partial<TransformationEvent>): void {
    setDraft({ ...draft, ...changes });
  }
  const all = isKnown ? before.map((each) => (each.id === event.id ? draft : each)) : [...before, draft];
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.editTitle}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={draft.text.trim() === '' ? undefined : () => save.mutate(all)}
    >
      <div className={classes.pair}>
        <Select
          label={words.fields.path}
          data={TRANSFORMATION_PATHS.map((value) => ({ value, label: words.paths[value] }))}
          value={draft.path}
          onChange={(path) => put({ path: TRANSFORMATION_PATHS.find((each) => each === path) ?? draft.path })}
        />
        <Select
          label={words.fields.kind}
          data={EVENT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={draft.kind}
          onChange={(kind) => put({ kind: EVENT_KINDS.find((each) => each === kind) ?? draft.kind })}
        />
      </div>
      <DateField
        label={words.fields.occurredOn}
        value={draft.occurredOn}
        onChange={(day) => put({ occurredOn: day ?? '' })}
      />
      <Textarea
        label={words.fields.text}
        value={draft.text}
        maxLength={300}
        autosize
        minRows={2}
        required
        withAsterisk={false}
        data-autofocus
        onChange={(change) => put({ text: change.currentTarget.value })}
      />
      {isKnown && (
        <Button
          variant="subtle"
          color="red"
          size="xs"
          onClick={() => save.mutate(before.filter(({ id }) => id !== event.id))}
        >
          {t.actions.remove}
        </Button>
      )}
      <ErrorProblems error={save.error} />
    </ConfirmSheet>
  );
}
