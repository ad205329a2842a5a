import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { UnitDetail } from '#shared/members/contract.ts';
import { QUALIFICATION_KINDS, type Qualification, usualExpiry } from '#shared/members/qualification.ts';
import { client } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { calendarDateTyped } from '../../components/DateField/calendarDateTyped.ts';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { useDraft } from '../../components/useDraft.ts';
import { useT } from '../../translations.ts';
import classes from './UnitPage.module.css';
import { useUnitDeed } from './useUnitDeed.ts';

const AT_FIELDS = [
  'number',
  'issuer',
  'scope',
  'issuedOn',
  'expiresOn',
  'evidence',
  'verifiedBy',
  'verifiedOn',
  'note',
].map((field) => `row.${field}`);

/** A certificate, new or to be corrected. */
export function QualificationSheet({
  unit,
  initial,
  onClose,
}: {
  unit: UnitDetail;
  initial: Qualification;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.members.qualifications;
  const isNew = !unit.qualifications.some(({ id }) => id === initial.id);
  const { draft, change, drop } = useDraft<Qualification>(
    `qualification ${unit.id} ${isNew ? 'new' : initial.id}`,
    initial,
  );
  const save = useUnitDeed(
    (row: Qualification) => client.members.putQualification({ id: unit.id, version: unit.version, row }),
    {
      onDone: () => {
        drop();
        onClose();
      },
    },
  );
  const errorOf = (field: keyof Qualification) => fieldError(t, save.error, `row.${field}`);
  const issued = draft.issuedOn === null ? null : (calendarDateTyped(draft.issuedOn) ?? null);
  const usual = issued === null ? null : usualExpiry(draft.kind, issued);
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={isNew ? words.add : words.edit}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={() => save.mutate(draft)}
    >
      <Select
        label={words.kind}
        data={QUALIFICATION_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={draft.kind}
        searchable
        data-autofocus
        onChange={(next) => change({ kind: QUALIFICATION_KINDS.find((kind) => kind === next) ?? draft.kind })}
      />
      <div className={classes.pair}>
        <TextInput
          label={words.number}
          value={draft.number}
          maxLength={80}
          error={errorOf('number')}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <TextInput
          label={words.issuer}
          value={draft.issuer}
          maxLength={120}
          error={errorOf('issuer')}
          onChange={(event) => change({ issuer: event.currentTarget.value })}
        />
        <DateField
          label={words.issuedOn}
          value={draft.issuedOn}
          error={errorOf('issuedOn')}
          onChange={(issuedOn) => change({ issuedOn })}
        />
        <DateField
          label={words.expiresOn}
          value={draft.expiresOn}
          error={errorOf('expiresOn')}
          onChange={(expiresOn) => change({ expiresOn })}
        />
      </div>
      {usual !== null && <p className={classes.under}>{words.expiresHelp(usual)}</p>}
      <Textarea
        label={words.scope}
        value={draft.scope}
        maxLength={500}
        autosize
        minRows={1}
        maxRows={4}
        error={errorOf('scope')}
        onChange={(event) => change({ scope: event.currentTarget.value })}
      />
      <CitationField
        label={t.citations.evidence}
        level={unit.level}
        value={draft.evidence}
        error={errorOf('evidence')}
        onChange={(evidence) => change({ evidence })}
      />
      <div className={classes.pair}>
        <TextInput
          label={words.verifiedBy}
          value={draft.verifiedBy}
          maxLength={60}
          error={errorOf('verifiedBy')}
          onChange={(event) => change({ verifiedBy: event.currentTarget.value })}
        />
        <DateField
          label={words.verifiedOn}
          value={draft.verifiedOn}
          error={errorOf('verifiedOn')}
          onChange={(verifiedOn) => change({ verifiedOn })}
        />
      </div>
      <Checkbox
        label={words.revoked}
        checked={draft.revoked}
        onChange={(event) => change({ revoked: event.currentTarget.checked })}
      />
      <TextInput
        label={words.note}
        value={draft.note}
        maxLength={500}
        error={errorOf('note')}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <ErrorProblems error={save.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
