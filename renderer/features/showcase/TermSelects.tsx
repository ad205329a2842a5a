import { Select } from '@mantine/core';
import {
  TECH_FIELDS,
  type TechField,
  TRANSFER_STATUSES,
  type TransferStatus,
} from '#shared/showcase/panel.ts';
import { useT } from '../../translations.ts';

/** 技术领域. */
export function FieldSelect({
  value,
  onChange,
  error,
}: {
  value: TechField | null;
  onChange: (field: TechField | null) => void;
  error?: string | undefined;
}) {
  const t = useT();
  return (
    <Select
      label={t.showcase.panels.fields.field}
      data={TECH_FIELDS.map((field) => ({ value: field, label: t.showcase.terms.fields[field] }))}
      value={value}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t.actions.clear }}
      error={error}
      onChange={(next) => onChange(TECH_FIELDS.find((field) => field === next) ?? null)}
    />
  );
}

/** 已成功转化, 正在转化, 尚未转化. */
export function StatusSelect({
  value,
  onChange,
  error,
}: {
  value: TransferStatus | null;
  onChange: (status: TransferStatus | null) => void;
  error?: string | undefined;
}) {
  const t = useT();
  return (
    <Select
      label={t.showcase.panels.fields.status}
      data={TRANSFER_STATUSES.map((status) => ({ value: status, label: t.showcase.terms.statuses[status] }))}
      value={value}
      clearable
      clearButtonProps={{ 'aria-label': t.actions.clear }}
      error={error}
      onChange={(next) => onChange(TRANSFER_STATUSES.find((status) => status === next) ?? null)}
    />
  );
}
