import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useT } from '../../translations.ts';

/** One project, found by its name or number. */
export function ProjectSelect({
  value,
  onChange,
  bare = false,
  autoFocus = false,
  error,
  onDone,
}: {
  value: string | null;
  onChange: (projectId: string | null) => void;
  bare?: boolean;
  autoFocus?: boolean;
  error?: string | undefined;
  /** The field was left, or something was chosen. */
  onDone?: () => void;
}) {
  const t = useT();
  const projects = useQuery(api.projects.list.queryOptions({ input: { text: '' } }));
  return (
    <Select
      {...(bare ? { 'aria-label': t.records.fields.project } : { label: t.records.fields.project })}
      data={(projects.data ?? []).map(({ id, title, fields }) => ({
        value: id,
        label: fields.code === '' ? title : `${fields.code} ${title}`,
      }))}
      value={value}
      onChange={(next) => {
        onChange(next);
        onDone?.();
      }}
      error={error}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t.actions.clear }}
      autoFocus={autoFocus}
      defaultDropdownOpened={autoFocus}
      placeholder={t.records.page.findProject}
      nothingFoundMessage={t.records.page.nobodyFound}
      {...(onDone === undefined ? {} : { onBlur: onDone })}
    />
  );
}
