import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Meeting } from '#shared/meetings/contract.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { takeMeeting } from './useMeetingEdit.ts';

/** Opens signed minutes for their next version, with the reason. */
export function CorrectSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useT();
  const words = t.meetings.correct;
  const [reason, setReason] = useState('');
  const correct = useMutation(
    api.meetings.correct.mutationOptions({
      onSuccess: (opened) => {
        takeMeeting(opened);
        notifyDone(words.begun);
        onClose();
      },
    }),
  );
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title}
      verb={words.verb}
      busy={correct.isPending}
      onConfirm={
        reason.trim() === ''
          ? undefined
          : () => correct.mutate({ id: meeting.id, version: meeting.version, reason })
      }
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
      <ErrorProblems error={correct.error} />
    </ConfirmSheet>
  );
}
