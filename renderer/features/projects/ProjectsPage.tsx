import { IconFlask } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Project } from '#shared/projects/contract.ts';
import { api } from '../../api.ts';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { NounList, useListFilter } from '../../components/NounList/NounList.tsx';
import type { Column } from '../../components/VirtualTable/VirtualTable.tsx';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { NewProjectSheet } from './NewProjectSheet.tsx';
import { Span } from './Span.tsx';

/** The projects of the joint body. */
export function ProjectsPage() {
  const t = useT();
  const navigate = useNavigate();
  const { create } = useSearch({ from: '/projects' });
  const filter = useListFilter('projects');
  const rows = useQuery({
    ...api.projects.list.queryOptions({ input: { text: filter.text } }),
    placeholderData: keepPreviousData,
  });
  const words = t.projects;
  const columns: Column<Project>[] = [
    { key: 'code', label: words.fields.code, width: 124, cell: ({ fields }) => fields.code },
    {
      key: 'name',
      label: words.fields.name,
      width: 210,
      share: 272,
      cell: ({ title }) => <strong>{title}</strong>,
    },
    { key: 'lead', label: words.fields.lead, width: 214, cell: ({ lead }) => lead?.title ?? '' },
    { key: 'span', label: words.fields.span, width: 190, cell: ({ fields }) => <Span fields={fields} /> },
    levelColumn(t),
    {
      key: 'records',
      label: words.fields.records,
      width: 80,
      cell: ({ recordCount }) => counted(recordCount),
    },
  ];
  return (
    <>
      <NounList
        words={words}
        icon={<IconFlask size={40} stroke={1.5} />}
        filter={filter}
        rows={rows}
        columns={columns}
        onOpen={({ id }) => void navigate({ to: '/projects/$projectId', params: { projectId: id } })}
        tools={<ExportList choice={{ list: 'PROJECTS', text: filter.text }} title={words.title} />}
        onCreate={() => void navigate({ to: '/projects', search: { create: true } })}
      />
      {create === true && (
        <NewProjectSheet onClose={() => void navigate({ to: '/projects', replace: true })} />
      )}
    </>
  );
}
