import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { useT } from '../../../translations.ts';

/** Says what handing in means, and does it. */
export function LockSheet({
  busy,
  onConfirm,
  onClose,
}: {
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.maturity.sheet;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.lockTitle}
      verb={words.lock}
      size="sm"
      busy={busy}
      onConfirm={onConfirm}
    >
      <p>{words.lockExplain}</p>
    </ConfirmSheet>
  );
}

/** Opens a locked sheet again; the reason stands in the journal. */
export function ReopenSheet({
  busy,
  onConfirm,
  onClose,
}: {
  busy: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.maturity.sheet;
  const [reason, setReason] = useState('');
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.reopenTitle}
      verb={words.reopenTitle}
      size="sm"
      busy={busy}
      onConfirm={reason.trim() === '' ? undefined : () => onConfirm(reason)}
    >
      <Textarea
        label={words.reopenReason}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmSheet>
  );
}
