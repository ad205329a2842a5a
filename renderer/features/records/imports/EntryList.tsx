import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { EntryState, ImportEntry } from '#shared/records/importsContract.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { ruleText } from '#shared/translations/problemText.ts';
import { api } from '../../../api.ts';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import type { Column } from '../../../components/VirtualTable/VirtualTable.tsx';
import { VirtualTable } from '../../../components/VirtualTable/VirtualTable.tsx';
import { fileSize } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import { destination } from '../browse/destination.ts';
import { DeclareSheet } from './DeclareSheet.tsx';
import classes from './EntryList.module.css';

const PAGE = 200;
const ROW = 40;
const REFRESH_MS = 2000;

/** A line for each file of an import, as many as there are; the ones that need a person say why and what can be done. */
export function EntryList({
  importId,
  states,
  count,
  goesOn,
  isCancelled,
}: {
  importId: string;
  states: EntryState[];
  count: number;
  /** While files are still being taken in, the list is read again and again. */
  goesOn: boolean;
  /** What still waits will not come any more. */
  isCancelled: boolean;
}) {
  const t = useT();
  const [focus, setFocus] = useState(0);
  const [last, setLast] = useState(0);
  const [declaring, setDeclaring] = useState<ImportEntry | null>(null);
  const pages = useInfiniteQuery({
    ...api.imports.entries.infiniteOptions({
      input: (after: string | null) => ({ id: importId, states, after, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: ({ after }) => after,
      maxPages: 300,
    }),
    staleTime: 0,
    refetchInterval: goesOn ? REFRESH_MS : false,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage, data } = pages;
  const read = (data?.pages.length ?? 0) * PAGE;
  useEffect(() => {
    if (last >= read && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, read, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const columns = useMemo(() => entryColumns(t, isCancelled, setDeclaring), [t, isCancelled]);
  const rowAt = (index: number) => data?.pages[Math.floor(index / PAGE)]?.entries[index % PAGE];
  return (
    <div className={classes.list}>
      <ErrorProblems error={pages.error} />
      <VirtualTable
        key={states.join()}
        label={t.imports.list}
        columns={columns}
        count={
          hasNextPage ? Math.max(count, read) : Math.min(Math.max(count, 0), lengthOf(data?.pages) ?? count)
        }
        rowAt={rowAt}
        rowKey={({ id }) => id}
        rowHeight={ROW}
        focus={focus}
        onPoint={({ index }) => setFocus(index)}
        onRange={(_, to) => setLast(to)}
        onKeyDown={(event) => {
          const to = destination(event.key, { count, focus, columns: 1, page: 10 });
          if (to === null || event.target !== event.currentTarget) return;
          event.preventDefault();
          setFocus(to);
        }}
      />
      {declaring !== null && (
        <DeclareSheet importId={importId} entry={declaring} onClose={() => setDeclaring(null)} />
      )}
    </div>
  );
}

function lengthOf(pages: { entries: unknown[] }[] | undefined): number | undefined {
  return pages?.reduce((sum, { entries }) => sum + entries.length, 0);
}

function entryColumns(
  t: Catalogue,
  isCancelled: boolean,
  onDeclare: (entry: ImportEntry) => void,
): Column<ImportEntry>[] {
  const words = t.imports;
  return [
    {
      key: 'state',
      label: words.result,
      width: 92,
      cell: ({ state }) => (
        <span className={classes.state} data-state={state}>
          {state === 'WAITING' && isCancelled ? words.notTaken : words.states[state]}
        </span>
      ),
    },
    {
      key: 'path',
      label: words.path,
      width: 320,
      cell: ({ path, state, recordId }) =>
        recordId !== null && state === 'DONE' ? (
          <Link to="/records/$recordId" params={{ recordId }} title={path} className={classes.path}>
            {path}
          </Link>
        ) : (
          <span title={path} className={classes.path}>
            {path}
          </span>
        ),
    },
    { key: 'size', label: words.size, width: 88, align: 'end', cell: ({ size }) => fileSize(size) },
    {
      key: 'explanation',
      label: words.explanation,
      width: 280,
      cell: (entry) => <Explanation entry={entry} onDeclare={onDeclare} />,
    },
  ];
}

function Explanation({ entry, onDeclare }: { entry: ImportEntry; onDeclare: (entry: ImportEntry) => void }) {
  const t = useT();
  if (entry.duplicateOf !== null) {
    return (
      <Link
        to="/records/$recordId"
        params={{ recordId: entry.duplicateOf.recordId }}
        className={classes.path}
      >
        {t.imports.duplicateOf(entry.duplicateOf.title)}
      </Link>
    );
  }
  const help: Partial<Record<EntryState, string>> = t.imports.stateHelp;
  const sentences = [...remarksOf(t, entry), ...entry.problems.map((problem) => ruleText(t, problem))];
  const text = sentences.length > 0 ? sentences.join(' ') : (help[entry.state] ?? '');
  return (
    <span className={classes.explanation}>
      <span className={classes.sentence} title={text}>
        {text}
      </span>
      {entry.state === 'HELD' && (
        <Button variant="subtle" size="compact-xs" onClick={() => onDeclare(entry)}>
          {t.imports.explanation}
        </Button>
      )}
    </span>
  );
}

/** What a kept file is like. It is no failure, so it says first that the file is here. */
function remarksOf(t: Catalogue, { remarks, isShown }: ImportEntry): string[] {
  if (remarks.length === 0) return [];
  const words: Readonly<Record<string, string>> = t.records.files.problems;
  const reasons = remarks.map((code) => words[code] ?? t.records.files.problemOther(code));
  return [isShown ? t.imports.kept : t.imports.keptUnshown, ...reasons];
}
