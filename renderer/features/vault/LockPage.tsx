import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { VaultStatus } from '#shared/vault/contract.ts';
import { DEMO_PASSPHRASE } from '#shared/vault/demoPassphrase.ts';
import { api } from '../../api.ts';
import { PassphraseInput } from '../../components/PassphraseInput/PassphraseInput.tsx';
import { errorSentences } from '../../components/problems.ts';
import { refreshStatus, takeStatus } from '../../session.ts';
import { Seal } from '../../shell/Seal.tsx';
import { useT } from '../../translations.ts';
import { FrontFrame } from './FrontFrame.tsx';
import classes from './LockPage.module.css';
import { RecoveryOpen } from './RecoveryOpen.tsx';
import { StartPage } from './StartPage.tsx';

type View = 'lock' | 'recovery' | 'others';

/** A locked vault shows nothing of its content: the joint body's name, its users, and the passphrase. */
export function LockPage({ status }: { status: VaultStatus }) {
  const [view, setView] = useState<View>('lock');
  if (view === 'others') return <StartPage status={status} onBack={() => setView('lock')} />;
  if (view === 'recovery') return <RecoveryOpen status={status} onBack={() => setView('lock')} />;
  return <Lock key={status.vault?.id} status={status} onView={setView} />;
}

function Lock({ status, onView }: { status: VaultStatus; onView: (view: View) => void }) {
  const t = useT();
  const words = t.vault.lock;
  const users = status.vault?.users ?? [];
  const [userId, setUserId] = useState(users[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const unlock = useMutation(
    api.vault.unlock.mutationOptions({
      onSuccess: takeStatus,
      onError: () => {
        setPassphrase('');
        field.current?.focus();
        void refreshStatus();
      },
    }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (passphrase !== '' && !unlock.isPending) unlock.mutate({ userId, passphrase });
  }

  return (
    <FrontFrame>
      <form className={classes.lock} onSubmit={submit}>
        <Seal size={56} />
        <h1 className={classes.name}>{status.vault?.name}</h1>
        {status.vault?.demo === true && (
          <p className={classes.demo}>{words.demoPassphrase(DEMO_PASSPHRASE)}</p>
        )}
        <div className={classes.fields}>
          {users.length > 1 ? (
            <Select
              label={words.who}
              data={users.map(({ id, name }) => ({ value: id, label: name }))}
              value={userId}
              onChange={(next) => setUserId(next ?? '')}
            />
          ) : (
            <p className={classes.user}>{users[0]?.name}</p>
          )}
          <PassphraseInput
            label={t.vault.passphrase.label}
            value={passphrase}
            ref={field}
            autoFocus
            readOnly={unlock.isPending}
            error={unlock.error === null ? undefined : errorSentences(t, unlock.error).join(' ')}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button type="submit" fullWidth loading={unlock.isPending}>
            {words.unlock}
          </Button>
          <p className={classes.slow}>{words.slow}</p>
        </div>
        <div className={classes.others}>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onView('recovery')}>
            {words.byRecovery}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onView('others')}>
            {words.otherVault}
          </Button>
        </div>
      </form>
    </FrontFrame>
  );
}
