import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Contact } from '#shared/bundles/contactsContract.ts';
import { api } from '../../../api.ts';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../../translations.ts';
import { ContactState } from '../contacts/ContactState.tsx';
import { useGoTo } from '../useExchange.ts';
import classes from './WhomStep.module.css';

/** Which contact, with what is known of its keys. */
export function ContactChoice({ value, onChange }: { value: string | null; onChange: (id: string) => void }) {
  const t = useT();
  const words = t.bundles.whom;
  const goTo = useGoTo();
  const name = useId();
  const contacts = useQuery(api.contacts.list.queryOptions({ input: { text: '' } }));
  if (contacts.data?.length === 0) {
    return (
      <div className={classes.none}>
        <p>{words.noContacts}</p>
        <Button variant="default" onClick={() => goTo('contacts')}>
          {words.toContacts}
        </Button>
      </div>
    );
  }
  return (
    <fieldset className={classes.contacts}>
      <legend>{words.contact}</legend>
      <ErrorProblems error={contacts.error} />
      {contacts.data?.map((contact: Contact) => (
        <label key={contact.id} className={classes.contact}>
          <input
            type="radio"
            name={name}
            checked={value === contact.id}
            onChange={() => onChange(contact.id)}
          />
          <span className={classes.contactName}>{contact.title}</span>
          <ContactState contact={contact} />
          <code className={classes.print}>{contact.card.fingerprint.slice(0, 16)}</code>
        </label>
      ))}
    </fieldset>
  );
}
