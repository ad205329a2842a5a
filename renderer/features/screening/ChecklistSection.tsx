import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CHECK_ITEMS, type Check, type CheckItem, VERDICTS } from '#shared/screening/checklist.ts';
import type { Case } from '#shared/screening/contract.ts';
import { isEnded } from '#shared/screening/stages.ts';
import { client } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ShownCitationText } from '../../components/CitationField/CitationText.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { RowTable } from '../../components/RowTable/RowTable.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { useDraft } from '../../components/useDraft.ts';
import { useT } from '../../translations.ts';
import classes from './CasePage.module.css';
import { useCaseDeed } from './useCaseDeed.ts';

const TONES = { PASS: 'good', FAIL: 'bad', NOT_APPLICABLE: 'plain' } as const;
type Row = { id: CheckItem; check: Case['checks'][number] | undefined };

/** The secretariat's checklist: each item with its verdict and evidence. */
export function ChecklistSection({ it }: { it: Case }) {
  const t = useT();
  const words = t.screening.checklist;
  const [editing, setEditing] = useState<CheckItem | null>(null);
  const rows = CHECK_ITEMS.map((id): Row => ({ id, check: it.checks.find(({ item }) => item === id) }));
  const done = rows.filter(({ check }) => check !== undefined && check.verdict !== null).length;
  return (
    <>
      <RowTable<Row>
        title={words.title}
        beside={words.done(done, rows.length)}
        none=""
        rows={rows}
        nameOf={({ id }) => words.items[id]}
        onEdit={isEnded(it.stage) ? undefined : ({ id }) => setEditing(id)}
        columns={[
          {
            key: 'item',
            label: words.item,
            cell: ({ id, check }) => (
              <>
                {words.items[id]}
                {check !== undefined && check.note !== '' && (
                  <span className={classes.under}>{check.note}</span>
                )}
              </>
            ),
          },
          {
            key: 'verdict',
            label: words.verdict,
            width: '90px',
            cell: ({ check }) =>
              check === undefined || check.verdict === null ? (
                <span className={classes.note}>{words.open}</span>
              ) : (
                <StatusTag tone={TONES[check.verdict]}>{words.verdicts[check.verdict]}</StatusTag>
              ),
          },
          {
            key: 'evidence',
            label: words.evidence,
            cell: ({ check }) => (
              <span className={classes.stack}>
                {check?.shownEvidence != null && <ShownCitationText citation={check.shownEvidence} />}
                {check?.isStale === true && (
                  <span>
                    <StatusTag tone="bad">{words.stale}</StatusTag>
                  </span>
                )}
              </span>
            ),
          },
        ]}
      />
      {editing !== null && <CheckSheet it={it} item={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function CheckSheet({ it, item, onClose }: { it: Case; item: CheckItem; onClose: () => void }) {
  const t = useT();
  const words = t.screening.checklist;
  const known = it.checks.find((check) => check.item === item);
  const { draft, change, drop } = useDraft<Check>(`check ${it.id} ${item}`, {
    item,
    verdict: known?.verdict ?? 'PASS',
    note: known?.note ?? '',
    evidence: known?.evidence ?? null,
  });
  const save = useCaseDeed(
    (check: Check) => client.screening.putCheck({ id: it.id, version: it.version, check }),
    () => {
      drop();
      onClose();
    },
  );
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.items[item]}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={() => save.mutate(draft)}
    >
      <Select
        label={words.verdict}
        data={VERDICTS.map((value) => ({ value, label: words.verdicts[value] }))}
        value={draft.verdict}
        clearable
        clearButtonProps={{ 'aria-label': t.actions.clear }}
        onChange={(next) => change({ verdict: VERDICTS.find((verdict) => verdict === next) ?? null })}
      />
      <TextInput
        label={words.note}
        value={draft.note}
        maxLength={500}
        error={fieldError(t, save.error, 'check.note')}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <CitationField
        label={words.evidence}
        level={it.level}
        value={draft.evidence}
        error={fieldError(t, save.error, 'check.evidence')}
        onChange={(evidence) => change({ evidence })}
      />
      <ErrorProblems error={save.error} atFields={['check.note', 'check.evidence']} />
    </ConfirmSheet>
  );
}
