import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Place } from '#shared/places.ts';
import { api } from '../../api.ts';
import { isComposing } from '../../keyboard.ts';
import { useT } from '../../translations.ts';
import { errorSentences } from '../problems.ts';
import classes from './PlaceDialog.module.css';

/** One line that makes a folder below the one shown. */
export function NewFolder({
  at,
  onMade,
  onGiveUp,
}: {
  at: string;
  onMade: (place: Place) => void;
  onGiveUp: () => void;
}) {
  const t = useT();
  const [name, setName] = useState('');
  const make = useMutation(api.places.makeFolder.mutationOptions({ onSuccess: onMade }));
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== '') make.mutate({ at, name });
  }
  return (
    <form className={classes.naming} onSubmit={submit}>
      <TextInput
        className={classes.field}
        aria-label={t.shell.places.newFolderName}
        placeholder={t.shell.places.newFolderName}
        value={name}
        maxLength={120}
        autoFocus
        error={make.error === null ? undefined : errorSentences(t, make.error).join(' ')}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
          if (event.key !== 'Escape' || isComposing(event)) return;
          event.stopPropagation();
          onGiveUp();
        }}
      />
      <Button type="submit" variant="default" loading={make.isPending}>
        {t.actions.create}
      </Button>
    </form>
  );
}
