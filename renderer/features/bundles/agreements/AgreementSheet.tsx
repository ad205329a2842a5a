import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { AGREEMENT_TYPES, type AgreementFields } from '#shared/agreements/agreement.ts';
import type { Agreement } from '#shared/agreements/contract.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import { client } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../../components/DateField/DateField.tsx';
import { LevelSelect } from '../../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../../components/problems.ts';
import { undoDeed } from '../../../components/undoDeed.ts';
import { draftOf, dropDraft, keepDraft } from '../../../drafts.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { useExchangeChanged } from '../useExchangeChanged.ts';
import classes from './AgreementSheet.module.css';

type Draft = { level: Level; fields: AgreementFields };
const EMPTY: Draft = {
  level: 'INTERNAL',
  fields: {
    title: '',
    type: 'NDA',
    unitName: '',
    signedOn: null,
    validFrom: null,
    validTo: null,
    confidentiality: true,
    note: '',
  },
};
const AT_FIELDS = Object.keys(EMPTY.fields).map((field) => `fields.${field}`);

/** A new agreement, or the present one to be changed. What was typed stays when the sheet is closed. */
export function AgreementSheet({ agreement, onClose }: { agreement: Agreement | null; onClose: () => void }) {
  const t = useT();
  const words = t.bundles.agreements;
  const form = `agreements.${agreement?.id ?? 'new'}`;
  const changed = useExchangeChanged();
  const [draft, setDraft] = useState<Draft>(
    () =>
      draftOf<Draft>(form) ??
      (agreement === null ? EMPTY : { level: agreement.level, fields: agreement.fields }),
  );
  function settled(line: string, undo?: () => Promise<void>): void {
    dropDraft(form);
    notifyDone(line, undo);
    changed();
    onClose();
  }
  const save = useMutation({
    mutationFn: ({ level, fields }: Draft) =>
      agreement === null
        ? client.agreements.create({ level, fields })
        : client.agreements.edit({ id: agreement.id, version: agreement.version, fields }),
    onSuccess: ({ title }) => settled(agreement === null ? words.created(title) : t.actions.saved),
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: Agreement) => client.agreements.remove({ id, version, reason: '' }),
    onSuccess: (removed) => settled(words.removed(draft.fields.title), undoDeed(removed)),
  });
  function change(fields: Partial<AgreementFields>): void {
    const next = { ...draft, fields: { ...draft.fields, ...fields } };
    // An NDA is one because it binds to secrecy.
    if (next.fields.type === 'NDA') next.fields.confidentiality = true;
    keepDraft(form, next);
    setDraft(next);
  }
  const { fields } = draft;
  const errorOf = (field: keyof AgreementFields) => fieldError(t, save.error, `fields.${field}`);
  const isFilled = fields.title.trim() !== '' && fields.unitName.trim() !== '';
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={agreement === null ? words.create : words.edit}
      verb={agreement === null ? words.createVerb : t.actions.save}
      busy={save.isPending}
      onConfirm={isFilled ? () => save.mutate(draft) : undefined}
    >
      {agreement === null && (
        <LevelSelect
          withTerm={false}
          value={{ level: draft.level, term: null }}
          onChange={({ level }) => setDraft({ ...draft, level })}
          levelError={fieldError(t, save.error, 'level')}
        />
      )}
      <TextInput
        label={words.fields.title}
        value={fields.title}
        maxLength={200}
        data-autofocus
        error={errorOf('title')}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label={words.fields.unitName}
          value={fields.unitName}
          maxLength={120}
          error={errorOf('unitName')}
          onChange={(event) => change({ unitName: event.currentTarget.value })}
        />
        <Select
          label={words.fields.type}
          data={AGREEMENT_TYPES.map((type) => ({ value: type, label: words.types[type] }))}
          value={fields.type}
          allowDeselect={false}
          onChange={(next) => change({ type: AGREEMENT_TYPES.find((type) => type === next) ?? 'OTHER' })}
        />
      </div>
      <div className={classes.triple}>
        <DateField
          label={words.fields.signedOn}
          value={fields.signedOn}
          error={errorOf('signedOn')}
          onChange={(signedOn) => change({ signedOn })}
        />
        <DateField
          label={words.fields.validFrom}
          value={fields.validFrom}
          error={errorOf('validFrom')}
          onChange={(validFrom) => change({ validFrom })}
        />
        <DateField
          label={words.fields.validTo}
          value={fields.validTo}
          error={errorOf('validTo')}
          onChange={(validTo) => change({ validTo })}
        />
      </div>
      <p className={classes.help}>{words.fields.dateHelp}</p>
      <Checkbox
        label={words.fields.confidentiality}
        checked={fields.confidentiality}
        disabled={fields.type === 'NDA'}
        onChange={(event) => change({ confidentiality: event.currentTarget.checked })}
      />
      <Textarea
        label={words.fields.note}
        value={fields.note}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <ErrorProblems error={save.error ?? remove.error} atFields={AT_FIELDS} />
      {agreement !== null && (
        <div className={classes.remove}>
          <Button
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(agreement)}
          >
            {words.remove}
          </Button>
          <span className={classes.help}>{words.removeHelp}</span>
        </div>
      )}
    </ConfirmSheet>
  );
}
