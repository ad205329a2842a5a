import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Level, liesAbove } from '#shared/confidentiality/levels.ts';
import { api } from '../../api.ts';
import { useT } from '../../translations.ts';

/** People, found by their names; the unit tells namesakes apart. */
export function PeopleSelect({
  value,
  onChange,
  bare = false,
  autoFocus = false,
  error,
  level,
  onDone,
}: {
  value: string[];
  onChange: (peopleIds: string[]) => void;
  bare?: boolean;
  autoFocus?: boolean;
  error?: string | undefined;
  /** Of what is linked from: people of a higher tier cannot be, and say so. */
  level?: Level;
  /** The field was left. */
  onDone?: () => void;
}) {
  const t = useT();
  const people = useQuery(api.people.list.queryOptions({ input: { text: '' } }));
  return (
    <MultiSelect
      {...(bare ? { 'aria-label': t.records.fields.people } : { label: t.records.fields.people })}
      data={(people.data ?? []).map(({ id, title, unit, level: own }) => {
        const isAbove = level !== undefined && liesAbove(own, level) && !value.includes(id);
        const name = unit === null ? title : `${title} · ${unit.title}`;
        return {
          value: id,
          label: isAbove ? t.records.page.moreConfidential(name, t.levels.names[own]) : name,
          disabled: isAbove,
        };
      })}
      value={value}
      onChange={onChange}
      error={error}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t.actions.clear }}
      hidePickedOptions
      maxValues={100}
      autoFocus={autoFocus}
      placeholder={t.records.page.findPeople}
      nothingFoundMessage={t.records.page.nobodyFound}
      {...(onDone === undefined ? {} : { onBlur: onDone })}
    />
  );
}
