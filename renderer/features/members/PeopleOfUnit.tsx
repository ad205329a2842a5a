import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../translations.ts';
import classes from './RowList.module.css';

/** Who belongs to a unit. */
export function PeopleOfUnit({ unitId }: { unitId: string }) {
  const t = useT();
  const people = useQuery({
    ...api.people.list.queryOptions({ input: { text: '' } }),
    select: (all) => all.filter(({ unit }) => unit?.id === unitId),
  });
  return (
    <section aria-label={t.members.people}>
      <h2 className={classes.title}>{t.members.people}</h2>
      <ErrorProblems error={people.error} />
      {people.data?.length === 0 && <p className={classes.none}>{t.members.noPeople}</p>}
      <ul className={classes.list} data-empty={people.data?.length === 0 || undefined}>
        {people.data?.map(({ id, title, fields, level }) => (
          <li key={id} className={classes.row}>
            <Link to="/people/$personId" params={{ personId: id }} className={classes.name}>
              {title}
            </Link>
            <span className={classes.detail}>{fields.position}</span>
            <LevelMark level={level} />
          </li>
        ))}
      </ul>
    </section>
  );
}
