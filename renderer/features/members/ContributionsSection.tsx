import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newId } from '#shared/ids.ts';
import type { ShownContribution, UnitDetail } from '#shared/members/contract.ts';
import { CONTRIBUTION_KINDS, type Contribution } from '#shared/members/contribution.ts';
import { client } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ShownCitationText } from '../../components/CitationField/CitationText.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { NumberField } from '../../components/NumberField/NumberField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError, useProblems } from '../../components/problems.ts';
import { RowTable } from '../../components/RowTable/RowTable.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { useDraft } from '../../components/useDraft.ts';
import { counted, percent } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './UnitPage.module.css';
import { useRowRemoval, useUnitDeed } from './useUnitDeed.ts';

const BLANK: Omit<Contribution, 'id'> = {
  kind: 'FUNDS',
  what: '',
  promised: null,
  dueOn: null,
  delivered: null,
  deliveredOn: null,
  evidence: null,
  note: '',
};

/** What the member promised and what came, line by line. */
export function ContributionsSection({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const words = t.members.contributions;
  const report = useProblems();
  const [editing, setEditing] = useState<Contribution | null>(null);
  const remove = useRowRemoval<Contribution>(
    unit,
    (input) => client.members.removeContribution(input),
    (input) => client.members.putContribution(input),
    words.removed,
  );
  const { promised, delivered, rate } = unit.contributed;
  const amount = (value: number | null) => (value === null ? '' : counted(value));
  return (
    <>
      <RowTable<ShownContribution>
        title={words.title}
        beside={
          rate !== null &&
          `${words.total(counted(delivered), counted(promised))}${t.formats.aside(`${percent(delivered, promised)}%`)}`
        }
        add={words.add}
        onAdd={() => setEditing({ ...BLANK, id: newId() })}
        none={words.none}
        rows={unit.contributions}
        nameOf={({ what }) => what}
        onEdit={(row) => setEditing(ownPart(row))}
        onRemove={(row) => void remove(ownPart(row)).catch(report)}
        columns={[
          {
            key: 'what',
            label: words.what,
            cell: ({ kind, what, note }) => (
              <>
                {what}
                <span className={classes.under}>
                  {[words.kinds[kind], note].filter(Boolean).join(t.formats.separator)}
                </span>
              </>
            ),
          },
          { key: 'promised', label: words.promised, cell: (row) => amount(row.promised) },
          {
            key: 'dueOn',
            label: words.dueOn,
            width: '110px',
            cell: ({ dueOn, isOverdue }) => (
              <span className={classes.stack}>
                <span className={classes.date}>{dueOn}</span>
                {isOverdue && (
                  <span>
                    <StatusTag tone="bad">{words.overdue}</StatusTag>
                  </span>
                )}
              </span>
            ),
          },
          {
            key: 'delivered',
            label: words.delivered,
            cell: (row) => (
              <>
                {amount(row.delivered)}
                <span className={classes.under}>{row.deliveredOn}</span>
              </>
            ),
          },
          {
            key: 'evidence',
            label: t.citations.evidence,
            cell: ({ shownEvidence }) =>
              shownEvidence === null ? '' : <ShownCitationText citation={shownEvidence} />,
          },
        ]}
      />
      {editing !== null && (
        <ContributionSheet unit={unit} initial={editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function ownPart({ shownEvidence: _, isOverdue: __, ...row }: ShownContribution): Contribution {
  return row;
}

function ContributionSheet({
  unit,
  initial,
  onClose,
}: {
  unit: UnitDetail;
  initial: Contribution;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.members.contributions;
  const isNew = !unit.contributions.some(({ id }) => id === initial.id);
  const { draft, change, drop } = useDraft<Contribution>(
    `contribution ${unit.id} ${isNew ? 'new' : initial.id}`,
    initial,
  );
  const save = useUnitDeed(
    (row: Contribution) => client.members.putContribution({ id: unit.id, version: unit.version, row }),
    {
      onDone: () => {
        drop();
        onClose();
      },
    },
  );
  const errorOf = (field: keyof Contribution) => fieldError(t, save.error, `row.${field}`);
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={isNew ? words.add : words.edit}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={draft.what.trim() === '' ? undefined : () => save.mutate(draft)}
    >
      <Select
        label={words.kind}
        data={CONTRIBUTION_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={draft.kind}
        onChange={(next) => change({ kind: CONTRIBUTION_KINDS.find((kind) => kind === next) ?? draft.kind })}
      />
      <TextInput
        label={words.what}
        value={draft.what}
        maxLength={200}
        data-autofocus
        error={errorOf('what')}
        onChange={(event) => change({ what: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <NumberField
          label={words.promised}
          value={draft.promised}
          error={errorOf('promised')}
          onChange={(promised) => change({ promised })}
        />
        <DateField
          label={words.dueOn}
          value={draft.dueOn}
          error={errorOf('dueOn')}
          onChange={(dueOn) => change({ dueOn })}
        />
        <NumberField
          label={words.delivered}
          value={draft.delivered}
          error={errorOf('delivered')}
          onChange={(delivered) => change({ delivered })}
        />
        <DateField
          label={words.deliveredOn}
          value={draft.deliveredOn}
          error={errorOf('deliveredOn')}
          onChange={(deliveredOn) => change({ deliveredOn })}
        />
      </div>
      <CitationField
        label={t.citations.evidence}
        level={unit.level}
        value={draft.evidence}
        error={errorOf('evidence')}
        onChange={(evidence) => change({ evidence })}
      />
      <TextInput
        label={words.note}
        value={draft.note}
        maxLength={500}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <ErrorProblems
        error={save.error}
        atFields={['what', 'promised', 'dueOn', 'delivered', 'deliveredOn', 'evidence'].map(
          (field) => `row.${field}`,
        )}
      />
    </ConfirmSheet>
  );
}
