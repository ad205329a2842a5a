import { Menu, Textarea } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';

/** What is seldom done with an outcome. */
export function OutcomeActions({ outcome }: { outcome: OutcomeDetail }) {
  const t = useT();
  const [isRemoving, setIsRemoving] = useState(false);
  return (
    <>
      <Menu>
        <Menu.Target>
          <IconButton label={t.actions.more} size={36} variant="default">
            <IconDots size={18} stroke={1.5} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} stroke={1.5} />}
            onClick={() => setIsRemoving(true)}
          >
            {t.outcomes.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRemoving && <RemoveSheet outcome={outcome} onClose={() => setIsRemoving(false)} />}
    </>
  );
}

function RemoveSheet({ outcome, onClose }: { outcome: OutcomeDetail; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const remove = useMutation(
    api.outcomes.remove.mutationOptions({
      onSuccess: () => {
        notifyDone(t.outcomes.removed(outcome.title));
        void navigate({ to: '/outcomes' });
      },
    }),
  );
  const { id, version } = outcome;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={t.outcomes.remove}
      verb={t.actions.remove}
      danger
      size="sm"
      busy={remove.isPending}
      onConfirm={reason.trim() === '' ? undefined : () => remove.mutate({ id, version, reason })}
    >
      <p>{t.outcomes.removeHelp}</p>
      <Textarea
        label={t.fields.reason}
        value={reason}
        maxLength={500}
        data-autofocus
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorProblems error={remove.error} />
    </ConfirmSheet>
  );
}
