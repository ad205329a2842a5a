import { ActionIcon, type ActionIconProps, type ElementProps, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { ariaShortcut } from '../../keyboard.ts';
import { KeyHint } from '../KeyHint/KeyHint.tsx';
import classes from './IconButton.module.css';

export type IconButtonProps = Omit<ActionIconProps, 'children' | 'size'> &
  ElementProps<'button', keyof ActionIconProps> & {
    label: string;
    /** Shown in the tooltip: 'Mod+K'. The button does not listen for it. */
    shortcut?: string | undefined;
    /** For buttons that stay down. */
    pressed?: boolean | undefined;
    size?: number;
    children: ReactNode;
  };

/** A button that is only an icon: it has a name, and a tooltip with its shortcut. */
export function IconButton({
  label,
  shortcut,
  pressed,
  size = 32,
  children,
  className,
  ...rest
}: IconButtonProps) {
  const tip = (
    <span className={classes.tip}>
      {label}
      {shortcut !== undefined && <KeyHint keys={shortcut} />}
    </span>
  );
  return (
    // What the button has opened says more than its name, and lies where the name would appear.
    <Tooltip label={tip} disabled={rest['aria-expanded'] === true}>
      <ActionIcon
        {...rest}
        type="button"
        size={size}
        className={`${classes.button} ${className ?? ''}`}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut)}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
