import { IconLayoutBoard } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PanelRow } from '#shared/showcase/contract.ts';
import { api } from '../../api.ts';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { NounList, useListFilter } from '../../components/NounList/NounList.tsx';
import type { Column } from '../../components/VirtualTable/VirtualTable.tsx';
import { usePresenting } from '../../session.ts';
import { useT } from '../../translations.ts';
import { NewPanelSheet } from './NewPanelSheet.tsx';
import { PanelStateMark } from './PanelStateMark.tsx';
import { ShowcaseViews } from './ShowcaseViews.tsx';

/** All panels, in whichever exhibitions they stand. */
export function PanelsPage() {
  const t = useT();
  const words = t.showcase.panels;
  const navigate = useNavigate();
  const { create } = useSearch({ from: '/showcase/panels' });
  const filter = useListFilter('panels');
  const isRead = usePresenting();
  const rows = useQuery({
    ...api.panels.list.queryOptions({ input: { text: filter.text } }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<PanelRow>[] = [
    {
      key: 'title',
      label: words.columns.title,
      width: 190,
      share: 244,
      cell: ({ title }) => <strong>{title}</strong>,
    },
    { key: 'unit', label: words.columns.unit, width: 206, cell: ({ fields }) => fields.zh.unitName },
    {
      key: 'status',
      label: words.columns.status,
      width: 128,
      cell: ({ fields }) =>
        fields.status === null
          ? t.showcase.terms.kinds[fields.kind]
          : t.showcase.terms.statuses[fields.status],
    },
    {
      key: 'state',
      label: words.columns.state,
      width: 124,
      cell: ({ state }) => <PanelStateMark state={state} />,
    },
    { key: 'gate', label: words.columns.gate, width: 88, cell: ({ green }) => words.green(green) },
    levelColumn(t),
    {
      key: 'edition',
      label: words.columns.edition,
      width: 80,
      cell: ({ edition }) => words.edition(edition),
    },
  ];
  return (
    <>
      <NounList
        words={words}
        icon={<IconLayoutBoard size={40} stroke={1.5} />}
        views={<ShowcaseViews shown="panels" />}
        filter={filter}
        rows={rows}
        columns={isRead ? columns.filter(({ key }) => key !== 'state' && key !== 'gate') : columns}
        tools={<ExportList choice={{ list: 'PANELS', text: filter.text }} title={words.title} />}
        onOpen={({ id }) => void navigate({ to: '/showcase/panels/$panelId', params: { panelId: id } })}
        onCreate={() => void navigate({ to: '/showcase/panels', search: { create: true } })}
      />
      {create === true && (
        <NewPanelSheet onClose={() => void navigate({ to: '/showcase/panels', replace: true })} />
      )}
    </>
  );
}
