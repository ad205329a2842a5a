import { Button, TextInput } from '@mantine/core';
import { IconFileCertificate, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agreement } from '#shared/agreements/contract.ts';
import { api } from '../../../api.ts';
import { EmptyPage } from '../../../components/EmptyPage/EmptyPage.tsx';
import { ExportList } from '../../../components/ExportList/ExportList.tsx';
import { levelColumn } from '../../../components/LevelMark/levelColumn.tsx';
import { useListFilter } from '../../../components/NounList/NounList.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { type Column, VirtualTable } from '../../../components/VirtualTable/VirtualTable.tsx';
import { useT } from '../../../translations.ts';
import { useRowKeys } from '../useRowKeys.ts';
import shared from '../View.module.css';
import { AgreementSheet } from './AgreementSheet.tsx';
import classes from './AgreementsView.module.css';

/** Agreements with partners: whether secrecy is agreed on the day a bundle is to go. */
export function AgreementsView() {
  const t = useT();
  const words = t.bundles.agreements;
  const filter = useListFilter('agreements');
  const agreements = useQuery({
    ...api.agreements.list.queryOptions({ input: { text: filter.text } }),
    placeholderData: keepPreviousData,
  });
  const [open, setOpen] = useState<Agreement | 'new' | null>(null);
  const rows = agreements.data ?? [];
  const keys = useRowKeys(rows, setOpen);
  const isEmpty = agreements.isSuccess && rows.length === 0;
  const create = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setOpen('new')}>
      {words.create}
    </Button>
  );
  const columns: Column<Agreement>[] = [
    {
      key: 'title',
      label: words.fields.title,
      width: 150,
      share: 208,
      cell: ({ title }) => <span className={`${shared.cell} ${shared.strong}`}>{title}</span>,
    },
    {
      key: 'unit',
      label: words.fields.unitName,
      width: 120,
      share: 176,
      cell: ({ fields }) => <span className={shared.cell}>{fields.unitName}</span>,
    },
    { key: 'type', label: words.fields.type, width: 120, cell: ({ fields }) => words.types[fields.type] },
    {
      key: 'state',
      label: words.fields.state,
      width: 88,
      cell: ({ state }) => (
        <span className={classes.state} data-state={state}>
          {words.states[state]}
        </span>
      ),
    },
    {
      key: 'span',
      label: words.fields.span,
      width: 196,
      cell: ({ fields }) => (
        <span className={shared.quiet}>
          {fields.validFrom ?? fields.signedOn ?? '—'} – {fields.validTo ?? words.openEnd}
        </span>
      ),
    },
    {
      key: 'secrecy',
      label: t.fields.confidentiality,
      width: 88,
      cell: ({ fields }) => (fields.confidentiality ? t.actions.yes : t.actions.no),
    },
    levelColumn(t),
  ];
  return (
    <div className={shared.view}>
      {!(isEmpty && filter.text === '') && (
        <div className={classes.tools}>
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
          <ExportList choice={{ list: 'AGREEMENTS', text: filter.text }} title={words.title} />
          {create}
        </div>
      )}
      <ErrorProblems error={agreements.error} />
      {isEmpty && filter.text === '' && (
        <EmptyPage
          icon={<IconFileCertificate size={40} stroke={1.5} />}
          title={words.emptyTitle}
          action={create}
        >
          {words.empty}
        </EmptyPage>
      )}
      {isEmpty && filter.text !== '' && <EmptyPage title={words.noneFound}>{words.noneFoundHelp}</EmptyPage>}
      {rows.length > 0 && (
        <VirtualTable
          label={words.title}
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
      {open !== null && (
        <AgreementSheet agreement={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
