import { IconBuilding } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Unit } from '#shared/members/contract.ts';
import { api } from '../../api.ts';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { ImportTable } from '../../components/ImportTable/ImportTable.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { NounList, useListFilter } from '../../components/NounList/NounList.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { widthFor } from '../../components/VirtualTable/columnWidth.ts';
import type { Column } from '../../components/VirtualTable/VirtualTable.tsx';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { NewUnitSheet } from './NewUnitSheet.tsx';
import { MEMBER_TONES } from './tones.ts';

/** The units of the joint body and around it. */
export function UnitsPage() {
  const t = useT();
  const navigate = useNavigate();
  const { create } = useSearch({ from: '/units' });
  const filter = useListFilter('members');
  const rows = useQuery({
    ...api.members.list.queryOptions({ input: { text: filter.text } }),
    placeholderData: keepPreviousData,
  });
  const words = t.members;
  const columns: Column<Unit>[] = [
    {
      key: 'name',
      label: words.fields.name,
      width: 170,
      share: 220,
      cell: ({ title }) => <strong>{title}</strong>,
    },
    { key: 'shortName', label: words.fields.shortName, width: 112, cell: ({ fields }) => fields.shortName },
    {
      key: 'role',
      label: words.fields.role,
      width: widthFor(Object.values(words.roles)),
      cell: ({ fields }) => words.roles[fields.role],
    },
    {
      key: 'member',
      label: words.fields.member,
      width: 150,
      cell: ({ memberState, membership }) => (
        <StatusTag tone={MEMBER_TONES[memberState]}>
          {membership !== null && memberState === 'MEMBER'
            ? words.categories[membership.category]
            : words.states[memberState]}
        </StatusTag>
      ),
    },
    {
      key: 'qualifications',
      label: words.fields.qualifications,
      width: 150,
      cell: ({ expiring, expired }) =>
        expired + expiring === 0 ? (
          ''
        ) : (
          <StatusTag tone={expired > 0 ? 'bad' : 'wait'}>
            {words.qualifications.alert(expired, expiring)}
          </StatusTag>
        ),
    },
    levelColumn(t),
    {
      key: 'people',
      label: words.fields.people,
      width: 72,
      cell: ({ peopleCount }) => counted(peopleCount),
    },
  ];
  return (
    <>
      <NounList
        words={words}
        icon={<IconBuilding size={40} stroke={1.5} />}
        filter={filter}
        rows={rows}
        columns={columns}
        onOpen={({ id }) => void navigate({ to: '/units/$unitId', params: { unitId: id } })}
        tools={
          <>
            <ImportTable kind="UNITS" />
            <ExportList choice={{ list: 'UNITS', text: filter.text }} title={words.title} />
          </>
        }
        onCreate={() => void navigate({ to: '/units', search: { create: true } })}
      />
      {create === true && <NewUnitSheet onClose={() => void navigate({ to: '/units', replace: true })} />}
    </>
  );
}
