import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useT } from '../../../translations.ts';
import classes from './PdfStage.module.css';

/** Asks for the password of a PDF; it is used to show the file and kept nowhere. */
export function PdfPassword({
  name,
  wrong,
  onAnswer,
}: {
  name: string;
  wrong: boolean;
  onAnswer: (password: string) => void;
}) {
  const t = useT();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswer(password);
    setPassword('');
  };
  return (
    <form className={classes.password} onSubmit={submit}>
      <h2 className={classes.passwordTitle}>{t.records.viewer.pdfPassword}</h2>
      <p className={classes.passwordName}>{name}</p>
      <PasswordInput
        label={t.records.viewer.pdfPassword}
        description={t.records.viewer.pdfPasswordHelp}
        error={wrong && t.records.viewer.pdfPasswordWrong}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t.actions.showPassphrase }}
      />
      <Button type="submit" mt="md" disabled={password === ''}>
        {t.records.viewer.pdfOpen}
      </Button>
    </form>
  );
}
