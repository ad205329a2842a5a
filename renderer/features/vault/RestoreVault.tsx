import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Place } from '#shared/places.ts';
import { api } from '../../api.ts';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { takeStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import classes from './FrontForm.module.css';
import { FormFoot, FormHead } from './FrontForm.tsx';
import { FrontFrame } from './FrontFrame.tsx';
import { PlaceField } from './PlaceField.tsx';

const AT_FIELDS = ['from', 'to', 'folderName'];

/** A backup becomes a new vault in a new folder; then its lock page is shown. */
export function RestoreVault({
  onBack,
  onRestored,
}: {
  onBack: () => void;
  onRestored: (() => void) | undefined;
}) {
  const t = useT();
  const words = t.settings.backup;
  const [from, setFrom] = useState<Place | null>(null);
  const [to, setTo] = useState<Place | null>(null);
  const [folderName, setFolderName] = useState('');
  const restore = useMutation(
    api.vault.restore.mutationOptions({
      onSuccess: (status) => {
        takeStatus(status);
        onRestored?.();
      },
    }),
  );
  const isFilled = from !== null && to !== null && folderName.trim() !== '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (from !== null && to !== null && isFilled)
      restore.mutate({ from: from.token, to: to.token, folderName });
  }

  return (
    <FrontFrame>
      <form onSubmit={submit} className={classes.form}>
        <FormHead title={words.restoreTitle} lead={words.restoreLead} />
        <PlaceField
          label={words.from}
          purpose="import"
          place={from}
          error={fieldError(t, restore.error, 'from')}
          onPlace={(place) => {
            setFrom(place);
            if (folderName === '') setFolderName(place.name);
          }}
        />
        <PlaceField
          label={words.to}
          purpose="vault"
          place={to}
          error={fieldError(t, restore.error, 'to')}
          onPlace={setTo}
        />
        <TextInput
          label={words.folderName}
          value={folderName}
          maxLength={120}
          required
          withAsterisk={false}
          error={fieldError(t, restore.error, 'folderName')}
          onChange={(event) => setFolderName(event.currentTarget.value)}
        />
        <ErrorProblems error={restore.error} atFields={AT_FIELDS} />
        <FormFoot onBack={onBack} busy={restore.isPending}>
          <Button type="submit" disabled={!isFilled} loading={restore.isPending}>
            {words.restoreVerb}
          </Button>
        </FormFoot>
      </form>
    </FrontFrame>
  );
}
