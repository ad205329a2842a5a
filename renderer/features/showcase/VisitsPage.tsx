import { IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Visit } from '#shared/showcase/contract.ts';
import { api } from '../../api.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { NounList, useListFilter } from '../../components/NounList/NounList.tsx';
import type { Column } from '../../components/VirtualTable/VirtualTable.tsx';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { NewVisitSheet } from './NewVisitSheet.tsx';
import { ShowcaseViews } from './ShowcaseViews.tsx';

/** Who visited the display area, newest first. */
export function VisitsPage() {
  const t = useT();
  const words = t.showcase.visits;
  const navigate = useNavigate();
  const { create } = useSearch({ from: '/showcase/visits' });
  const filter = useListFilter('visits');
  const rows = useQuery({
    ...api.visits.list.queryOptions({ input: { text: filter.text } }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<Visit>[] = [
    {
      key: 'date',
      label: words.fields.visitedOn,
      width: 140,
      cell: ({ fields }) => <DateText date={fields.visitedOn} />,
    },
    {
      key: 'visitor',
      label: words.fields.visitor,
      width: 180,
      share: 220,
      cell: ({ title }) => <strong>{title}</strong>,
    },
    { key: 'people', label: words.fields.people, width: 64, cell: ({ fields }) => counted(fields.people) },
    {
      key: 'exhibition',
      label: words.fields.exhibition,
      width: 196,
      cell: ({ exhibition }) => exhibition?.title ?? '',
    },
    {
      key: 'shown',
      label: words.fields.shown,
      width: 120,
      cell: ({ shown }) => words.shownCount(shown.length),
    },
    {
      key: 'notice',
      label: words.fields.notice,
      width: 116,
      cell: ({ fields }) => (fields.noticeSigned ? words.signed : words.notSigned),
    },
    levelColumn(t),
  ];
  return (
    <>
      <NounList
        words={words}
        icon={<IconUsersGroup size={40} stroke={1.5} />}
        views={<ShowcaseViews shown="visits" />}
        filter={filter}
        rows={rows}
        columns={columns}
        tools={<ExportList choice={{ list: 'VISITS', text: filter.text }} title={words.title} />}
        onOpen={({ id }) => void navigate({ to: '/showcase/visits/$visitId', params: { visitId: id } })}
        onCreate={() => void navigate({ to: '/showcase/visits', search: { create: true } })}
      />
      {create === true && (
        <NewVisitSheet onClose={() => void navigate({ to: '/showcase/visits', replace: true })} />
      )}
    </>
  );
}
