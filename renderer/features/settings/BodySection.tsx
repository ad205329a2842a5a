import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { VaultSettings } from '#shared/vault/contract.ts';
import { api } from '../../api.ts';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { notifyDone } from '../../notices.ts';
import { queryClient } from '../../queryClient.ts';
import { useT } from '../../translations.ts';
import classes from './BodySection.module.css';
import { Section, SectionFoot } from './Section.tsx';

const FORM = 'settings.body';
const AT_FIELDS = ['shortName', 'fonds', 'dialect', 'markSeparator', 'autoLockMinutes'];

/** What the joint body fixes once for its archive. */
export function BodySection() {
  const t = useT();
  const settings = useQuery(api.vault.settings.queryOptions());
  return (
    <Section title={t.settings.body.title} lead={t.settings.body.lead}>
      <ErrorProblems error={settings.error} />
      {settings.data !== undefined && <SettingsForm saved={settings.data} />}
    </Section>
  );
}

function SettingsForm({ saved }: { saved: VaultSettings }) {
  const t = useT();
  const words = t.settings.body;
  const form = useForm<VaultSettings>({
    initialValues: draftOf<VaultSettings>(FORM) ?? saved,
    onValuesChange: (values) => keepDraft(FORM, values),
  });
  const values = form.getValues();
  const save = useMutation(
    api.vault.saveSettings.mutationOptions({
      onSuccess: (next) => {
        dropDraft(FORM);
        queryClient.setQueryData(api.vault.settings.queryKey(), next);
        notifyDone(t.actions.saved);
      },
    }),
  );
  const isChanged = JSON.stringify(values) !== JSON.stringify(saved);
  const errorOf = (field: keyof VaultSettings) => fieldError(t, save.error, field);

  return (
    <form className={classes.form} onSubmit={form.onSubmit((next) => save.mutate(next))}>
      <TextInput
        label={words.shortName}
        description={words.shortNameHelp}
        required
        withAsterisk={false}
        maxLength={40}
        {...form.getInputProps('shortName')}
        error={errorOf('shortName')}
      />
      <div className={classes.sample}>
        <span className={classes.caption}>{words.sample}</span>
        <LevelMark level="TRADE_SECRET" mark={`${values.shortName}普通商密${values.markSeparator}5年`} />
      </div>
      <Select
        label={words.markSeparator}
        data={Object.entries(words.separators).map(([value, label]) => ({ value: value || 'none', label }))}
        value={values.markSeparator || 'none'}
        onChange={(next) => form.setFieldValue('markSeparator', next === '▲' || next === '·' ? next : '')}
        error={errorOf('markSeparator')}
      />
      <TextInput
        label={words.fonds}
        description={words.fondsHelp}
        required
        withAsterisk={false}
        maxLength={4}
        pattern="[A-Z][0-9]{3}"
        {...form.getInputProps('fonds')}
        error={errorOf('fonds')}
      />
      <Select
        label={words.dialect}
        description={words.dialectHelp}
        data={Object.entries(words.dialects).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('dialect')}
        error={errorOf('dialect')}
      />
      <NumberInput
        label={words.autoLock}
        description={words.autoLockHelp}
        min={1}
        max={240}
        clampBehavior="strict"
        allowDecimal={false}
        {...form.getInputProps('autoLockMinutes')}
        error={errorOf('autoLockMinutes')}
      />
      <ErrorProblems error={save.error} atFields={AT_FIELDS} />
      <SectionFoot>
        <Button type="submit" disabled={!isChanged} loading={save.isPending}>
          {t.actions.save}
        </Button>
      </SectionFoot>
    </form>
  );
}
