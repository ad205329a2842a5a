import { PasswordInput } from '@mantine/core';
import type { ComponentProps, KeyboardEvent } from 'react';
import { isComposing } from '../../keyboard.ts';
import { useT } from '../../translations.ts';

/** A passphrase field: it can be shown, is never completed by the browser, and Enter does not act while composing. */
export function PassphraseInput(props: ComponentProps<typeof PasswordInput>) {
  const t = useT();
  function onKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
    props.onKeyDown?.(event);
  }
  return (
    <PasswordInput
      spellCheck={false}
      autoComplete="off"
      maxLength={1000}
      visibilityToggleButtonProps={{ 'aria-label': t.actions.showPassphrase }}
      {...props}
      onKeyDown={onKey}
    />
  );
}
