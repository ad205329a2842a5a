import { Button, MultiSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { api, client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../translations.ts';
import classes from './Rows.module.css';
import { Section } from './Section.tsx';
import { useOutcomeChange } from './useOutcomeChange.ts';

/** The agreements that stand beside an outcome; the signed ones speak for its status. */
export function AgreementsSection({ outcome }: { outcome: OutcomeDetail }) {
  const t = useT();
  const words = t.outcomes.agreements;
  const [isChoosing, setIsChoosing] = useState(false);
  const { agreements } = outcome;
  return (
    <Section
      title={words.title}
      none={agreements.length === 0 ? words.none : undefined}
      action={
        <Button variant="default" size="xs" onClick={() => setIsChoosing(true)}>
          {words.edit}
        </Button>
      }
    >
      {agreements.length > 0 && (
        <ul className={classes.list}>
          {agreements.map((agreement) => (
            <li key={agreement.id} className={classes.stacked}>
              <ItemLink item={agreement} />
              <span className={classes.detail}>
                {agreement.signedOn === null ? words.unsigned : words.signed(agreement.signedOn)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isChoosing && <AgreementsSheet outcome={outcome} onClose={() => setIsChoosing(false)} />}
    </Section>
  );
}

function AgreementsSheet({ outcome, onClose }: { outcome: OutcomeDetail; onClose: () => void }) {
  const t = useT();
  const words = t.outcomes.agreements;
  const change = useOutcomeChange(outcome);
  const all = useQuery(api.agreements.list.queryOptions({ input: { text: '' } }));
  const before = outcome.agreements.map(({ id }) => id);
  const [chosen, setChosen] = useState(before);
  const save = useMutation({
    mutationFn: () =>
      change(
        (versioned) => client.outcomes.setAgreements({ ...versioned, agreementIds: chosen }),
        (versioned) => client.outcomes.setAgreements({ ...versioned, agreementIds: before }),
      ),
    onSuccess: onClose,
  });
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={() => save.mutate()}
    >
      <MultiSelect
        label={words.choose}
        data={(all.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        value={chosen}
        onChange={setChosen}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t.actions.clear }}
        hidePickedOptions
        data-autofocus
      />
      <ErrorProblems error={save.error ?? all.error} />
    </ConfirmSheet>
  );
}
