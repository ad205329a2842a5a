import { Button, TextInput } from '@mantine/core';
import { IconAddressBook, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '#shared/bundles/contactsContract.ts';
import { api } from '../../../api.ts';
import { EmptyPage } from '../../../components/EmptyPage/EmptyPage.tsx';
import { ExportList } from '../../../components/ExportList/ExportList.tsx';
import { useListFilter } from '../../../components/NounList/NounList.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../../translations.ts';
import { useDropped } from '../dropped.ts';
import { ContactSheet } from './ContactSheet.tsx';
import { ContactState } from './ContactState.tsx';
import classes from './ContactsView.module.css';
import { ImportCardSheet } from './ImportCardSheet.tsx';
import { OwnCard } from './OwnCard.tsx';

/** The partners whose cards are here, and our own card for them. */
export function ContactsView() {
  const t = useT();
  const words = t.bundles.contacts;
  const filter = useListFilter('contacts');
  const contacts = useQuery({
    ...api.contacts.list.queryOptions({ input: { text: filter.text } }),
    placeholderData: keepPreviousData,
  });
  const [openId, setOpenId] = useState<string | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const { files, taken } = useDropped('card');
  const rows = contacts.data ?? [];
  const isEmpty = contacts.isSuccess && rows.length === 0;
  const open = rows.find(({ id }) => id === openId);
  const create = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setIsImporting(true)}>
      {words.create}
    </Button>
  );
  return (
    <div className={classes.columns}>
      <section className={classes.list} aria-label={words.title}>
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
            <ExportList choice={{ list: 'CONTACTS', text: filter.text }} title={words.title} />
            {create}
          </div>
        )}
        <ErrorProblems error={contacts.error} />
        {isEmpty && filter.text === '' && (
          <EmptyPage
            icon={<IconAddressBook size={40} stroke={1.5} />}
            title={words.emptyTitle}
            action={create}
          >
            {words.empty}
          </EmptyPage>
        )}
        {isEmpty && filter.text !== '' && (
          <EmptyPage title={words.noneFound}>{words.noneFoundHelp}</EmptyPage>
        )}
        <ul className={classes.rows}>
          {rows.map((contact) => (
            <Row key={contact.id} contact={contact} onOpen={() => setOpenId(contact.id)} />
          ))}
        </ul>
      </section>
      <OwnCard />
      {open !== undefined && <ContactSheet contact={open} onClose={() => setOpenId(null)} />}
      {(isImporting || files !== null) && (
        <ImportCardSheet
          dropped={files}
          onClose={() => {
            taken();
            setIsImporting(false);
          }}
        />
      )}
    </div>
  );
}

function Row({ contact, onOpen }: { contact: Contact; onOpen: () => void }) {
  const t = useT();
  const words = t.bundles.contacts;
  return (
    <li>
      <button type="button" className={classes.row} onClick={onOpen}>
        <span className={classes.name}>{contact.title}</span>
        <ContactState contact={contact} />
        <span className={classes.counts}>{words.counts(contact.sent, contact.received)}</span>
        <code className={classes.print}>{contact.card.fingerprint.slice(0, 16)}</code>
      </button>
    </li>
  );
}
