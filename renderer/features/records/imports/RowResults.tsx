import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ImportedRow } from '#shared/records/importsContract.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { api } from '../../../api.ts';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { type Column, VirtualTable } from '../../../components/VirtualTable/VirtualTable.tsx';
import { useT } from '../../../translations.ts';
import { destination } from '../browse/destination.ts';
import classes from './EntryList.module.css';

const PAGE = 200;

/** Of an import by catalogue: a line for each row, what became of it and why. */
export function RowResults({ importId, goesOn }: { importId: string; goesOn: boolean }) {
  const t = useT();
  const words = t.catalogues;
  const [focus, setFocus] = useState(0);
  const [last, setLast] = useState(0);
  const pages = useInfiniteQuery({
    ...api.imports.rows.infiniteOptions({
      input: (after: number) => ({ id: importId, after, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: ({ after }) => after,
      maxPages: 300,
    }),
    staleTime: 0,
    refetchInterval: goesOn ? 2000 : false,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage, data } = pages;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  useEffect(() => {
    if (last >= rows.length - 1 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const columns: Column<ImportedRow>[] = [
    {
      key: 'state',
      label: t.imports.result,
      width: 92,
      cell: ({ state }) => (
        <span className={classes.state} data-state={state === 'LEFT' ? 'SKIPPED' : state}>
          {words.rowStates[state]}
        </span>
      ),
    },
    { key: 'row', label: words.rowColumns.row, width: 64, align: 'end', cell: ({ row }) => row },
    {
      key: 'title',
      label: words.rowColumns.title,
      width: 320,
      cell: ({ title, recordId }) =>
        recordId === null ? (
          <span className={classes.path} title={title}>
            {title}
          </span>
        ) : (
          <Link to="/records/$recordId" params={{ recordId }} title={title} className={classes.path}>
            {title}
          </Link>
        ),
    },
    {
      key: 'files',
      label: words.rowColumns.files,
      width: 88,
      align: 'end',
      cell: ({ files }) => words.fileCount(files),
    },
    {
      key: 'problems',
      label: words.rowColumns.problems,
      width: 280,
      cell: ({ problems }) => {
        const text = problems.map((problem) => problemText(t, problem)).join(' ');
        return <span title={text}>{text}</span>;
      },
    },
  ];
  return (
    <div className={classes.list}>
      <ErrorProblems error={pages.error} />
      <VirtualTable
        label={words.byRow}
        columns={columns}
        count={rows.length}
        rowAt={(index) => rows[index]}
        rowKey={({ row }) => String(row)}
        rowHeight={40}
        focus={Math.min(focus, Math.max(0, rows.length - 1))}
        onPoint={({ index }) => setFocus(index)}
        onRange={(_, to) => setLast(to)}
        onKeyDown={(event) => {
          const to = destination(event.key, { count: rows.length, focus, columns: 1, page: 10 });
          if (to === null || event.target !== event.currentTarget) return;
          event.preventDefault();
          setFocus(to);
        }}
      />
    </div>
  );
}
