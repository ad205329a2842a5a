import { Menu, Textarea } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ItemHead, Removed } from '#shared/items.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { ConfirmSheet } from '../ConfirmSheet/ConfirmSheet.tsx';
import { Deeds } from '../Deeds.tsx';
import { IconButton } from '../IconButton/IconButton.tsx';
import { ErrorProblems } from '../ProblemList/ProblemList.tsx';
import { undoDeed } from '../undoDeed.ts';

type Removing = {
  item: ItemHead;
  /** The verb with its object, such as 移除单位. */
  label: string;
  help: string;
  remove: (input: { id: string; version: number; reason: string }) => Promise<Removed>;
  /** The list to go to when it is gone. */
  to: string;
  /** Whether it may go without a reason. */
  needsReason?: boolean;
};

/** Takes the item of a page away: seldom done, so it stands in a menu; the notice can bring it back. */
export function RemoveItem(props: Removing) {
  const t = useT();
  const [isRemoving, setIsRemoving] = useState(false);
  return (
    <Deeds>
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
            {props.label}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRemoving && <RemoveSheet {...props} onClose={() => setIsRemoving(false)} />}
    </Deeds>
  );
}

function RemoveSheet({
  item,
  label,
  help,
  remove,
  to,
  needsReason = false,
  onClose,
}: Removing & { onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const removal = useMutation({
    mutationFn: () => remove({ id: item.id, version: item.version, reason }),
    onSuccess: (removed) => {
      notifyDone(t.actions.removed(item.title), undoDeed(removed));
      void navigate({ to });
    },
  });
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={label}
      verb={t.actions.remove}
      danger
      size="sm"
      busy={removal.isPending}
      onConfirm={needsReason && reason.trim() === '' ? undefined : () => removal.mutate()}
    >
      <p>{help}</p>
      <Textarea
        label={t.fields.reason}
        value={reason}
        maxLength={500}
        data-autofocus
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorProblems error={removal.error} />
    </ConfirmSheet>
  );
}
