import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ruleText } from '#shared/translations/problemText.ts';
import { useT } from '../../translations.ts';
import { calendarDateTyped } from './calendarDateTyped.ts';

/** A full date, typed as people write it (2026-11-20, 2026年11月20日, 20261120) and shown as ISO once the field is left. */
export function DateField({
  label,
  value,
  onChange,
  error,
}: {
  label: string;
  /** ISO, null for none. */
  value: string | null;
  onChange: (value: string | null) => void;
  error?: string | undefined;
}) {
  const t = useT();
  const [typed, setTyped] = useState(value ?? '');
  const [isWrong, setIsWrong] = useState(false);

  function settle(): void {
    const read = calendarDateTyped(typed);
    setIsWrong(read === undefined);
    if (read !== undefined) setTyped(read ?? '');
    // What is no date goes on as it is: the service refuses it, so that it is not silently another one.
    onChange(read === undefined ? typed : read);
  }

  return (
    <TextInput
      label={label}
      value={typed}
      placeholder="2026-11-20"
      maxLength={40}
      autoComplete="off"
      error={isWrong ? ruleText(t, { rule: 'NOT_A_DATE' }) : error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  );
}
