import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Case, Sheet } from '#shared/screening/contract.ts';
import { api, client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { LevelSelect } from '../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { RowTable } from '../../components/RowTable/RowTable.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { useDraft } from '../../components/useDraft.ts';
import { useT } from '../../translations.ts';
import classes from './CasePage.module.css';

/** The panel: one sheet an expert, what it comes to, and who still has to sign. */
export function PanelSection({ it }: { it: Case }) {
  const t = useT();
  const words = t.screening.panel;
  const [isAdding, setIsAdding] = useState(false);
  const { panel, concluded } = it;
  const sits = it.stage === 'EXPERT_REVIEW';
  const mean = panel.mean === null ? '' : `${words.mean} ${panel.mean.toFixed(2)}`;
  return (
    <>
      <RowTable<Sheet>
        title={words.title}
        lead={words.lead}
        beside={
          concluded !== null
            ? words.concluded(concluded.count, concluded.mean.toFixed(2))
            : [words.count(panel.count), mean].filter(Boolean).join(t.formats.separator)
        }
        add={words.add}
        onAdd={sits ? () => setIsAdding(true) : undefined}
        none={panel.isWhole ? words.none : words.notWhole}
        rows={panel.sheets}
        nameOf={({ title }) => title}
        columns={[
          {
            key: 'expert',
            label: words.expert,
            cell: ({ id, expert, title }) => (
              <Link to="/screening/sheets/$sheetId" params={{ sheetId: id }}>
                {expert?.title ?? title}
              </Link>
            ),
          },
          {
            key: 'state',
            label: t.screening.sheet.signedOn,
            cell: ({ fields, signedOn, isStale }) => (
              <span className={classes.row}>
                {fields.recused ? (
                  <StatusTag>{words.recused}</StatusTag>
                ) : signedOn === null ? (
                  <StatusTag tone="wait">{words.unsigned}</StatusTag>
                ) : (
                  <StatusTag tone="good">{words.signed(signedOn)}</StatusTag>
                )}
                {isStale && !fields.recused && <StatusTag tone="bad">{words.stale}</StatusTag>}
              </span>
            ),
          },
          {
            key: 'total',
            label: t.screening.sheet.total,
            cell: ({ total, fields }) => (fields.recused ? '' : (total ?? t.screening.sheet.notScored)),
          },
          { key: 'level', label: t.levels.level, cell: ({ level }) => <LevelMark level={level} /> },
        ]}
      />
      {panel.isEven && concluded === null && <p className={classes.note}>{words.even}</p>}
      {isAdding && <AddExpertSheet it={it} onClose={() => setIsAdding(false)} />}
    </>
  );
}

function AddExpertSheet({ it, onClose }: { it: Case; onClose: () => void }) {
  const t = useT();
  const words = t.screening.panel;
  const navigate = useNavigate();
  const people = useQuery(api.people.list.queryOptions({ input: { text: '' } }));
  const { draft, change, drop } = useDraft(`expert ${it.id}`, {
    level: 'TRADE_SECRET' as Level,
    personId: null as string | null,
  });
  const add = useMutation({
    mutationFn: ({ level, personId }: typeof draft) =>
      client.screening.addSheet({ caseId: it.id, level, personId: personId ?? '' }),
    onSuccess: ({ id }) => {
      drop();
      void navigate({ to: '/screening/sheets/$sheetId', params: { sheetId: id } });
    },
  });
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.add}
      verb={words.addVerb}
      busy={add.isPending}
      onConfirm={draft.personId === null ? undefined : () => add.mutate(draft)}
    >
      <LevelSelect
        withTerm={false}
        value={{ level: draft.level, term: null }}
        onChange={({ level }) => change({ level })}
        levelError={fieldError(t, add.error, 'level')}
      />
      <Select
        label={words.expert}
        data={(people.data ?? []).map(({ id, title, unit }) => ({
          value: id,
          label: unit === null ? title : `${title} · ${unit.title}`,
        }))}
        value={draft.personId}
        searchable
        nothingFoundMessage={t.records.page.nobodyFound}
        placeholder={t.records.page.findPeople}
        error={fieldError(t, add.error, 'personId')}
        onChange={(personId) => change({ personId })}
      />
      <ErrorProblems error={add.error} atFields={['level', 'personId']} />
    </ConfirmSheet>
  );
}
