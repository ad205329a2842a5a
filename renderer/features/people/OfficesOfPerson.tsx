import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { tenureText } from '../../components/tenureText.ts';
import { useT } from '../../translations.ts';
import classes from './Sections.module.css';

/** The offices a person holds and held. */
export function OfficesOfPerson({ personId }: { personId: string }) {
  const t = useT();
  const offices = useQuery(api.appointments.list.queryOptions({ input: { personId } }));
  return (
    <section aria-label={t.people.offices}>
      <h2 className={classes.title}>{t.people.offices}</h2>
      <ErrorProblems error={offices.error} />
      {offices.data?.length === 0 && <p className={classes.none}>{t.people.noOffices}</p>}
      <ul className={classes.list}>
        {offices.data?.map(({ id, fields, group, state }) => (
          <li key={id} className={classes.row} data-quiet={state === 'ENDED' || undefined}>
            <span>
              <strong>{group?.title ?? t.body.whole}</strong> {fields.duty || t.body.roles[fields.role]}
            </span>
            <span className={classes.detail}>{tenureText(t, fields)}</span>
            <span className={classes.detail}>{t.body.states[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
