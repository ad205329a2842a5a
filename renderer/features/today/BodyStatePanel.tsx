import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BodyState } from '#shared/today/contract.ts';
import { api } from '../../api.ts';
import { InstantText } from '../../components/DateText/DateText.tsx';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../components/protectScreen.ts';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './BodyStatePanel.module.css';

/** How the joint body stands, in plain numbers that lead to their lists. */
export function BodyStatePanel() {
  const t = useT();
  const state = useQuery(api.today.state.queryOptions());
  const words = t.today;
  const { data } = state;
  useProtectedScreen((data?.recent ?? []).map(({ level }) => level));
  return (
    <aside aria-label={words.state} className={classes.panel}>
      <ErrorProblems error={state.error} />
      {data !== undefined && (
        <>
          {data.members.some(({ count }) => count > 0) && (
            <Part title={words.members} to="/units">
              {data.members
                .filter(({ count }) => count > 0)
                .map(({ state, count }) => (
                  <Count key={state} name={t.members.states[state]} count={count} />
                ))}
            </Part>
          )}
          {data.screenings.length > 0 && (
            <Part title={words.screenings} to="/screening">
              {data.screenings.map(({ stage, count }) => (
                <Count key={stage} name={t.screening.stages[stage]} count={count} />
              ))}
            </Part>
          )}
          <Part title={words.units} to="/units">
            {data.units.every(({ count }) => count === 0) && <Count name={words.total} count={0} />}
            {data.units
              .filter(({ count }) => count > 0)
              .map(({ role, count }) => (
                <Count key={role} name={t.members.roles[role]} count={count} />
              ))}
          </Part>
          <OutcomeTable state={data} />
          <Part title={words.projects} to="/projects">
            <Count name={words.running} count={data.projects.running} />
            <Count name={words.ended} count={data.projects.ended} />
          </Part>
          <Part title={words.records} to="/archive">
            <Count name={words.total} count={data.records.total} />
            <Count name={words.drafts} count={data.records.drafts} />
            {data.levels
              .filter(({ count }) => count > 0)
              .map(({ level, count }) => (
                <Count key={level} name={<LevelMark level={level} />} count={count} />
              ))}
          </Part>
          <section className={classes.part}>
            <h2 className={classes.title}>{words.recent}</h2>
            {data.recent.length === 0 && <p className={classes.none}>{words.noRecords}</p>}
            <ul>
              {data.recent.map((record) => (
                <li key={record.id} className={classes.recent}>
                  <Link to="/records/$recordId" params={{ recordId: record.id }} className={classes.name}>
                    {record.title}
                  </Link>
                  <span className={classes.when}>
                    <InstantText at={record.createdAt} ago />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </aside>
  );
}

/** 领域 × 状态: one row a field, all of them in the last. */
function OutcomeTable({ state }: { state: BodyState }) {
  const t = useT();
  const rows = [
    ...state.outcomeFields,
    { field: t.today.total, counts: state.outcomes.map(({ count }) => count) },
  ];
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>
        <Link to="/showcase">{t.today.outcomes}</Link>
      </h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t.today.field}</th>
            {state.outcomes.map(({ status }) => (
              <th key={status} scope="col">
                {t.outcomes.statuses[status]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, counts }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              {state.outcomes.map(({ status }, at) => (
                <td key={status} data-none={counts[at] === 0 ? true : undefined}>
                  {counted(counts[at] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Part({ title, to, children }: { title: string; to: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>
        <Link to={to}>{title}</Link>
      </h2>
      <dl className={classes.counts}>{children}</dl>
    </section>
  );
}

function Count({ name, count }: { name: ReactNode; count: number }) {
  return (
    <div className={classes.count}>
      <dt>{name}</dt>
      <dd>{counted(count)}</dd>
    </div>
  );
}
