import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { LinkedRecords } from '../../components/LinkedRecords/LinkedRecords.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../translations.ts';
import { ProjectFacts } from './ProjectFacts.tsx';

/** One project, and the records gathered under it. */
export function ProjectPage() {
  const t = useT();
  const { projectId = '' } = useParams({ strict: false });
  const project = useQuery(api.projects.get.queryOptions({ input: { id: projectId } }));
  if (project.data === undefined) return <ErrorProblems error={project.error} />;
  return (
    <ItemLayout
      item={project.data}
      list={{ to: '/projects', name: t.projects.title }}
      facts={<ProjectFacts project={project.data} />}
    >
      <LinkedRecords
        title={t.projects.records}
        query={{ projects: [projectId] }}
        none={t.projects.noRecords}
      />
    </ItemLayout>
  );
}
