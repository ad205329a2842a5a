import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { counted } from '../../../formats.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { useRefusals } from './useRefusals.ts';
import { undoOf } from './useRestore.ts';

/** Removes records, with a reason for the journal; they can be brought back. */
export function RemoveSheet({
  ids,
  onClose,
  onDone,
}: {
  ids: string[];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useT();
  const [reason, setReason] = useState('');
  const refusals = useRefusals();
  const removal = useMutation(
    api.records.remove.mutationOptions({
      onSuccess({ done, refused, undo }) {
        refusals(refused);
        if (done.length > 0) notifyDone(t.records.remove.done(counted(done.length)), undoOf(undo));
        onDone();
      },
    }),
  );
  return (
    <ConfirmSheet
      opened
      danger
      size="sm"
      title={t.records.remove.title(counted(ids.length))}
      verb={t.records.remove.confirm}
      busy={removal.isPending}
      onClose={onClose}
      onConfirm={() => removal.mutate({ ids, reason: reason.trim() })}
    >
      <p>{t.records.remove.text}</p>
      <TextInput
        mt="md"
        data-autofocus
        label={`${t.records.remove.reason}${t.formats.aside(t.actions.optional)}`}
        description={t.records.remove.reasonHelp}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorProblems error={removal.error} />
    </ConfirmSheet>
  );
}
