import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useT } from '../../translations.ts';

/** One unit, found by its name. `bare` shows no label, for a place that has one. */
export function UnitSelect({
  label,
  value,
  onChange,
  bare = false,
  error,
}: {
  label: string;
  value: string | null;
  onChange: (unitId: string | null) => void;
  bare?: boolean;
  error?: string | undefined;
}) {
  const t = useT();
  const units = useQuery(api.members.list.queryOptions({ input: { text: '' } }));
  return (
    <Select
      {...(bare ? { 'aria-label': label, size: 'xs' } : { label })}
      data={(units.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t.actions.clear }}
      placeholder={t.people.noUnit}
      nothingFoundMessage={t.members.noneFound}
      error={error}
    />
  );
}
