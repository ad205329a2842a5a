import { forEachToken } from './fold.ts';

/**
 * Text as it goes into the full-text index (FTS5, unicode61): folded, with spaces around every character of a script
 * written without spaces, so that words of one and two characters are found. Nothing but tokens and single spaces.
 */
export function indexText(text: string): string {
  const parts: string[] = [];
  forEachToken(text, (token) => {
    parts.push(token.text);
    return true;
  });
  return parts.join(' ');
}
