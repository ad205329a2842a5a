import { IconAlertTriangle, IconCheck, IconQuestionMark } from '@tabler/icons-react';
import type { Contact } from '#shared/bundles/contactsContract.ts';
import { useT } from '../../../translations.ts';
import classes from './ContactState.module.css';

/** Whether anybody has compared a contact's fingerprint; red where its keys changed since. */
export function ContactState({ contact }: { contact: Pick<Contact, 'verifiedAt' | 'former'> }) {
  const t = useT();
  const words = t.bundles.contacts;
  const state =
    contact.verifiedAt !== null ? 'verified' : contact.former.length > 0 ? 'changed' : 'unverified';
  const Icon = { verified: IconCheck, changed: IconAlertTriangle, unverified: IconQuestionMark }[state];
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      {words[state]}
    </span>
  );
}
