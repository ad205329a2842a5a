import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconFilterCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import type { CaseRow } from '#shared/screening/contract.ts';
import { api } from '../../api.ts';
import { EmptyPage } from '../../components/EmptyPage/EmptyPage.tsx';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { useListFilter } from '../../components/NounList/NounList.tsx';
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../components/protectScreen.ts';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { VirtualTable } from '../../components/VirtualTable/VirtualTable.tsx';
import { draftOf, keepDraft } from '../../drafts.ts';
import { isComposing } from '../../keyboard.ts';
import { useT } from '../../translations.ts';
import { BackfillSheet } from './BackfillSheet.tsx';
import { Board } from './Board.tsx';
import { NewCaseSheet } from './NewCaseSheet.tsx';
import classes from './ScreeningPage.module.css';
import { stageTone } from './tones.ts';

type View = 'board' | 'list';

/** Every case by its stage: as a board, or as a list. */
export function ScreeningPage() {
  const t = useT();
  const words = t.screening;
  const navigate = useNavigate();
  const { create, backfill, unit } = useSearch({ from: '/screening' });
  const filter = useListFilter('screening');
  const [view, setView] = useState<View>(() => draftOf<View>('screening view') ?? 'board');
  const cases = useQuery({
    ...api.screening.list.queryOptions({ input: { text: filter.text } }),
    placeholderData: keepPreviousData,
  });
  const rows = cases.data ?? [];
  useProtectedScreen(rows.map(({ level }) => level));
  const open = ({ id }: { id: string }) =>
    void navigate({ to: '/screening/$caseId', params: { caseId: id } });
  const close = () => void navigate({ to: '/screening', replace: true });
  const createButton = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.5} />}
      onClick={() => void navigate({ to: '/screening', search: { create: true } })}
    >
      {words.create}
    </Button>
  );
  const isEmpty = cases.isSuccess && rows.length === 0;
  return (
    <div className={classes.page}>
      <PageHeader
        title={words.title}
        count={cases.data === undefined ? undefined : rows.length}
        actions={
          <>
            <ExportList choice={{ list: 'SCREENING', text: filter.text }} title={words.title} />
            <Button
              variant="default"
              onClick={() => void navigate({ to: '/screening', search: { backfill: true } })}
            >
              {words.backfill}
            </Button>
            {createButton}
          </>
        }
      />
      {!(isEmpty && filter.text === '') && (
        <div className={classes.bar}>
          <TextInput
            className={classes.filter}
            aria-label={words.filter}
            placeholder={words.filter}
            leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
            value={filter.typed}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => filter.setTyped(event.currentTarget.value)}
          />
          <SegmentedControl
            aria-label={words.columns.stage}
            data={[
              { value: 'board', label: words.views.board },
              { value: 'list', label: words.views.list },
            ]}
            value={view}
            onChange={(next) => {
              setView(next as View);
              keepDraft('screening view', next);
            }}
          />
        </div>
      )}
      <ErrorProblems error={cases.error} />
      {isEmpty && filter.text === '' && (
        <EmptyPage
          icon={<IconFilterCheck size={40} stroke={1.5} />}
          title={words.emptyTitle}
          action={createButton}
        >
          {words.empty}
        </EmptyPage>
      )}
      {isEmpty && filter.text !== '' && <EmptyPage title={words.noneFound}>{words.noneFoundHelp}</EmptyPage>}
      {rows.length > 0 && view === 'board' && <Board rows={rows} />}
      {rows.length > 0 && view === 'list' && <CaseList rows={rows} onOpen={open} />}
      {create === true && <NewCaseSheet unitId={unit ?? null} onClose={close} />}
      {backfill === true && <BackfillSheet unitId={unit ?? null} onClose={close} />}
    </div>
  );
}

function CaseList({ rows, onOpen }: { rows: CaseRow[]; onOpen: (row: CaseRow) => void }) {
  const t = useT();
  const words = t.screening;
  const [focus, setFocus] = useState(0);
  const at = Math.min(focus, rows.length - 1);
  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const row = rows[at];
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) setFocus(Math.max(0, Math.min(rows.length - 1, to)));
    else if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else return;
    event.preventDefault();
  }
  return (
    <VirtualTable<CaseRow>
      label={words.title}
      count={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={({ id }) => id}
      rowHeight={44}
      focus={at}
      onPoint={({ index }) => {
        const row = rows[index];
        if (row !== undefined) onOpen(row);
      }}
      onKeyDown={onKey}
      columns={[
        { key: 'unit', label: words.columns.unit, width: 340, cell: ({ title }) => <strong>{title}</strong> },
        {
          key: 'stage',
          label: words.columns.stage,
          width: 150,
          cell: ({ stage }) => <StatusTag tone={stageTone(stage)}>{words.stages[stage]}</StatusTag>,
        },
        { key: 'since', label: words.columns.since, width: 130, cell: ({ since }) => since ?? '' },
        { key: 'due', label: words.columns.due, width: 130, cell: ({ dueOn }) => dueOn ?? '' },
        {
          key: 'preset',
          label: words.columns.preset,
          width: 120,
          cell: ({ preset }) => words.presetNames[preset],
        },
        levelColumn(t),
      ]}
    />
  );
}
