import { IconBook2 } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JournalEntry } from '#shared/journal/contract.ts';
import { api } from '../../api.ts';
import { InstantText } from '../../components/DateText/DateText.tsx';
import { EmptyPage } from '../../components/EmptyPage/EmptyPage.tsx';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../components/protectScreen.ts';
import { type Column, VirtualTable } from '../../components/VirtualTable/VirtualTable.tsx';
import { counted } from '../../formats.ts';
import { useVaultStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import { Heads } from './Heads.tsx';
import classes from './JournalPage.module.css';
import { useJournalKeys } from './useJournalKeys.ts';
import { goneText, verbText } from './verbText.ts';

const PAGE = 100;

/** Every write, newest first; the heads to keep elsewhere; and the proof that nothing was changed afterwards. */
export function JournalPage() {
  const t = useT();
  const words = t.journal;
  const { openTiers } = useVaultStatus();
  const pages = useInfiniteQuery(
    api.journal.page.infiniteOptions({
      input: (after: string | null) => ({ after, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (last) => last.after,
    }),
  );
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  const { focus, setFocus, onKeyDown } = useJournalKeys(entries.length);
  useProtectedScreen(openTiers.includes('secret') || openTiers.includes('core') ? ['TRADE_SECRET'] : []);

  function onRange(_first: number, last: number): void {
    if (last >= entries.length - 20 && pages.hasNextPage && !pages.isFetchingNextPage)
      void pages.fetchNextPage();
  }

  const columns: Column<JournalEntry>[] = [
    { key: 'at', label: words.columns.at, width: 148, cell: ({ at }) => <InstantText at={at} /> },
    { key: 'verb', label: words.columns.verb, width: 172, cell: ({ verb }) => verbText(t, verb) },
    { key: 'actor', label: words.columns.actor, width: 104, cell: ({ actor }) => actor || '—' },
    { key: 'tier', label: words.columns.tier, width: 124, cell: ({ tier }) => t.levels.tiers[tier] },
    { key: 'seq', label: words.columns.seq, width: 72, align: 'end', cell: ({ seq }) => counted(seq) },
    {
      key: 'hash',
      label: words.columns.hash,
      width: 124,
      cell: ({ tierHash }) => (
        <code className={classes.hash} title={tierHash}>
          {tierHash.slice(0, 12)}
        </code>
      ),
    },
    {
      key: 'item',
      label: words.columns.item,
      width: 160,
      cell: ({ item, verb }) =>
        item === null ? <span className={classes.quiet}>{goneText(t, verb)}</span> : <ItemLink item={item} />,
    },
  ];
  return (
    <div className={classes.page}>
      <div data-screen-only>
        <PageHeader
          title={words.title}
          below={words.lead}
          actions={<ExportList choice={{ list: 'JOURNAL' }} title={words.title} />}
        />
      </div>
      <Heads />
      <section className={classes.entries} aria-label={words.entries} data-screen-only>
        <ErrorProblems error={pages.error} />
        {pages.isSuccess && entries.length === 0 && (
          <EmptyPage icon={<IconBook2 size={40} stroke={1.5} />} title={words.emptyTitle}>
            {words.empty}
          </EmptyPage>
        )}
        {entries.length > 0 && (
          <VirtualTable
            label={words.entries}
            columns={columns}
            count={entries.length}
            rowAt={(index) => entries[index]}
            rowKey={({ tier, seq }) => `${tier}-${seq}`}
            rowHeight={36}
            focus={focus}
            onPoint={({ index }) => setFocus(index)}
            onKeyDown={onKeyDown}
            onRange={onRange}
          />
        )}
      </section>
    </div>
  );
}
