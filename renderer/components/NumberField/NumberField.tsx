import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ruleText } from '#shared/translations/problemText.ts';
import { useT } from '../../translations.ts';
import { numberTyped } from './numberTyped.ts';

/** A number, typed as people write it. What is no number is said at once and counts as nothing. */
export function NumberField({
  label,
  description,
  value,
  onChange,
  error,
  bare = false,
  width,
}: {
  label: string;
  description?: string;
  value: number | null;
  onChange: (value: number | null) => void;
  error?: string | undefined;
  /** The label is read, not seen. */
  bare?: boolean;
  /** CSS pixels. */
  width?: number;
}) {
  const t = useT();
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const isWrong = numberTyped(typed) === undefined;
  return (
    <TextInput
      {...(bare ? { 'aria-label': label } : { label })}
      description={description}
      value={typed}
      inputMode="decimal"
      maxLength={20}
      autoComplete="off"
      {...(width === undefined ? {} : { w: width })}
      error={isWrong ? ruleText(t, { rule: 'NOT_A_NUMBER' }) : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(numberTyped(event.currentTarget.value) ?? null);
      }}
    />
  );
}
