import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useT } from '../../translations.ts';

/** One person, found by name; the unit tells namesakes apart. */
export function PersonSelect({
  label,
  value,
  onChange,
  error,
  disabled = false,
}: {
  label: string;
  value: string | null;
  onChange: (personId: string | null) => void;
  error?: string | undefined;
  disabled?: boolean;
}) {
  const t = useT();
  const people = useQuery(api.people.list.queryOptions({ input: { text: '' } }));
  return (
    <Select
      label={label}
      data={(people.data ?? []).map(({ id, title, unit }) => ({
        value: id,
        label: unit === null ? title : `${title} · ${unit.title}`,
      }))}
      value={value}
      onChange={onChange}
      searchable
      disabled={disabled}
      placeholder={t.records.page.findPeople}
      nothingFoundMessage={t.records.page.nobodyFound}
      error={error}
    />
  );
}
