import { TextInput } from '@mantine/core';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { useT } from '../../../translations.ts';
import classes from './Dossier.module.css';

type Months = { fromMonth: string | null; toMonth: string | null };

/** From and to, by month; an open end is "now". */
export function spanText(t: Catalogue, { fromMonth, toMonth }: Months): string {
  if (fromMonth === null && toMonth === null) return '';
  return `${fromMonth ?? ''} – ${toMonth ?? t.people.dossier.now}`;
}

export function MonthSpan({
  value,
  errorOf,
  onChange,
}: {
  value: Months;
  errorOf: (field: string) => string | undefined;
  onChange: (value: Months) => void;
}) {
  const words = useT().people.dossier.fields;
  const { fromMonth, toMonth } = value;
  return (
    <div className={classes.pair}>
      <TextInput
        label={words.fromMonth}
        placeholder="2020-09"
        value={fromMonth ?? ''}
        maxLength={10}
        error={errorOf('fromMonth')}
        onChange={(event) => onChange({ toMonth, fromMonth: monthOf(event.currentTarget.value) })}
      />
      <TextInput
        label={words.toMonth}
        placeholder="2024-06"
        value={toMonth ?? ''}
        maxLength={10}
        error={errorOf('toMonth')}
        onChange={(event) => onChange({ fromMonth, toMonth: monthOf(event.currentTarget.value) })}
      />
    </div>
  );
}

/** 2020年9月, 2020.9 and 202009 as 2020-09; what is none of these goes on as it is, for the service to refuse. */
function monthOf(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim();
  const parts = /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*月$/.exec(plain) ?? /^(\d{4})[./](\d{2})$/.exec(plain);
  if (parts?.[1] !== undefined && parts[2] !== undefined) return `${parts[1]}-${parts[2].padStart(2, '0')}`;
  const digits = /^(\d{4})(\d{2})$/.exec(plain);
  if (digits) return `${digits[1]}-${digits[2]}`;
  return plain === '' ? null : plain;
}
