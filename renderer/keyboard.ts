import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

const IS_MAC = /Mac|iP(hone|ad)/.test(navigator.platform);

/** Whether a key event belongs to the input method: no Enter and no shortcut may act on it then. */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === 229;
}

/** Enter that means "go", not the end of a composition. */
export function isPlainEnter(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.altKey && !isComposing(event);
}

/** Whether the event is this shortcut, written 'Mod+K' or 'Mod+Shift+L'; Mod is ⌘ on a Mac and Ctrl elsewhere. */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  if (isComposing(event)) return false;
  const parts = shortcut.toLowerCase().split('+');
  const key = parts.at(-1);
  const mod = IS_MAC ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (parts.includes('mod') !== mod) return false;
  return (
    event.shiftKey === parts.includes('shift') &&
    event.altKey === parts.includes('alt') &&
    event.key.toLowerCase() === key
  );
}

/** Whether typing goes into a field now, so that single-letter shortcuts must keep still. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** 'Mod+Shift+L' as this system writes it. */
export function shortcutText(shortcut: string): string {
  const parts = shortcut.split('+');
  if (!IS_MAC) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
  return parts.map((part) => ({ Mod: '⌘', Shift: '⇧', Alt: '⌥' })[part] ?? part).join('');
}

/** For aria-keyshortcuts. */
export function ariaShortcut(shortcut: string): string {
  return shortcut.replace('Mod', IS_MAC ? 'Meta' : 'Control');
}
