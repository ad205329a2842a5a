import { useEffect } from 'react';
import { isComposing, isShortcut, isTyping } from '../keyboard.ts';
import { lockVault } from '../session.ts';
import { openPalette } from './CommandPalette.tsx';
import { SEARCH_FIELD_ID, SHORTCUTS } from './shortcuts.ts';

/** Listens for the shortcuts of the shell. None acts while the input method composes. */
export function useShellShortcuts(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const deed = deedOf(event);
      if (deed === null) return;
      event.preventDefault();
      deed();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function deedOf(event: KeyboardEvent): (() => void) | null {
  if (isShortcut(event, SHORTCUTS.palette)) return openPalette;
  if (isShortcut(event, SHORTCUTS.lock)) return () => void lockVault();
  const isSlash = event.key === SHORTCUTS.search && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isSlash && !isTyping(event.target) && !isComposing(event)) {
    return () => document.getElementById(SEARCH_FIELD_ID)?.focus();
  }
  return null;
}
