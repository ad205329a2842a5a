import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Level, liesAbove } from '#shared/confidentiality/levels.ts';
import { api } from '../../api.ts';
import { useT } from '../../translations.ts';

/** One project, found by its name or number. */
export function ProjectSelect({
  value,
  onChange,
  bare = false,
  autoFocus = false,
  error,
  level,
  onDone,
}: {
  value: string | null;
  onChange: (projectId: string | null) => void;
  bare?: boolean;
  autoFocus?: boolean;
  error?: string | undefined;
  /** Of what is linked from: projects of a higher tier cannot be, and say so. */
  level?: Level;
  /** The field was left, or something was chosen. */
  onDone?: () => void;
}) {
  const t = useT();
  const projects = useQuery(api.projects.list.queryOptions({ input: { text: '' } }));
  return (
    <Select
      {...(bare ? { 'aria-label': t.records.fields.project } : { label: t.records.fields.project })}
      data={(projects.data ?? []).map(({ id, title, fields, level: own }) => {
        const isAbove = level !== undefined && liesAbove(own, level) && value !== id;
        const name = fields.code === '' ? title : `${fields.code} ${title}`;
        return {
          value: id,
          label: isAbove ? t.records.page.moreConfidential(name, t.levels.names[own]) : name,
          disabled: isAbove,
        };
      })}
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
