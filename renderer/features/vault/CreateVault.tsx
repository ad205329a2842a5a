import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Place } from '#shared/places.ts';
import { api } from '../../api.ts';
import { isGoodPassphrase, NewPassphrase } from '../../components/PassphraseInput/NewPassphrase.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { takeStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import classes from './FrontForm.module.css';
import { FormFoot, FormHead } from './FrontForm.tsx';
import { FrontFrame } from './FrontFrame.tsx';
import { PlaceField } from './PlaceField.tsx';

const AT_FIELDS = ['name', 'coordinator', 'place', 'folderName'];
const FORM = 'vault.create';

type Names = { name: string; coordinator: string };
type Folder = { place: Place | null; folderName: string };

/** Three calm steps: whose vault it is, the passphrase, where it lies. */
export function CreateVault({ onBack }: { onBack: () => void }) {
  const t = useT();
  const words = t.vault.create;
  const [step, setStep] = useState(0);
  const [names, setNames] = useState<Names>(() => draftOf<Names>(FORM) ?? { name: '', coordinator: '' });
  const [secret, setSecret] = useState({ passphrase: '', again: '' });
  const [folder, setFolder] = useState<Folder>({ place: null, folderName: '' });
  const [understood, setUnderstood] = useState(false);
  const create = useMutation(
    api.vault.create.mutationOptions({
      onSuccess: (status) => {
        dropDraft(FORM);
        takeStatus(status);
      },
    }),
  );
  const isFilled = [
    names.name.trim() !== '' && names.coordinator.trim() !== '',
    isGoodPassphrase(secret),
    folder.place !== null && folder.folderName.trim() !== '' && understood,
  ][step];

  function changeNames(next: Names): void {
    setNames(next);
    keepDraft(FORM, next);
  }
  function goOn(): void {
    if (step === 0 && folder.folderName === '')
      setFolder({ ...folder, folderName: folderNameOf(names.name) });
    setStep(step + 1);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isFilled) return;
    if (step < 2) goOn();
    else make();
  }
  function make(): void {
    if (folder.place === null) return;
    create.mutate({
      name: names.name,
      coordinator: names.coordinator,
      passphrase: secret.passphrase,
      place: folder.place.token,
      folderName: folder.folderName,
    });
  }

  return (
    <FrontFrame>
      <form onSubmit={submit} className={classes.form}>
        <FormHead
          title={words.title}
          lead={`${words.step(step + 1, 3)}${t.formats.separator}${words.steps[step]}`}
          step={step}
          of={3}
        />
        {step === 0 && (
          <>
            <TextInput
              label={words.name}
              description={words.nameHelp}
              value={names.name}
              maxLength={80}
              required
              withAsterisk={false}
              autoFocus
              error={fieldError(t, create.error, 'name')}
              onChange={(event) => changeNames({ ...names, name: event.currentTarget.value })}
            />
            <TextInput
              label={words.coordinator}
              description={words.coordinatorHelp}
              value={names.coordinator}
              maxLength={60}
              required
              withAsterisk={false}
              error={fieldError(t, create.error, 'coordinator')}
              onChange={(event) => changeNames({ ...names, coordinator: event.currentTarget.value })}
            />
          </>
        )}
        {step === 1 && (
          <>
            <NewPassphrase
              value={secret}
              onChange={setSecret}
              near={[names.name, names.coordinator]}
              label={t.vault.passphrase.label}
            />
            <p className={classes.note}>{t.vault.passphrase.forgotten}</p>
          </>
        )}
        {step === 2 && (
          <>
            <PlaceField
              label={words.folder}
              help={words.folderHelp}
              purpose="vault"
              place={folder.place}
              error={fieldError(t, create.error, 'place')}
              onPlace={(place) => setFolder({ ...folder, place })}
            />
            <TextInput
              label={words.folderName}
              value={folder.folderName}
              maxLength={120}
              required
              withAsterisk={false}
              error={fieldError(t, create.error, 'folderName')}
              onChange={(event) => setFolder({ ...folder, folderName: event.currentTarget.value })}
            />
            <Checkbox
              label={words.understood}
              checked={understood}
              onChange={(event) => setUnderstood(event.currentTarget.checked)}
            />
            <p className={classes.note}>{create.isPending ? words.making : words.afterwards}</p>
          </>
        )}
        <ErrorProblems error={create.error} atFields={AT_FIELDS} />
        <FormFoot onBack={step === 0 ? onBack : () => setStep(step - 1)} busy={create.isPending}>
          <Button type="submit" disabled={!isFilled} loading={create.isPending}>
            {step < 2 ? t.actions.next : words.verb}
          </Button>
        </FormFoot>
      </form>
    </FrontFrame>
  );
}

/** A folder may not be named with these on one of the systems. */
function folderNameOf(name: string): string {
  return name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .trim()
    .replace(/[. ]+$/, '')
    .slice(0, 60);
}
