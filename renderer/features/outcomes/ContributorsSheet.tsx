import { Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '#shared/ids.ts';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { type Contributor, equalShares, shareText, shareTyped, WHOLE } from '#shared/outcomes/shares.ts';
import { api, client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { useT } from '../../translations.ts';
import classes from './ContributorsSheet.module.css';
import { useOutcomeChange } from './useOutcomeChange.ts';

/** `typed` is the share as it stands in the field. */
type Row = Omit<Contributor, 'share'> & { name: string; typed: string };

/** All contributors with their shares; saved together, because the shares are one whole. */
export function ContributorsSheet({ outcome, onClose }: { outcome: OutcomeDetail; onClose: () => void }) {
  const t = useT();
  const words = t.outcomes.contributors;
  const form = `outcomes.contributors.${outcome.id}`;
  const change = useOutcomeChange(outcome);
  const [rows, setRows] = useState<Row[]>(
    () =>
      draftOf<Row[]>(form) ??
      outcome.contributors.map(({ party, share, ...row }) => ({
        ...row,
        name: party?.title ?? words.hidden,
        typed: shareText(share),
      })),
  );
  function put(next: Row[]): void {
    keepDraft(form, next);
    setRows(next);
  }
  function putRow(index: number, changes: Partial<Row>): void {
    put(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)));
  }
  const shares = rows.map(({ typed }) => shareTyped(typed));
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0);
  const isWhole =
    rows.length === 0 || (sum === WHOLE && shares.every((share) => share !== null && share > 0));
  const save = useMutation({
    mutationFn: () => {
      const contributors = rows.map(({ name: _, typed, ...row }) => ({
        ...row,
        share: shareTyped(typed) ?? 0,
      }));
      const before = outcome.contributors.map(({ party: _, ...row }) => row);
      return change(
        (versioned) => client.outcomes.setContributors({ ...versioned, contributors }),
        (versioned) => client.outcomes.setContributors({ ...versioned, contributors: before }),
      );
    },
    onSuccess: () => {
      dropDraft(form);
      onClose();
    },
  });
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.editTitle}
      verb={t.actions.save}
      size="lg"
      busy={save.isPending}
      onConfirm={isWhole ? () => save.mutate() : undefined}
    >
      <p className={classes.help}>{words.help}</p>
      {rows.map((row, index) => (
        <div key={row.id} className={classes.row}>
          <span className={classes.name}>{row.name}</span>
          <TextInput
            aria-label={words.dutyOf(row.name)}
            placeholder={words.duty}
            value={row.duty}
            maxLength={200}
            onChange={(event) => putRow(index, { duty: event.currentTarget.value })}
          />
          <TextInput
            aria-label={words.shareOf(row.name)}
            value={row.typed}
            maxLength={8}
            inputMode="decimal"
            rightSection="%"
            error={row.typed !== '' && shareTyped(row.typed) === null}
            onChange={(event) => putRow(index, { typed: event.currentTarget.value })}
          />
          <IconButton
            label={`${t.actions.remove}${t.formats.colon}${row.name}`}
            size={30}
            onClick={() => put(rows.filter((_, at) => at !== index))}
          >
            <IconX size={16} stroke={1.5} />
          </IconButton>
        </div>
      ))}
      {rows.length > 0 && (
        <div className={classes.sum} data-wrong={!isWhole || undefined} role="status">
          <span>
            {words.sum} {shareText(sum)}%
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              const equal = equalShares(rows.length);
              put(rows.map((row, index) => ({ ...row, typed: shareText(equal[index] ?? 0) })));
            }}
          >
            {words.equal}
          </Button>
        </div>
      )}
      <AddParty present={rows.map(({ partyId }) => partyId)} onAdd={(row) => put([...rows, row])} />
      <ErrorProblems error={save.error} />
    </ConfirmSheet>
  );
}

function AddParty({ present, onAdd }: { present: readonly string[]; onAdd: (row: Row) => void }) {
  const t = useT();
  const words = t.outcomes.contributors;
  const people = useQuery(api.people.list.queryOptions({ input: { text: '' } }));
  const units = useQuery(api.members.list.queryOptions({ input: { text: '' } }));
  const field = (
    kind: 'person' | 'unit',
    label: string,
    all: readonly { id: string; title: string; detail: string }[],
  ) => (
    <Select
      label={label}
      data={all
        .filter(({ id }) => !present.includes(id))
        .map(({ id, title, detail }) => ({
          value: id,
          label: detail === '' ? title : `${title} · ${detail}`,
        }))}
      value={null}
      searchable
      nothingFoundMessage={t.records.page.nobodyFound}
      onChange={(partyId) => {
        const name = all.find(({ id }) => id === partyId)?.title;
        if (partyId !== null && name !== undefined)
          onAdd({ id: newId(), kind, partyId, duty: '', name, typed: '' });
      }}
    />
  );
  return (
    <div className={classes.add}>
      {field(
        'unit',
        words.addUnit,
        (units.data ?? []).map(({ id, title }) => ({ id, title, detail: '' })),
      )}
      {field(
        'person',
        words.addPerson,
        (people.data ?? []).map(({ id, title, unit }) => ({ id, title, detail: unit?.title ?? '' })),
      )}
    </div>
  );
}
