import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../translations.ts';
import classes from './RowList.module.css';

/** The projects a unit leads. */
export function ProjectsOfUnit({ unitId }: { unitId: string }) {
  const t = useT();
  const projects = useQuery({
    ...api.projects.list.queryOptions({ input: { text: '' } }),
    select: (all) => all.filter(({ lead }) => lead?.id === unitId),
  });
  return (
    <section aria-label={t.members.projects}>
      <h2 className={classes.title}>{t.members.projects}</h2>
      <ErrorProblems error={projects.error} />
      {projects.data?.length === 0 && <p className={classes.none}>{t.members.noProjects}</p>}
      <ul className={classes.list} data-empty={projects.data?.length === 0 || undefined}>
        {projects.data?.map(({ id, title, fields, level }) => (
          <li key={id} className={classes.row}>
            <Link to="/projects/$projectId" params={{ projectId: id }} className={classes.name}>
              {title}
            </Link>
            <span className={classes.detail}>{fields.code}</span>
            <LevelMark level={level} />
          </li>
        ))}
      </ul>
    </section>
  );
}
