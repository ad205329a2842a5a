import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReadCard } from '#shared/bundles/contactsContract.ts';
import { api, client } from '../../../api.ts';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { host, type PickedFiles } from '../../../host/host.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { useExchangeChanged } from '../useExchangeChanged.ts';
import { Fingerprint } from './Fingerprint.tsx';
import classes from './ImportCardSheet.module.css';

/** Text files of a card are small; what is larger is none. */
const MOST_BYTES = 64 * 1024;

/** A partner's card, pasted or as a file: read first, then kept. */
export function ImportCardSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.bundles.contacts;
  const [typed, setTyped] = useState('');
  const read = useMutation({ mutationFn: readCard });
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={words.importTitle}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <div className={classes.sheet}>
        {read.data === undefined || read.data === null ? (
          <>
            <Textarea
              label={words.paste}
              value={typed}
              minRows={6}
              maxRows={10}
              autosize
              data-autofocus
              classNames={{ input: classes.code ?? '' }}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <ErrorProblems error={read.error} />
            <footer className={classes.foot}>
              <Button variant="default" onClick={() => read.mutate(null)}>
                {words.pickFile}
              </Button>
              <Button
                disabled={typed.trim() === ''}
                loading={read.isPending}
                onClick={() => read.mutate(typed)}
              >
                {words.readIt}
              </Button>
            </footer>
          </>
        ) : (
          <Found found={read.data} onBack={read.reset} onClose={onClose} />
        )}
      </div>
    </Modal>
  );
}

function Found({ found, onBack, onClose }: { found: ReadCard; onBack: () => void; onClose: () => void }) {
  const t = useT();
  const words = t.bundles.contacts;
  const changed = useExchangeChanged();
  const { card, standing, knownFingerprint } = found;
  const isWarning = standing === 'CHANGED' || standing === 'NAME_KNOWN';
  const add = useMutation(
    api.contacts.add.mutationOptions({
      onSuccess: ({ title }) => {
        notifyDone(words.added(title));
        changed();
        onClose();
      },
    }),
  );
  const canAdd = standing !== 'OWN' && standing !== 'SAME';
  const verb = { CHANGED: words.accept, NAME_KNOWN: words.addAnyway }[standing as string] ?? words.add;
  return (
    <>
      <div>
        <p className={classes.unit}>{card.unit}</p>
        <p className={isWarning ? classes.changed : classes.quiet}>{words.standings[standing]}</p>
      </div>
      {isWarning && (
        <p className={classes.warning}>{standing === 'CHANGED' ? words.changedWarning : words.nameWarning}</p>
      )}
      {isWarning && knownFingerprint !== null && (
        <div>
          <p className={classes.quiet}>{words.before}</p>
          <Fingerprint text={knownFingerprint} />
        </div>
      )}
      <div>
        <p className={classes.quiet}>{isWarning ? words.after : words.fingerprint}</p>
        <Fingerprint text={card.fingerprint} changed={isWarning} />
      </div>
      <ErrorProblems error={add.error} />
      <footer className={classes.foot}>
        <Button variant="default" onClick={onBack}>
          {t.actions.back}
        </Button>
        {canAdd && (
          <Button
            {...(isWarning ? { color: 'red' } : {})}
            loading={add.isPending}
            onClick={() => add.mutate({ text: card.text, acceptChange: isWarning })}
          >
            {verb}
          </Button>
        )}
      </footer>
    </>
  );
}

/** null text: the person picks a file. null result: they changed their mind. */
async function readCard(text: string | null): Promise<ReadCard | null> {
  if (text !== null) return client.contacts.read({ text });
  const picked = await host.pickFiles({ endings: ['mengbu-card', 'txt'], many: false });
  return picked === null ? null : client.contacts.read(await cardSource(picked));
}

async function cardSource(picked: PickedFiles): Promise<{ text: string } | { place: string }> {
  if (picked.kind === 'places') return { place: picked.places[0]?.token ?? '' };
  const file = picked.entries[0]?.file;
  return { text: file === undefined ? '' : await file.slice(0, MOST_BYTES).text() };
}
