import { Button, Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { OUTCOME_STATUSES, type OutcomeStatus } from '#shared/outcomes/outcome.ts';
import type { StatusReason } from '#shared/outcomes/status.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { Deeds } from '../../components/Deeds.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../components/problems.ts';
import { useT } from '../../translations.ts';
import { Section } from './Section.tsx';
import classes from './StatusSection.module.css';
import { useOutcomeChange } from './useOutcomeChange.ts';

/** Which status follows from what is entered, on what grounds, and what a person says against it. */
export function StatusSection({ outcome }: { outcome: OutcomeDetail }) {
  const t = useT();
  const words = t.outcomes.status;
  const report = useProblems();
  const change = useOutcomeChange(outcome);
  const [isDeciding, setIsDeciding] = useState(false);
  const { derived, override } = outcome;
  const derivedName = t.outcomes.statuses[derived.status];
  const withdraw = () =>
    change((versioned) => client.outcomes.overrideStatus({ ...versioned, override: null })).catch(report);
  return (
    <Section
      title={t.outcomes.fields.status}
      action={
        <Button variant="default" size="xs" onClick={() => setIsDeciding(true)}>
          {words.override}
        </Button>
      }
    >
      {override !== null && (
        <div className={classes.override}>
          <p>{words.overridden(derivedName)}</p>
          <p>{override.reason}</p>
          <Deeds>
            <Button variant="subtle" size="compact-xs" onClick={() => void withdraw()}>
              {words.withdraw}
            </Button>
          </Deeds>
        </div>
      )}
      <p className={classes.derived}>{words.derived(derivedName)}</p>
      <ul className={classes.reasons} aria-label={words.reasons}>
        {derived.reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>{reasonText(t, reason as StatusReason)}</li>
        ))}
      </ul>
      {derived.partial && <p className={classes.partial}>{words.partial}</p>}
      {isDeciding && <OverrideSheet outcome={outcome} onClose={() => setIsDeciding(false)} />}
    </Section>
  );
}

function reasonText(t: Catalogue, reason: StatusReason): string {
  const words = t.outcomes.status.reason;
  switch (reason.code) {
    case 'EXECUTED_AGREEMENT':
      return words.EXECUTED_AGREEMENT(reason.title, reason.on);
    case 'EXECUTED_EVENT':
      return words.EXECUTED_EVENT(t.outcomes.path.kinds[reason.kind], reason.text, reason.on);
    case 'FIRST_INCOME':
      return words.FIRST_INCOME(reason.text, reason.on);
    case 'FIRST_DELIVERY':
      return words.FIRST_DELIVERY(reason.text, reason.on);
    case 'SIGNED_AGREEMENT':
      return words.SIGNED_AGREEMENT(reason.title, reason.on);
    case 'ACTIVE_PATH':
      return words.ACTIVE_PATH(t.outcomes.path.paths[reason.path]);
    case 'NOTHING_YET':
      return words.NOTHING_YET;
  }
}

function OverrideSheet({ outcome, onClose }: { outcome: OutcomeDetail; onClose: () => void }) {
  const t = useT();
  const words = t.outcomes.status;
  const change = useOutcomeChange(outcome);
  const [status, setStatus] = useState<OutcomeStatus>(outcome.status);
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () =>
      change(
        (versioned) => client.outcomes.overrideStatus({ ...versioned, override: { status, reason } }),
        undefined,
        words.changed(t.outcomes.statuses[status]),
      ),
    onSuccess: onClose,
  });
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.override}
      verb={words.overrideVerb}
      size="sm"
      busy={save.isPending}
      onConfirm={reason.trim() === '' ? undefined : () => save.mutate()}
    >
      <p>{words.derived(t.outcomes.statuses[outcome.derived.status])}</p>
      <Select
        label={t.outcomes.fields.status}
        data={OUTCOME_STATUSES.map((value) => ({ value, label: t.outcomes.statuses[value] }))}
        value={status}
        onChange={(next) => setStatus(OUTCOME_STATUSES.find((each) => each === next) ?? status)}
      />
      <Textarea
        label={words.overrideReason}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        required
        withAsterisk={false}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorProblems error={save.error} />
    </ConfirmSheet>
  );
}
