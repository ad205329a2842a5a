import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Recipient } from '#shared/bundles/contract.ts';
import { tierOf } from '#shared/confidentiality/levels.ts';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import { api, client } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../../components/problems.ts';
import { host } from '../../../host/host.ts';
import { useT } from '../../../translations.ts';
import form from '../Form.module.css';

const BY_PASSPHRASE = 'PASSPHRASE';
const MOST = 100;

/** Sends the blank sheet with its evidence to one expert, who fills it in with the reader. */
export function SendSheetSheet({
  panel,
  expert,
  onClose,
}: {
  panel: Panel;
  expert: Panel['experts'][number];
  onClose: () => void;
}) {
  const t = useT();
  const words = t.maturity.send;
  const [to, setTo] = useState(BY_PASSPHRASE);
  const [recordIds, setRecordIds] = useState<string[]>([]);
  const [purpose, setPurpose] = useState<string>(words.purpose);
  const [expires, setExpires] = useState<string | null>(null);
  const contacts = useQuery(api.contacts.list.queryOptions({ input: { text: '' } }));
  const proposed = useQuery({
    ...api.bundles.proposePassphrase.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const records = useQuery(evidenceOptions(panel));
  const passphrase = proposed.data?.passphrase ?? '';
  const name = expert.person?.title ?? '';
  const recipient: Recipient =
    to === BY_PASSPHRASE
      ? { by: 'PASSPHRASE', name, unit: expert.unit?.title ?? '' }
      : { by: 'CARD', contactId: to };
  const send = useMutation({
    mutationFn: () =>
      client.maturity.sendSheet({
        id: panel.id,
        expertId: expert.id,
        recordIds,
        recipient,
        consent: '',
        purpose,
        expires,
        terms: { view: true, print: true, forward: false, note: '' },
        passphrase: to === BY_PASSPHRASE ? passphrase : null,
      }),
    onSuccess: ({ address, name: fileName }) => host.save(address, fileName),
  });
  if (send.data !== undefined) {
    // The passphrase is seen here for the last time.
    return (
      <ConfirmSheet
        opened
        onClose={onClose}
        title={words.title(name)}
        verb={t.actions.finish}
        onConfirm={onClose}
      >
        <p role="status">{words.done(name, send.data.copy, send.data.left)}</p>
        {to === BY_PASSPHRASE && <PassphraseText passphrase={passphrase} />}
        <p className={form.help}>{words.withReader}</p>
      </ConfirmSheet>
    );
  }
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title(name)}
      verb={words.verb}
      busy={send.isPending}
      onConfirm={recordIds.length === 0 || purpose.trim() === '' ? undefined : () => send.mutate()}
    >
      <p className={form.help}>{words.explain}</p>
      <MultiSelect
        label={words.records}
        description={words.recordsHelp}
        data={records.data ?? []}
        value={recordIds}
        onChange={setRecordIds}
        searchable
        hidePickedOptions
        nothingFoundMessage={words.noRecords}
        error={fieldError(t, send.error, 'selection')}
      />
      <Select
        label={words.to}
        data={[
          { value: BY_PASSPHRASE, label: words.byPassphrase },
          ...(contacts.data ?? []).map(({ id, title }) => ({ value: id, label: words.byCard(title) })),
        ]}
        value={to}
        onChange={(next) => setTo(next ?? BY_PASSPHRASE)}
      />
      {to === BY_PASSPHRASE && <PassphraseText passphrase={passphrase} />}
      <div className={form.pair}>
        <TextInput
          label={words.purposeLabel}
          value={purpose}
          maxLength={500}
          error={fieldError(t, send.error, 'purpose')}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <DateField
          label={words.expires}
          value={expires}
          onChange={setExpires}
          error={fieldError(t, send.error, 'expires')}
        />
      </div>
      <ErrorProblems
        error={send.error ?? records.error ?? proposed.error}
        atFields={['selection', 'purpose', 'expires']}
      />
    </ConfirmSheet>
  );
}

function PassphraseText({ passphrase }: { passphrase: string }) {
  const words = useT().maturity.send;
  return (
    <TextInput
      label={words.passphrase}
      description={words.passphraseHelp}
      value={passphrase}
      readOnly
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}

/** Records that may leave: of the outcome's project where it has one, else the newest; 公开 and 内部 only. */
function evidenceOptions(panel: Panel) {
  return {
    queryKey: ['maturity', 'evidence', panel.outcome?.id ?? ''],
    gcTime: 0,
    queryFn: async () => {
      const outcome = panel.outcome && (await client.outcomes.get({ id: panel.outcome.id }));
      const query = outcome?.project ? { projects: [outcome.project.id] } : {};
      const input = { query, order: 'date', direction: 'desc', after: null, limit: MOST } as const;
      const { rows } = await client.records.page(input);
      return rows
        .filter(({ level }) => tierOf(level) === 'register')
        .map(({ id, title, refCode }) => ({
          value: id,
          label: refCode === null ? title : `${title} · ${refCode}`,
        }));
    },
  };
}
