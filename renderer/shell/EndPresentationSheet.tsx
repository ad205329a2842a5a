import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DEMO_PASSPHRASE } from '#shared/vault/demoPassphrase.ts';
import { api } from '../api.ts';
import { ConfirmSheet } from '../components/ConfirmSheet/ConfirmSheet.tsx';
import { PassphraseInput } from '../components/PassphraseInput/PassphraseInput.tsx';
import { errorSentences } from '../components/problems.ts';
import { forgetReadings, takeStatus, useVaultStatus } from '../session.ts';
import { useT } from '../translations.ts';

/** The own passphrase gives the laptop back to its user: a visitor cannot. */
export function EndPresentationSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.shell.presentation;
  const navigate = useNavigate();
  const isDemo = useVaultStatus().vault?.demo === true;
  const [passphrase, setPassphrase] = useState('');
  const end = useMutation(
    api.vault.endPresentation.mutationOptions({
      onSuccess: (status) => {
        takeStatus(status);
        forgetReadings();
        onClose();
        void navigate({ to: '/today' });
      },
    }),
  );
  return (
    <ConfirmSheet
      opened
      size="sm"
      onClose={onClose}
      title={words.endTitle}
      verb={words.end}
      busy={end.isPending}
      onConfirm={passphrase === '' ? undefined : () => end.mutate({ passphrase })}
    >
      <PassphraseInput
        label={t.vault.passphrase.label}
        description={isDemo ? t.vault.lock.demoPassphrase(DEMO_PASSPHRASE) : undefined}
        value={passphrase}
        data-autofocus
        error={end.error === null ? undefined : errorSentences(t, end.error).join(' ')}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
    </ConfirmSheet>
  );
}
