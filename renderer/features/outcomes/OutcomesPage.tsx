import { SegmentedControl } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Outcome } from '#shared/outcomes/contract.ts';
import { OUTCOME_STATUSES, type OutcomeStatus } from '#shared/outcomes/outcome.ts';
import { api } from '../../api.ts';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { NounList, useListFilter } from '../../components/NounList/NounList.tsx';
import { widthFor } from '../../components/VirtualTable/columnWidth.ts';
import type { Column } from '../../components/VirtualTable/VirtualTable.tsx';
import { draftOf, keepDraft } from '../../drafts.ts';
import { useT } from '../../translations.ts';
import { MaturityText } from './maturity/MaturityText.tsx';
import { NewOutcomeSheet } from './NewOutcomeSheet.tsx';
import { StatusText } from './StatusText.tsx';

const ANY = 'ANY';
const CHOSEN = 'list.outcomes.status';

/** CSS pixels of the sign before a status and the gap behind it, as in StatusText. */
const STATUS_SIGN = 22;

/** The outcomes of the joint body, by status of their transformation. */
export function OutcomesPage() {
  const t = useT();
  const words = t.outcomes;
  const navigate = useNavigate();
  const { create } = useSearch({ from: '/outcomes' });
  const filter = useListFilter('outcomes');
  const [status, setStatus] = useState<OutcomeStatus | null>(() => draftOf<OutcomeStatus>(CHOSEN) ?? null);
  const rows = useQuery({
    ...api.outcomes.list.queryOptions({ input: { text: filter.text, status } }),
    placeholderData: keepPreviousData,
  });
  function choose(next: string): void {
    const chosen = OUTCOME_STATUSES.find((each) => each === next) ?? null;
    keepDraft(CHOSEN, chosen);
    setStatus(chosen);
  }
  const columns: Column<Outcome>[] = [
    {
      key: 'name',
      label: words.fields.name,
      width: 150,
      share: 210,
      cell: ({ title }) => <strong>{title}</strong>,
    },
    {
      key: 'technicalField',
      label: words.fields.technicalField,
      width: 120,
      cell: ({ fields }) => fields.technicalField,
    },
    {
      key: 'form',
      label: words.fields.form,
      width: widthFor(Object.values(words.forms)),
      cell: ({ fields }) => words.forms[fields.form],
    },
    {
      key: 'status',
      label: words.fields.status,
      width: widthFor(Object.values(words.statuses), 0, STATUS_SIGN),
      cell: (outcome) => <StatusText status={outcome.status} />,
    },
    {
      key: 'maturity',
      label: words.fields.maturity,
      width: 144,
      cell: ({ maturity }) => (maturity === null ? '' : <MaturityText {...maturity} />),
    },
    levelColumn(t),
    {
      key: 'project',
      label: words.fields.project,
      width: 90,
      share: 120,
      cell: ({ project }) => project?.title ?? '',
    },
  ];
  return (
    <>
      <NounList
        words={words}
        icon={<IconBulb size={40} stroke={1.5} />}
        filter={filter}
        isNarrowed={status !== null}
        choices={
          <SegmentedControl
            size="xs"
            aria-label={words.fields.status}
            value={status ?? ANY}
            onChange={choose}
            data={[
              { value: ANY, label: words.anyStatus },
              ...OUTCOME_STATUSES.map((value) => ({ value, label: words.statuses[value] })),
            ]}
          />
        }
        rows={rows}
        columns={columns}
        tools={
          <>
            <ExportList
              choice={{ list: 'MATURITY', text: filter.text }}
              title={t.maturity.title}
              label={t.sheets.exportPanels}
            />
            <ExportList choice={{ list: 'OUTCOMES', text: filter.text, status }} title={words.title} />
          </>
        }
        onOpen={({ id }) => void navigate({ to: '/outcomes/$outcomeId', params: { outcomeId: id } })}
        onCreate={() => void navigate({ to: '/outcomes', search: { create: true } })}
      />
      {create === true && (
        <NewOutcomeSheet onClose={() => void navigate({ to: '/outcomes', replace: true })} />
      )}
    </>
  );
}
