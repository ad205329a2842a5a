import { Button, Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { VaultStatus } from '#shared/vault/contract.ts';
import { api } from '../../api.ts';
import { isGoodPassphrase, NewPassphrase } from '../../components/PassphraseInput/NewPassphrase.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError, hasCode } from '../../components/problems.ts';
import { takeStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import classes from './FrontForm.module.css';
import { FormFoot, FormHead } from './FrontForm.tsx';
import { FrontFrame } from './FrontFrame.tsx';

const AT_FIELDS = ['recovery', 'passphrase'];

/** Opens with the printed key and gives the chosen user a new identity under a new passphrase. */
export function RecoveryOpen({ status, onBack }: { status: VaultStatus; onBack: () => void }) {
  const t = useT();
  const words = t.vault.recoveryOpen;
  const users = status.vault?.users ?? [];
  const [userId, setUserId] = useState(users[0]?.id ?? '');
  const [recovery, setRecovery] = useState('');
  const [secret, setSecret] = useState({ passphrase: '', again: '' });
  const open = useMutation(api.vault.openByRecovery.mutationOptions({ onSuccess: takeStatus }));
  const opensNothing = hasCode(open.error, 'WRONG_PASSPHRASE');
  const isFilled = recovery.trim() !== '' && userId !== '' && isGoodPassphrase(secret);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isFilled) open.mutate({ recovery, userId, passphrase: secret.passphrase });
  }

  return (
    <FrontFrame>
      <form onSubmit={submit} className={classes.form}>
        <FormHead title={words.title} lead={words.lead} />
        <Textarea
          label={words.key}
          description={words.keyHelp}
          value={recovery}
          minRows={3}
          autosize
          maxLength={2000}
          autoFocus
          spellCheck={false}
          autoComplete="off"
          error={opensNothing ? words.opensNothing : fieldError(t, open.error, 'recovery')}
          onChange={(event) => setRecovery(event.currentTarget.value)}
        />
        <Select
          label={words.user}
          data={users.map(({ id, name }) => ({ value: id, label: name }))}
          value={userId}
          onChange={(next) => setUserId(next ?? '')}
        />
        <NewPassphrase value={secret} onChange={setSecret} error={fieldError(t, open.error, 'passphrase')} />
        {!opensNothing && <ErrorProblems error={open.error} atFields={AT_FIELDS} />}
        <FormFoot onBack={onBack} busy={open.isPending}>
          <Button type="submit" disabled={!isFilled} loading={open.isPending}>
            {words.verb}
          </Button>
        </FormFoot>
      </form>
    </FrontFrame>
  );
}
