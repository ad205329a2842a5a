import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useT } from '../../translations.ts';
import classes from './ConfirmSheet.module.css';
import { onceOnly } from './onceOnly.ts';

export type ConfirmSheetProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** The verb of the deed, on the button that does it. */
  verb: string;
  /** Absent while something is missing: the button is off. */
  onConfirm?: (() => void) | undefined;
  busy?: boolean;
  /** For what cannot be taken back. */
  danger?: boolean;
  size?: 'sm' | 'md' | 'lg';
  children: ReactNode;
};

/** The sheet of a decision: what will follow, what is asked, and the deed by its own verb. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const {
    opened,
    onClose,
    title,
    verb,
    onConfirm,
    busy = false,
    danger = false,
    size = 'md',
    children,
  } = props;
  const t = useT();
  function submit(event: FormEvent): void {
    event.preventDefault();
    // While it closes it is still there to be clicked.
    if (opened && !busy) onConfirm?.();
  }
  return (
    <Modal
      opened={opened}
      onClose={busy ? () => {} : onClose}
      title={title}
      size={{ sm: 420, md: 560, lg: 760 }[size]}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <form onSubmit={submit} onKeyDown={onceOnly.onKeyDown}>
        <div className={classes.body}>{children}</div>
        <div className={classes.foot}>
          <div className={classes.deeds}>
            <Button variant="default" onClick={onClose} disabled={busy}>
              {t.actions.cancel}
            </Button>
            <Button
              type="submit"
              {...(danger ? { color: 'red' } : {})}
              onClick={onceOnly.onClick}
              disabled={onConfirm === undefined}
              loading={busy}
            >
              {verb}
            </Button>
          </div>
        </div>
      </form>
    </Modal>
  );
}
