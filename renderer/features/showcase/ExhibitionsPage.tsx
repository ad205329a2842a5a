import { IconPresentation } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Exhibition } from '#shared/showcase/contract.ts';
import { api } from '../../api.ts';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { NounList, useListFilter } from '../../components/NounList/NounList.tsx';
import type { Column } from '../../components/VirtualTable/VirtualTable.tsx';
import { useT } from '../../translations.ts';
import { NewExhibitionSheet } from './NewExhibitionSheet.tsx';
import { ShowcaseViews } from './ShowcaseViews.tsx';

/** The exhibitions of the joint body. */
export function ExhibitionsPage() {
  const t = useT();
  const words = t.showcase.exhibitions;
  const navigate = useNavigate();
  const { create } = useSearch({ from: '/showcase' });
  const filter = useListFilter('exhibitions');
  const rows = useQuery({
    ...api.exhibitions.list.queryOptions({ input: { text: filter.text } }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<Exhibition>[] = [
    {
      key: 'title',
      label: words.fields.title,
      width: 200,
      share: 260,
      cell: ({ title }) => <strong>{title}</strong>,
    },
    { key: 'span', label: words.fields.span, width: 190, cell: ({ fields }) => spanText(fields) },
    {
      key: 'audience',
      label: words.fields.audience,
      width: 200,
      cell: ({ fields, unit }) => unit?.title ?? t.showcase.terms.audiences[fields.audience],
    },
    {
      key: 'panels',
      label: words.fields.published,
      width: 88,
      cell: ({ publishedCount, panelCount }) => words.published(publishedCount, panelCount),
    },
    levelColumn(t),
    { key: 'pack', label: words.packs, width: 136, cell: ({ packs }) => packs[0]?.serial ?? '' },
  ];
  return (
    <>
      <NounList
        words={words}
        icon={<IconPresentation size={40} stroke={1.5} />}
        views={<ShowcaseViews shown="exhibitions" />}
        filter={filter}
        rows={rows}
        columns={columns}
        tools={<ExportList choice={{ list: 'EXHIBITIONS', text: filter.text }} title={words.title} />}
        onOpen={({ id }) =>
          void navigate({ to: '/showcase/exhibitions/$exhibitionId', params: { exhibitionId: id } })
        }
        onCreate={() => void navigate({ to: '/showcase', search: { create: true } })}
      />
      {create === true && (
        <NewExhibitionSheet onClose={() => void navigate({ to: '/showcase', replace: true })} />
      )}
    </>
  );
}

function spanText({ startsOn, endsOn }: Exhibition['fields']): string {
  return startsOn === null && endsOn === null ? '' : `${startsOn ?? ''} – ${endsOn ?? ''}`;
}
