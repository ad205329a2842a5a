import { Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { chineseDate, type PartialDate } from '#shared/dates.ts';
import type { RecordFields } from '#shared/records/recordFields.ts';
import { ruleText } from '#shared/translations/problemText.ts';
import { readWrittenDate } from '#shared/writtenDates.ts';
import { isComposing } from '../../../keyboard.ts';
import { useTranslation } from '../../../translations.ts';
import { choicesOf, type FieldName, type FieldValue, kindOf } from './recordField.ts';

export type RecordFieldInputProps = {
  field: FieldName;
  value: FieldValue;
  /** For fields whose choices depend on it. */
  category: RecordFields['category'];
  onChange: (value: FieldValue) => void;
  error?: string | undefined;
  /** Within a list of facts the name stands beside it already. */
  bare?: boolean;
  autoFocus?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  onBlur?: () => void;
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
};

/** One field of a record, filled in as its kind asks. Values go out as the contract wants them. */
export function RecordFieldInput(props: RecordFieldInputProps) {
  const { t } = useTranslation();
  const {
    field,
    value,
    category,
    onChange,
    error,
    bare = false,
    autoFocus = false,
    onKeyDown,
    onBlur,
  } = props;
  const help: Partial<Record<FieldName, string>> = t.records.fieldHelp;
  const shared = {
    ...(bare
      ? { 'aria-label': t.records.fields[field] }
      : { label: t.records.fields[field], description: help[field] }),
    error,
    ...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {}),
    ...(onKeyDown === undefined ? {} : { onKeyDown }),
    ...(onBlur === undefined ? {} : { onBlur }),
  };
  switch (kindOf(field)) {
    case 'choice':
      return (
        <Select
          {...shared}
          data={choicesOf(t, field, category)}
          value={value === '' ? null : String(value)}
          onChange={(next) => onChange((next ?? '') as FieldValue)}
          // Choosing what is chosen already leaves it so; the field is done all the same.
          allowDeselect={false}
          onOptionSubmit={(next) => next === value && onChange(next as FieldValue)}
          clearable
          searchable
          selectFirstOptionOnChange
          defaultDropdownOpened={autoFocus}
          // What is typed takes the place of the present choice.
          onFocus={({ currentTarget }) => currentTarget.select()}
          clearButtonProps={{ 'aria-label': t.actions.clear }}
          placeholder={t.actions.notFilled}
          nothingFoundMessage={t.records.page.nobodyFound}
        />
      );
    case 'words':
      return (
        <TagsInput
          {...shared}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
          splitChars={[',', '，', '、', ';', '；']}
          maxTags={50}
          acceptValueOnBlur
          isDuplicate={(word, words) => words.includes(word.trim())}
        />
      );
    case 'text':
      return (
        <Textarea
          {...shared}
          autosize
          minRows={3}
          maxRows={24}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'date':
      return <DateField {...shared} value={value === null ? null : String(value)} onChange={onChange} />;
    case 'year':
      return <YearField {...shared} value={value === null ? null : Number(value)} onChange={onChange} />;
    default:
      return (
        <TextInput
          {...shared}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

type Shared = {
  label?: string;
  description?: string | undefined;
  error?: string | undefined;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  onBlur?: () => void;
};

/** A date as people write it, also without day or month; read when the field is left. */
function DateField({
  value,
  onChange,
  onBlur,
  onKeyDown,
  error,
  ...rest
}: Shared & { value: PartialDate | null; onChange: (value: PartialDate | null) => void }) {
  const { t, language } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = () => {
    if (typed === null) return true;
    const text = typed.trim();
    const reading = text === '' ? { ok: true as const, date: null } : readWrittenDate(text);
    setProblem(reading.ok ? null : reading.code);
    // What is no date goes on as it is: the service refuses it, so that it is not silently left out.
    onChange(reading.ok ? reading.date : text);
    if (reading.ok) setTyped(null);
    return reading.ok;
  };
  const shown = value === null ? '' : language === 'zh-CN' ? chineseDate(value) : value;
  return (
    <TextInput
      {...rest}
      value={typed ?? shown}
      error={problem === null ? error : ruleText(t, { rule: problem })}
      inputMode="numeric"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event) && !read()) event.preventDefault();
        else onKeyDown?.(event);
      }}
      onBlur={() => {
        if (read()) onBlur?.();
      }}
    />
  );
}

/** Four digits, also full-width ones. */
function YearField({
  value,
  onChange,
  onBlur,
  ...rest
}: Shared & { value: number | null; onChange: (value: number | null) => void }) {
  return (
    <TextInput
      {...rest}
      {...(onBlur === undefined ? {} : { onBlur })}
      value={value === null ? '' : String(value)}
      inputMode="numeric"
      maxLength={4}
      onChange={(event) => {
        const digits = event.currentTarget.value.normalize('NFKC').replace(/\D/g, '');
        onChange(digits === '' ? null : Number(digits));
      }}
    />
  );
}
