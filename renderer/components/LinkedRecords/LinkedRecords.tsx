import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RecordQuery } from '#shared/records/query.ts';
import { api } from '../../api.ts';
import { useT } from '../../translations.ts';
import { DateText } from '../DateText/DateText.tsx';
import { LevelMark } from '../LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../protectScreen.ts';
import classes from './LinkedRecords.module.css';

const PAGE = 50;

/** The records that belong to a person or a project, newest first. */
export function LinkedRecords({ title, query, none }: { title: string; query: RecordQuery; none: string }) {
  const t = useT();
  const pages = useInfiniteQuery(
    api.records.page.infiniteOptions({
      input: (after: string | null) => ({ query, order: 'date', direction: 'desc', after, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (last) => last.after,
    }),
  );
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  useProtectedScreen(rows.map(({ level }) => level));
  return (
    <section className={classes.records} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <ErrorProblems error={pages.error} />
      {pages.isSuccess && rows.length === 0 && <p className={classes.none}>{none}</p>}
      <ul className={classes.list} data-empty={rows.length === 0 || undefined}>
        {rows.map((row) => (
          <li key={row.id} className={classes.row}>
            <span className={classes.date}>{row.docDate !== null && <DateText date={row.docDate} />}</span>
            <span className={classes.what}>
              <Link to="/records/$recordId" params={{ recordId: row.id }} className={classes.name}>
                {row.title}
              </Link>
              <span className={classes.code}>{row.refCode}</span>
            </span>
            <LevelMark level={row.level} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t.actions.more}
        </Button>
      )}
    </section>
  );
}
