import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { useT } from '../../../translations.ts';
import type { FileDeeds } from './useFileDeeds.ts';

/** Another name for a file within its record; the bytes stay as they came. */
export function RenameSheet({
  file,
  deeds,
  onClose,
}: {
  file: RecordFile;
  deeds: FileDeeds;
  onClose: () => void;
}) {
  const t = useT();
  const [name, setName] = useState(file.name);
  const trimmed = name.trim();
  const rename = () => {
    onClose();
    if (trimmed !== file.name) void deeds.rename(file, trimmed);
  };
  return (
    <ConfirmSheet
      opened
      size="sm"
      title={t.records.files.rename}
      verb={t.records.files.rename}
      onClose={onClose}
      onConfirm={trimmed === '' ? undefined : rename}
    >
      <TextInput
        label={t.records.files.renameLabel}
        maxLength={255}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </ConfirmSheet>
  );
}
