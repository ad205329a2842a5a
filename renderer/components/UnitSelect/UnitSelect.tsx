import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useT } from '../../translations.ts';

/** One unit, found by its name. */
export function UnitSelect({
  label,
  value,
  onChange,
  placeholder,
  error,
  focusFirst = false,
}: {
  label: string;
  value: string | null;
  onChange: (unitId: string | null) => void;
  placeholder?: string;
  error?: string | undefined;
  /** Of its dialog, where what is asked first. */
  focusFirst?: boolean;
}) {
  const t = useT();
  const units = useQuery(api.members.list.queryOptions({ input: { text: '' } }));
  return (
    <Select
      label={label}
      data={(units.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t.actions.clear }}
      placeholder={placeholder ?? t.people.noUnit}
      nothingFoundMessage={t.members.noneFound}
      error={error}
      {...(focusFirst ? { 'data-autofocus': true } : {})}
    />
  );
}
