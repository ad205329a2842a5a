import { Button } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReceivedBundle } from '#shared/bundles/receivedContract.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { InstantText } from '../../components/DateText/DateText.tsx';
import { EmptyPage } from '../../components/EmptyPage/EmptyPage.tsx';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { type Column, VirtualTable } from '../../components/VirtualTable/VirtualTable.tsx';
import { counted, instantText } from '../../formats.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { useGoTo } from './useExchange.ts';
import { useExchangeChanged } from './useExchangeChanged.ts';
import { useRowKeys } from './useRowKeys.ts';
import classes from './View.module.css';

/** The ledger of what was opened here, and what of it was imported. */
export function ReceivedView() {
  const t = useT();
  const words = t.bundles.received;
  const goTo = useGoTo();
  const received = useQuery(api.bundles.received.queryOptions());
  const [undoing, setUndoing] = useState<ReceivedBundle | null>(null);
  const rows = received.data ?? [];
  const keys = useRowKeys(rows, (row) => row.importId !== null && setUndoing(row));
  const columns: Column<ReceivedBundle>[] = [
    { key: 'at', label: words.columns.at, width: 144, cell: ({ at }) => <InstantText at={at} /> },
    {
      key: 'unit',
      label: words.columns.unit,
      width: 170,
      share: 220,
      cell: ({ unit }) => <span className={`${classes.cell} ${classes.strong}`}>{unit}</span>,
    },
    {
      key: 'edition',
      label: words.columns.edition,
      width: 88,
      cell: ({ sequence }) => words.edition(sequence),
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
      key: 'state',
      label: words.columns.state,
      width: 196,
      cell: (row) =>
        row.importedAt === null ? (
          <span className={classes.quiet}>{words.opened}</span>
        ) : (
          <>
            <span title={instantText(row.importedAt)}>{words.imported}</span>
            <Button variant="subtle" size="compact-xs" onClick={() => setUndoing(row)}>
              {words.undo}
            </Button>
          </>
        ),
    },
    {
      key: 'purpose',
      label: words.columns.purpose,
      width: 140,
      share: 180,
      cell: ({ purpose }) => <span className={classes.cell}>{purpose}</span>,
    },
  ];
  return (
    <div className={classes.view}>
      <ErrorProblems error={received.error} />
      {received.isSuccess && rows.length === 0 && (
        <EmptyPage
          icon={<IconMailOpened size={40} stroke={1.5} />}
          title={words.emptyTitle}
          action={<Button onClick={() => goTo('open')}>{t.bundles.openOne}</Button>}
        >
          {words.empty}
        </EmptyPage>
      )}
      {rows.length > 0 && (
        <div className={classes.tools}>
          <ExportList choice={{ list: 'RECEIVED' }} title={t.bundles.tabs.received} />
        </div>
      )}
      {rows.length > 0 && (
        <VirtualTable
          label={t.bundles.tabs.received}
          columns={columns}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={({ id, at }) => `${id}-${at}`}
          rowHeight={44}
          focus={keys.focus}
          onPoint={({ index }) => keys.setFocus(index)}
          onKeyDown={keys.onKeyDown}
        />
      )}
      {undoing?.importId != null && (
        <UndoSheet importId={undoing.importId} onClose={() => setUndoing(null)} />
      )}
    </div>
  );
}

function UndoSheet({ importId, onClose }: { importId: string; onClose: () => void }) {
  const t = useT();
  const words = t.bundles.received;
  const changed = useExchangeChanged();
  const undo = useMutation(
    api.bundles.undoImport.mutationOptions({
      onSuccess: ({ undone, kept }) => {
        notifyDone(kept.length === 0 ? words.undone(undone) : words.undoneKept(undone, kept.length));
        changed();
        onClose();
      },
    }),
  );
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.undoTitle}
      verb={words.undo}
      busy={undo.isPending}
      onConfirm={() => undo.mutate({ importId })}
    >
      <p>{words.undoHelp}</p>
      <ErrorProblems error={undo.error} />
    </ConfirmSheet>
  );
}
