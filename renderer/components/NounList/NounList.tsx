import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { ItemHead } from '#shared/items.ts';
import { draftOf, keepDraft } from '../../drafts.ts';
import { isComposing } from '../../keyboard.ts';
import { usePresenting } from '../../session.ts';
import { useT } from '../../translations.ts';
import { Deeds } from '../Deeds.tsx';
import { EmptyPage } from '../EmptyPage/EmptyPage.tsx';
import { IconButton } from '../IconButton/IconButton.tsx';
import { PageHeader } from '../PageHeader/PageHeader.tsx';
import { ErrorProblems } from '../ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../protectScreen.ts';
import { type Column, VirtualTable } from '../VirtualTable/VirtualTable.tsx';
import classes from './NounList.module.css';

/** The words of one noun's list page. */
export type NounListWords = {
  title: string;
  create: string;
  filter: string;
  emptyTitle: string;
  empty: string;
  noneFound: string;
  noneFoundHelp: string;
};

/** What is looked for on a list page; it stays when the page is left, until the vault is locked. */
export function useListFilter(noun: string): { typed: string; text: string; setTyped(text: string): void } {
  const key = `list.${noun}`;
  const [typed, setTyped] = useState(() => draftOf<string>(key) ?? '');
  const [text] = useDebouncedValue(typed.trim(), 150);
  return {
    typed,
    text,
    setTyped: (next) => {
      keepDraft(key, next);
      setTyped(next);
    },
  };
}

/** The list page of people, units and projects: title with count, one field to find, the table, and "new". */
export function NounList<Row extends ItemHead>({
  words,
  icon,
  views,
  filter,
  choices,
  isNarrowed = false,
  rows,
  columns,
  onOpen,
  onCreate,
  tools,
}: {
  words: NounListWords;
  icon: ReactNode;
  /** The lists of the same area, below the title. */
  views?: ReactNode;
  filter: ReturnType<typeof useListFilter>;
  /** More that narrows the list, beside the field. */
  choices?: ReactNode;
  /** Whether one of them does. */
  isNarrowed?: boolean;
  rows: UseQueryResult<Row[]>;
  columns: readonly Column<Row>[];
  onOpen: (row: Row) => void;
  onCreate: () => void;
  /** Deeds beside "new", such as export. */
  tools?: ReactNode;
}) {
  const t = useT();
  const isPresenting = usePresenting();
  const [focus, setFocus] = useState(0);
  const found = rows.data ?? [];
  const at = Math.min(focus, Math.max(0, found.length - 1));
  useProtectedScreen(found.map(({ level }) => level));
  const create = (
    <Deeds>
      <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={onCreate}>
        {words.create}
      </Button>
    </Deeds>
  );

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const row = found[at];
    const last = found.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last, PageDown: at + 10, PageUp: at - 10 }[
      event.key
    ];
    if (to !== undefined) setFocus(Math.max(0, Math.min(last, to)));
    else if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else return;
    event.preventDefault();
  }

  const isEmpty = rows.isSuccess && found.length === 0;
  const isWhole = filter.text === '' && !isNarrowed;
  return (
    <div className={classes.page}>
      <PageHeader
        title={words.title}
        count={rows.data === undefined ? undefined : found.length}
        actions={
          <>
            {tools}
            {create}
          </>
        }
      />
      {views !== undefined && <div className={classes.views}>{views}</div>}
      {!(isEmpty && isWhole) && (
        <div className={classes.narrow}>
          <TextInput
            className={classes.filter}
            aria-label={words.filter}
            placeholder={words.filter}
            leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
            rightSection={
              filter.typed !== '' && (
                <IconButton label={t.actions.clear} size={24} onClick={() => filter.setTyped('')}>
                  <IconX size={16} stroke={1.5} />
                </IconButton>
              )
            }
            value={filter.typed}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => filter.setTyped(event.currentTarget.value)}
          />
          {choices}
        </div>
      )}
      <ErrorProblems error={rows.error} />
      {isEmpty && isWhole && (
        <EmptyPage
          icon={icon}
          title={isPresenting ? t.shell.presentation.nothing : words.emptyTitle}
          action={create}
        >
          {isPresenting ? undefined : words.empty}
        </EmptyPage>
      )}
      {isEmpty && !isWhole && <EmptyPage title={words.noneFound}>{words.noneFoundHelp}</EmptyPage>}
      {found.length > 0 && (
        <VirtualTable
          label={words.title}
          columns={columns}
          count={found.length}
          rowAt={(index) => found[index]}
          rowKey={({ id }) => id}
          rowHeight={44}
          focus={at}
          onPoint={({ index }) => {
            const row = found[index];
            if (row !== undefined) onOpen(row);
          }}
          onKeyDown={onKey}
        />
      )}
    </div>
  );
}
