import { IconPackageExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SentBundle } from '#shared/bundles/contract.ts';
import { api } from '../../api.ts';
import { BytesText } from '../../components/BytesText/BytesText.tsx';
import { InstantText } from '../../components/DateText/DateText.tsx';
import { EmptyPage } from '../../components/EmptyPage/EmptyPage.tsx';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { type Column, VirtualTable } from '../../components/VirtualTable/VirtualTable.tsx';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { SentSheet } from './SentSheet.tsx';
import { useRowKeys } from './useRowKeys.ts';
import classes from './View.module.css';

/** The ledger of what was sent: to whom, which copy, what for. */
export function SentView() {
  const t = useT();
  const words = t.bundles.sent;
  const sent = useQuery(api.bundles.sent.queryOptions({ input: { contactId: null } }));
  const [open, setOpen] = useState<SentBundle | null>(null);
  const rows = sent.data ?? [];
  const keys = useRowKeys(rows, setOpen);
  const columns: Column<SentBundle>[] = [
    { key: 'at', label: words.columns.at, width: 144, cell: ({ at }) => <InstantText at={at} /> },
    {
      key: 'recipient',
      label: words.columns.recipient,
      width: 180,
      share: 240,
      cell: ({ recipient }) => (
        <span className={classes.cell} title={recipient.unit}>
          <span className={classes.strong}>{recipient.name}</span>
          {recipient.by === 'PASSPHRASE' && <span className={classes.quiet}> · {words.byPassphrase}</span>}
        </span>
      ),
    },
    {
      key: 'copy',
      label: words.columns.copy,
      width: 148,
      cell: ({ series, copy }) => words.edition(series.sequence, copy),
    },
    levelColumn(t),
    {
      key: 'items',
      label: words.columns.items,
      width: 72,
      align: 'end',
      cell: ({ counts }) => counted(counts.items),
    },
    {
      key: 'size',
      label: words.columns.size,
      width: 92,
      align: 'end',
      cell: ({ size }) => <BytesText bytes={size} />,
    },
    {
      key: 'purpose',
      label: words.columns.purpose,
      width: 150,
      share: 200,
      cell: ({ purpose }) => <span className={classes.cell}>{purpose}</span>,
    },
  ];
  return (
    <div className={classes.view}>
      <ErrorProblems error={sent.error} />
      {sent.isSuccess && rows.length === 0 && (
        <EmptyPage icon={<IconPackageExport size={40} stroke={1.5} />} title={words.emptyTitle}>
          {words.empty}
        </EmptyPage>
      )}
      {rows.length > 0 && (
        <div className={classes.tools}>
          <ExportList choice={{ list: 'SENT' }} title={t.bundles.tabs.sent} />
        </div>
      )}
      {rows.length > 0 && (
        <VirtualTable
          label={t.bundles.tabs.sent}
          columns={columns}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={({ id }) => id}
          rowHeight={44}
          focus={keys.focus}
          onPoint={({ index }) => setOpen(rows[index] ?? null)}
          onKeyDown={keys.onKeyDown}
        />
      )}
      {open !== null && <SentSheet bundle={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
