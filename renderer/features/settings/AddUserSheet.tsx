import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { TIERS, type Tier } from '#shared/confidentiality/levels.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { isGoodPassphrase, NewPassphrase } from '../../components/PassphraseInput/NewPassphrase.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { notifyDone } from '../../notices.ts';
import { queryClient } from '../../queryClient.ts';
import { refreshStatus, useVaultStatus } from '../../session.ts';
import { useT } from '../../translations.ts';

const AT_FIELDS = ['name', 'clearance', 'passphrase'];

/** A new user, who types the own passphrase here. */
export function AddUserSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.settings.users;
  const { openTiers } = useVaultStatus();
  const [name, setName] = useState('');
  const [clearance, setClearance] = useState<Tier>('register');
  const [secret, setSecret] = useState({ passphrase: '', again: '' });
  const add = useMutation(
    api.vault.addUser.mutationOptions({
      onSuccess: async (user) => {
        notifyDone(words.added(user.name));
        onClose();
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: api.vault.users.key() }),
          refreshStatus(),
        ]);
      },
    }),
  );
  const isFilled = name.trim() !== '' && isGoodPassphrase(secret);
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.add}
      verb={t.actions.add}
      busy={add.isPending}
      onConfirm={isFilled ? () => add.mutate({ name, clearance, passphrase: secret.passphrase }) : undefined}
    >
      <TextInput
        label={words.name}
        value={name}
        maxLength={60}
        required
        withAsterisk={false}
        data-autofocus
        error={fieldError(t, add.error, 'name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={words.clearance}
        description={words.clearanceHelp}
        data={TIERS.filter((tier) => openTiers.includes(tier)).map((tier) => ({
          value: tier,
          label: words.upTo[tier],
        }))}
        value={clearance}
        onChange={(next) => setClearance(TIERS.find((tier) => tier === next) ?? 'register')}
        error={fieldError(t, add.error, 'clearance')}
      />
      <p>{words.passphraseHelp}</p>
      <NewPassphrase
        label={t.vault.passphrase.label}
        value={secret}
        onChange={setSecret}
        near={[name]}
        error={fieldError(t, add.error, 'passphrase')}
      />
      <ErrorProblems error={add.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
