import { describe, expect, it } from 'vitest';
import { isComposing, isPlainEnter, isShortcut, shortcutText } from '../../../renderer/keyboard.ts';

function press(key: string, changes: Partial<KeyboardEvent> = {}): KeyboardEvent {
  return {
    key,
    keyCode: 0,
    isComposing: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...changes,
  } as KeyboardEvent;
}

describe('shortcuts', () => {
  it('hold with exactly their keys', () => {
    expect(isShortcut(press('k', { ctrlKey: true }), 'Mod+K')).toBe(true);
    expect(isShortcut(press('K', { ctrlKey: true, shiftKey: true }), 'Mod+K')).toBe(false);
    expect(isShortcut(press('k'), 'Mod+K')).toBe(false);
    expect(isShortcut(press('L', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+L')).toBe(true);
    expect(isShortcut(press('l', { ctrlKey: true, altKey: true, shiftKey: true }), 'Mod+Shift+L')).toBe(
      false,
    );
  });

  it('keep still while the input method composes', () => {
    expect(isShortcut(press('k', { ctrlKey: true, isComposing: true }), 'Mod+K')).toBe(false);
    expect(isComposing(press('Enter', { keyCode: 229 }))).toBe(true);
  });

  it('take Enter only outside a composition and without modifiers', () => {
    expect(isPlainEnter(press('Enter'))).toBe(true);
    expect(isPlainEnter(press('Enter', { isComposing: true }))).toBe(false);
    expect(isPlainEnter(press('Enter', { shiftKey: true }))).toBe(false);
  });

  it('are written as the system writes them', () => {
    expect(shortcutText('Mod+Shift+L')).toBe('Ctrl+Shift+L');
  });
});
