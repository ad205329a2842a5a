import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '#shared/bundles/contactsContract.ts';
import { api } from '../../../api.ts';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { dayText } from '../../../formats.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { beginDraft } from '../compose/draft.ts';
import { useGoTo } from '../useExchange.ts';
import { useExchangeChanged } from '../useExchangeChanged.ts';
import classes from './ContactSheet.module.css';
import { ContactState } from './ContactState.tsx';
import { Fingerprint } from './Fingerprint.tsx';

/** One contact: its fingerprint to compare, its former keys, and verifying after a telephone call. */
export function ContactSheet({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useT();
  const words = t.bundles.contacts;
  const goTo = useGoTo();
  const [isRemoving, setIsRemoving] = useState(false);
  const isChanged = contact.verifiedAt === null && contact.former.length > 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={contact.title}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <div className={classes.sheet}>
        <p className={classes.line}>
          <ContactState contact={contact} />
          {contact.verifiedAt !== null && (
            <span className={classes.quiet}>{words.verifiedAt(dayText(contact.verifiedAt))}</span>
          )}
          <span className={classes.quiet}>{words.counts(contact.sent, contact.received)}</span>
        </p>
        {isChanged && <p className={classes.warning}>{words.keyChangedHelp}</p>}
        {contact.nameShared && <p className={classes.warning}>{words.nameShared}</p>}
        <div>
          <p className={classes.label}>{words.fingerprint}</p>
          <Fingerprint text={contact.card.fingerprint} changed={isChanged} />
        </div>
        {contact.verifiedAt === null && <Verify contact={contact} />}
        <details className={classes.keys}>
          <summary>{words.keysOf}</summary>
          {contact.card.pairs.map(({ levels, recipient, signer }) => (
            <div key={recipient} className={classes.pair}>
              <span className={classes.levels}>
                {levels.map((level) => (
                  <LevelMark key={level} level={level} />
                ))}
              </span>
              <code>{recipient}</code>
              <code>{signer}</code>
            </div>
          ))}
        </details>
        {contact.former.length > 0 && (
          <details className={classes.keys}>
            <summary>{words.former}</summary>
            {contact.former.map(({ fingerprint, since, replacedAt, unit }) => (
              <div key={`${fingerprint}-${since}`} className={classes.pair}>
                <span>
                  {unit} · {words.formerUntil(dayText(since), dayText(replacedAt))}
                </span>
                <code>{fingerprint}</code>
              </div>
            ))}
          </details>
        )}
        {isRemoving ? (
          <Remove contact={contact} onDone={onClose} />
        ) : (
          <footer className={classes.foot}>
            <Button variant="subtle" color="red" onClick={() => setIsRemoving(true)}>
              {words.remove}
            </Button>
            <Button
              onClick={() => {
                beginDraft({ by: 'CARD', contactId: contact.id });
                goTo('new');
              }}
            >
              {words.send}
            </Button>
          </footer>
        )}
      </div>
    </Modal>
  );
}

function Verify({ contact }: { contact: Contact }) {
  const t = useT();
  const words = t.bundles.contacts;
  const changed = useExchangeChanged();
  const [hasCompared, setHasCompared] = useState(false);
  const verify = useMutation(
    api.contacts.verify.mutationOptions({
      onSuccess: ({ title }) => {
        notifyDone(words.verifyDone(title));
        changed();
      },
    }),
  );
  const { id, version, card } = contact;
  return (
    <section className={classes.verify} aria-label={words.verifyTitle(contact.title)}>
      <p>{words.fingerprintHelp}</p>
      <Checkbox
        label={words.verifyCheck}
        checked={hasCompared}
        onChange={(event) => setHasCompared(event.currentTarget.checked)}
      />
      <Button
        disabled={!hasCompared}
        loading={verify.isPending}
        onClick={() => verify.mutate({ id, version, fingerprint: card.fingerprint })}
      >
        {words.verify}
      </Button>
      <ErrorProblems error={verify.error} />
    </section>
  );
}

function Remove({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const t = useT();
  const words = t.bundles.contacts;
  const changed = useExchangeChanged();
  const [reason, setReason] = useState('');
  const remove = useMutation(
    api.contacts.remove.mutationOptions({
      onSuccess: () => {
        notifyDone(words.removed(contact.title));
        changed();
        onDone();
      },
    }),
  );
  return (
    <section className={classes.verify} data-danger aria-label={words.removeTitle(contact.title)}>
      <p>{words.removeHelp}</p>
      <TextInput
        label={words.removeReason}
        value={reason}
        maxLength={500}
        className={classes.wide}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        color="red"
        loading={remove.isPending}
        onClick={() => remove.mutate({ id: contact.id, version: contact.version, reason })}
      >
        {words.remove}
      </Button>
      <ErrorProblems error={remove.error} />
    </section>
  );
}
