import { Button } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Outcome } from '#shared/outcomes/contract.ts';
import { OUTCOME_STATUSES } from '#shared/outcomes/outcome.ts';
import { boardOf } from '#shared/showcase/board.ts';
import { api } from '../../api.ts';
import { Deeds } from '../../components/Deeds.tsx';
import { EmptyPage } from '../../components/EmptyPage/EmptyPage.tsx';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../components/protectScreen.ts';
import { useT } from '../../translations.ts';
import classes from './BoardPage.module.css';
import { ShowcaseViews } from './ShowcaseViews.tsx';

/** 看板: the outcomes of the joint body by field of technology and transfer status, and which are exhibited. */
export function BoardPage() {
  const t = useT();
  const words = t.showcase.board;
  const outcomes = useQuery(api.outcomes.list.queryOptions({ input: { text: '', status: null } }));
  const panels = useQuery(api.panels.list.queryOptions({ input: { text: '' } }));
  const rows = boardOf(outcomes.data ?? []);
  const shown = new Set(
    (panels.data ?? []).flatMap(({ state, outcome }) =>
      state === 'PUBLISHED' && outcome !== null ? [outcome.id] : [],
    ),
  );
  useProtectedScreen((outcomes.data ?? []).map(({ level }) => level));
  return (
    <div className={classes.page}>
      <PageHeader title={words.title} count={outcomes.data?.length} />
      <ShowcaseViews shown="board" />
      <ErrorProblems error={outcomes.error ?? panels.error} />
      {outcomes.isSuccess && rows.length === 0 ? (
        <EmptyPage
          icon={<IconLayoutGrid size={40} stroke={1.5} />}
          title={words.empty}
          action={
            <Deeds>
              <Button renderRoot={(props) => <Link {...props} to="/outcomes" search={{ create: true }} />}>
                {t.outcomes.create}
              </Button>
            </Deeds>
          }
        >
          {words.emptyHelp}
        </EmptyPage>
      ) : (
        <>
          <p className={classes.lead}>{words.lead}</p>
          <table className={classes.board}>
            <thead>
              <tr>
                <th scope="col">{words.field}</th>
                {OUTCOME_STATUSES.map((status) => (
                  <th key={status} scope="col" data-status={status}>
                    {t.showcase.terms.statuses[status]}{' '}
                    <span className={classes.count}>
                      {words.total(rows.reduce((sum, row) => sum + row.byStatus[status].length, 0))}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ field, byStatus, count }) => (
                <tr key={field}>
                  <th scope="row">
                    {field} <span className={classes.count}>{words.total(count)}</span>
                  </th>
                  {OUTCOME_STATUSES.map((status) => (
                    <td key={status}>
                      <Entries outcomes={byStatus[status]} shown={shown} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

function Entries({ outcomes, shown }: { outcomes: readonly Outcome[]; shown: ReadonlySet<string> }) {
  const t = useT();
  const words = t.showcase.board;
  if (outcomes.length === 0) return <span className={classes.none}>{words.none}</span>;
  return (
    <ul className={classes.entries}>
      {outcomes.map(({ id, title, level }) => (
        <li key={id} className={classes.entry}>
          <Link to="/outcomes/$outcomeId" params={{ outcomeId: id }} className={classes.link}>
            {title}
          </Link>
          <LevelMark level={level} />
          {shown.has(id) && <span className={classes.shown}>{words.shown}</span>}
        </li>
      ))}
    </ul>
  );
}
