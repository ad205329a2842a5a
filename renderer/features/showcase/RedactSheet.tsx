import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { localDateOf } from '#shared/dates.ts';
import type { Panel } from '#shared/showcase/contract.ts';
import { passagesOfPanel, REDACTION_MEANS, type RedactionInput } from '#shared/showcase/redaction.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { RedactionDiff } from './RedactionDiff.tsx';
import classes from './Sheet.module.css';
import { takeSources } from './takeSources.ts';

/** An outcome above 公开 beside the panel's saved text: what was left out is seen, and both are kept. */
export function RedactSheet({
  panel,
  outcome,
  onClose,
}: {
  panel: Panel;
  outcome: { id: string; title: string };
  onClose: () => void;
}) {
  const t = useT();
  const words = t.showcase.sources;
  const form = `panel.redact.${panel.id}.${outcome.id}`;
  const compared = useQuery(
    api.panelSources.compare.queryOptions({ input: { id: panel.id, outcomeId: outcome.id } }),
  );
  const [draft, setDraft] = useState<RedactionInput>(
    () =>
      draftOf<RedactionInput>(form) ?? {
        means: [],
        preparedBy: '',
        madeOn: localDateOf(new Date()),
        note: '',
      },
  );
  const save = useMutation(
    api.panelSources.redact.mutationOptions({
      onSuccess: (sources) => {
        dropDraft(form);
        takeSources(panel.id, sources);
        notifyDone(words.done);
        onClose();
      },
    }),
  );
  function change(changes: Partial<RedactionInput>): void {
    const next = { ...draft, ...changes };
    keepDraft(form, next);
    setDraft(next);
  }
  const shown = useMemo(() => passagesOfPanel(panel.fields), [panel.fields]);
  const { data } = compared;
  const isFilled = draft.means.length > 0 && draft.preparedBy.trim() !== '' && data !== undefined;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title(outcome.title)}
      verb={words.verb}
      size="lg"
      busy={save.isPending}
      onConfirm={
        isFilled
          ? () =>
              save.mutate({
                ...draft,
                id: panel.id,
                version: panel.version,
                outcomeId: outcome.id,
                outcomeVersion: data.version,
              })
          : undefined
      }
    >
      <ErrorProblems error={compared.error} />
      {data !== undefined && <RedactionDiff source={data.source} shown={shown} />}
      <Checkbox.Group
        label={words.means}
        value={draft.means}
        error={fieldError(t, save.error, 'means')}
        onChange={(next) => change({ means: REDACTION_MEANS.filter((each) => next.includes(each)) })}
      >
        <div className={classes.options}>
          {REDACTION_MEANS.map((each) => (
            <Checkbox key={each} value={each} label={words.meansNames[each]} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={classes.pair}>
        <TextInput
          label={words.preparedBy}
          value={draft.preparedBy}
          maxLength={60}
          error={fieldError(t, save.error, 'preparedBy')}
          onChange={(event) => change({ preparedBy: event.currentTarget.value })}
        />
        <DateField
          label={words.madeOn}
          value={draft.madeOn}
          error={fieldError(t, save.error, 'madeOn')}
          onChange={(madeOn) => change({ madeOn: madeOn ?? '' })}
        />
      </div>
      <Textarea
        label={words.note}
        value={draft.note}
        maxLength={500}
        autosize
        minRows={1}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <ErrorProblems error={save.error} atFields={['means', 'preparedBy', 'madeOn']} />
    </ConfirmSheet>
  );
}
