import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Meeting } from '#shared/meetings/contract.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { undoDeed } from '../../components/undoDeed.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';

/** Takes a meeting away that was never signed; the notice can bring it back. */
export function RemoveSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useT();
  const words = t.meetings.remove;
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const remove = useMutation(
    api.meetings.remove.mutationOptions({
      onSuccess: (removed) => {
        notifyDone(words.done(meeting.title), undoDeed(removed));
        void navigate({ to: '/meetings' });
      },
    }),
  );
  return (
    <ConfirmSheet
      opened
      size="sm"
      danger
      onClose={onClose}
      title={words.title}
      verb={t.actions.remove}
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ id: meeting.id, version: meeting.version, reason })}
    >
      <p>{words.help}</p>
      <Textarea
        label={words.reason}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorProblems error={remove.error} />
    </ConfirmSheet>
  );
}
