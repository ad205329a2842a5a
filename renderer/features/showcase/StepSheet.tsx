import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Panel } from '#shared/showcase/contract.ts';
import type { Step } from '#shared/showcase/review.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { takePanel } from './usePanelEdit.ts';

/** A step of the review: by whom, why, and for an approval how long it holds. */
export function StepSheet({ panel, step, onClose }: { panel: Panel; step: Step; onClose: () => void }) {
  const t = useT();
  const words = t.showcase.steps;
  const isApproval = panel.state === 'SECRECY_REVIEW' && step === 'PASS';
  const needsReason = step === 'RETURN' || step === 'WITHDRAW';
  const name = isApproval ? words.approve : words.names[step];
  const [actor, setActor] = useState('');
  const [remark, setRemark] = useState('');
  const [validTo, setValidTo] = useState<string | null>(null);
  const save = useMutation(
    api.panels.step.mutationOptions({
      onSuccess: (saved) => {
        takePanel(saved);
        notifyDone(words.done(name));
        onClose();
      },
    }),
  );
  const isFilled = actor.trim() !== '' && (!needsReason || remark.trim() !== '');
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={name}
      verb={name}
      busy={save.isPending}
      onConfirm={
        isFilled
          ? () => save.mutate({ id: panel.id, version: panel.version, step, actor, remark, validTo })
          : undefined
      }
    >
      <TextInput
        label={isApproval ? words.approver : words.actor[step]}
        value={actor}
        maxLength={60}
        data-autofocus
        error={fieldError(t, save.error, 'actor')}
        onChange={(event) => setActor(event.currentTarget.value)}
      />
      {isApproval && (
        <DateField
          label={words.validTo}
          value={validTo}
          error={fieldError(t, save.error, 'validTo')}
          onChange={setValidTo}
        />
      )}
      <Textarea
        label={needsReason ? words.reason : words.remark}
        value={remark}
        maxLength={500}
        autosize
        minRows={2}
        error={fieldError(t, save.error, 'remark')}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      <ErrorProblems error={save.error} atFields={['actor', 'validTo', 'remark']} />
    </ConfirmSheet>
  );
}
