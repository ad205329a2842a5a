import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../../translations.ts';
import classes from './ConsentField.module.css';

/** On what ground personal information may go; the check is asked again with it. */
export function ConsentField({ value, onApply }: { value: string; onApply: (consent: string) => void }) {
  const t = useT();
  const words = t.bundles.check;
  const [typed, setTyped] = useState(value);
  return (
    <form
      className={classes.consent}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(typed.trim());
      }}
    >
      <TextInput
        label={words.consent}
        description={words.consentHelp}
        placeholder={words.consentExample}
        value={typed}
        maxLength={500}
        className={classes.field}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={typed.trim() === value}>
        {words.applyConsent}
      </Button>
    </form>
  );
}
