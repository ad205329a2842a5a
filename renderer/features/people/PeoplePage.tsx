import { IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Person } from '#shared/people/contract.ts';
import { maskPhone } from '#shared/people/masking.ts';
import { api } from '../../api.ts';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { ImportTable } from '../../components/ImportTable/ImportTable.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { NounList, useListFilter } from '../../components/NounList/NounList.tsx';
import { widthFor } from '../../components/VirtualTable/columnWidth.ts';
import type { Column } from '../../components/VirtualTable/VirtualTable.tsx';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { NewPersonSheet } from './NewPersonSheet.tsx';

/** Everybody on file, by name. */
export function PeoplePage() {
  const t = useT();
  const navigate = useNavigate();
  const { create } = useSearch({ from: '/people' });
  const filter = useListFilter('people');
  const rows = useQuery({
    ...api.people.list.queryOptions({ input: { text: filter.text } }),
    placeholderData: keepPreviousData,
  });
  const words = t.people;
  const columns: Column<Person>[] = [
    { key: 'name', label: words.fields.name, width: 98, cell: ({ title }) => <strong>{title}</strong> },
    { key: 'unit', label: words.fields.unit, width: 150, share: 200, cell: ({ unit }) => unit?.title ?? '' },
    {
      key: 'position',
      label: words.fields.position,
      width: 110,
      share: 130,
      cell: ({ fields }) => [fields.department, fields.position].filter((part) => part !== '').join(' '),
    },
    {
      key: 'professionalTitle',
      label: words.fields.professionalTitle,
      width: 104,
      cell: ({ fields }) => fields.professionalTitle,
    },
    {
      key: 'staffTier',
      label: words.fields.staffTier,
      width: widthFor(Object.values(words.staffTiers), 112),
      cell: ({ fields }) => fields.staffTier !== '' && words.staffTiers[fields.staffTier],
    },
    {
      key: 'phone',
      label: words.fields.phone,
      width: widthFor([maskPhone('13800000000')]),
      // Lists are looked at in company: the whole number stands on the person's page.
      cell: ({ fields }) => maskPhone(fields.phone),
    },
    levelColumn(t),
    {
      key: 'records',
      label: t.shell.nav.archive,
      width: 72,
      cell: ({ recordCount }) => counted(recordCount),
    },
  ];
  return (
    <>
      <NounList
        words={words}
        icon={<IconUsers size={40} stroke={1.5} />}
        filter={filter}
        rows={rows}
        columns={columns}
        onOpen={({ id }) => void navigate({ to: '/people/$personId', params: { personId: id } })}
        tools={
          <>
            <ImportTable kind="PEOPLE" />
            <ExportList choice={{ list: 'PEOPLE', text: filter.text }} title={words.title} />
          </>
        }
        onCreate={() => void navigate({ to: '/people', search: { create: true } })}
      />
      {create === true && <NewPersonSheet onClose={() => void navigate({ to: '/people', replace: true })} />}
    </>
  );
}
