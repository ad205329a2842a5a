import type { KeyboardEvent, MouseEvent } from 'react';

/**
 * A deed is done once: the second click of a double click and a held Enter do nothing, also before the page has drawn that
 * the first one is under way. In a text of several lines a held Enter writes lines.
 */
export const onceOnly = {
  onClick(event: MouseEvent): void {
    if (event.detail > 1) event.preventDefault();
  },
  onKeyDown(event: KeyboardEvent): void {
    const isText = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Enter' && event.repeat && !isText) event.preventDefault();
  },
};
