import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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
          <Part title={words.units} to="/units">
            {data.units.every(({ count }) => count === 0) && <Count name={words.total} count={0} />}
            {data.units
              .filter(({ count }) => count > 0)
              .map(({ role, count }) => (
                <Count key={role} name={t.members.roles[role]} count={count} />
              ))}
          </Part>
          <Part title={words.outcomes} to="/outcomes">
            {data.outcomes.map(({ status, count }) => (
              <Count key={status} name={t.outcomes.statuses[status]} count={count} />
            ))}
          </Part>
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
