import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { RecoverySheet, VaultStatus } from '#shared/vault/contract.ts';
import { api } from '../../api.ts';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../translations.ts';
import classes from './ProveSheet.module.css';
import { SectionFoot } from './Section.tsx';

/** Four words typed from the paper: the key takes effect only when the sheet is shown to be readable. */
export function ProveSheet({
  ask,
  onBack,
  onProven,
}: {
  ask: RecoverySheet['ask'];
  onBack: () => void;
  onProven: (status: VaultStatus) => void;
}) {
  const t = useT();
  const words = t.vault.recoverySheet;
  const [answers, setAnswers] = useState<readonly string[]>(() => ask.map(() => ''));
  const prove = useMutation(api.vault.confirmRecovery.mutationOptions({ onSuccess: onProven }));
  const isFilled = answers.every((answer) => answer.trim() !== '');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isFilled) prove.mutate({ answers: [...answers] });
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <div className={classes.fields}>
        {ask.map((position, index) => (
          <TextInput
            key={position}
            label={words.wordAt(position)}
            value={answers[index] ?? ''}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            autoFocus={index === 0}
            onChange={(event) => setAnswers(answers.with(index, event.currentTarget.value))}
          />
        ))}
      </div>
      <ErrorProblems error={prove.error} />
      <SectionFoot>
        <Button type="submit" disabled={!isFilled} loading={prove.isPending}>
          {words.verb}
        </Button>
        <Button variant="default" onClick={onBack} disabled={prove.isPending}>
          {words.showAgain}
        </Button>
      </SectionFoot>
    </form>
  );
}
