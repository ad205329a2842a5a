import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { CARD_ENDING } from '#shared/bundles/cardFileName.ts';
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
export function ImportCardSheet({
  dropped,
  onClose,
}: {
  /** A card that was dropped on the page: it is read at once. */
  dropped: PickedFiles | null;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.bundles.contacts;
  const [typed, setTyped] = useState('');
  const read = useMutation({ mutationFn: readCard });
  const { mutate } = read;
  useEffect(() => {
    if (dropped !== null) mutate({ files: dropped });
  }, [dropped, mutate]);
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
              <Button variant="default" onClick={() => read.mutate('PICK')}>
                {words.pickFile}
              </Button>
              <Button
                disabled={typed.trim() === ''}
                loading={read.isPending}
                onClick={() => read.mutate({ text: typed })}
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

/** null: the person changed their mind while picking a file. */
async function readCard(from: { text: string } | { files: PickedFiles } | 'PICK'): Promise<ReadCard | null> {
  if (from !== 'PICK' && 'text' in from) return client.contacts.read(from);
  const files =
    from === 'PICK' ? await host.pickFiles({ endings: [CARD_ENDING, 'txt'], many: false }) : from.files;
  return files === null ? null : client.contacts.read(await cardSource(files));
}

async function cardSource(picked: PickedFiles): Promise<{ text: string } | { place: string }> {
  if (picked.kind === 'places') return { place: picked.places[0]?.token ?? '' };
  const file = picked.entries[0]?.file;
  return { text: file === undefined ? '' : await file.slice(0, MOST_BYTES).text() };
}
