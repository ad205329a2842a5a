import { tokensOf } from './fold.ts';
import { INITIALS_LENGTH } from './pinyinTokens.ts';
import { syllableReadings } from './syllables.ts';

/** The columns of the full-text index that a query names. */
const TEXT_COLUMNS = '{title body}';
const PINYIN_COLUMN = '{py}';

/** One thing that must be found: these tokens in a row, the last as a beginning where `isPrefix`. */
export type QueryWord = {
  tokens: string[];
  isPrefix: boolean;
  /** The word as pinyin may be typed, a–z; null where it is none. */
  letters: string | null;
};
export type SearchQuery = {
  words: QueryWord[];
  /** Expression for FTS5 MATCH over the columns title, body and py. */
  match: string;
};

/** Words beyond this many narrow nothing a person means, but cost. */
const MOST_WORDS = 24;

/**
 * What a person typed, as a query; null when it holds nothing to look for. Words apart by spaces must all be found;
 * each is looked for as it stands, inside longer text too, but Latin words only from their beginning; quotes keep
 * spaces inside one word. Words of Latin letters alone are also looked for as pinyin, full or by initials.
 */
export function parseQuery(text: string): SearchQuery | null {
  const words = splitWords(text)
    .map(queryWord)
    .filter((word) => word !== null);
  const distinct = [...new Map(words.map((word) => [word.tokens.join(' '), word])).values()].slice(
    0,
    MOST_WORDS,
  );
  if (distinct.length === 0) return null;
  return { words: distinct, match: distinct.map((word) => `(${matchOf(word)})`).join(' AND ') };
}

function splitWords(text: string): string[] {
  return Array.from(text.matchAll(/["“”]([^"“”]*)["“”]|[^\s"“”]+/gu), ([whole, quoted]) => quoted ?? whole);
}

function queryWord(text: string): QueryWord | null {
  const tokens = tokensOf(text);
  const lastToken = tokens.at(-1);
  if (lastToken === undefined) return null;
  const texts = tokens.map((token) => token.text);
  return { tokens: texts, isPrefix: !lastToken.isCharacter, letters: lettersOf(texts) };
}

/** xi'an is typed pinyin too; one letter alone stands for too much. */
function lettersOf(tokens: string[]): string | null {
  const letters = tokens.join('');
  return letters.length > 1 && /^[a-z]+$/.test(letters) ? letters : null;
}

function matchOf(word: QueryWord): string {
  const text = phrase(word.tokens, word.isPrefix);
  // The pinyin column holds nothing but these signs: other words need no filter, and without one are found faster.
  const literal = /^[a-z0-9]+$/.test(word.tokens.join('')) ? `${TEXT_COLUMNS} : ${text}` : text;
  const spellings = word.letters === null ? [] : pinyinPhrases(word.letters);
  return spellings.length === 0 ? literal : `${literal} OR ${PINYIN_COLUMN} : (${spellings.join(' OR ')})`;
}

function pinyinPhrases(letters: string): string[] {
  const full = syllableReadings(letters).map((syllables) => phrase(syllables, true));
  // No syllable begins with i, u or v.
  return /[iuv]/.test(letters) ? full : [...full, phrase(initialRuns(letters), true)];
}

/** Each token of initials holds INITIALS_LENGTH of them, so more letters are a row of tokens, each one letter on. */
function initialRuns(letters: string): string[] {
  const count = Math.max(1, letters.length - INITIALS_LENGTH + 1);
  return Array.from({ length: count }, (_, index) => letters.slice(index, index + INITIALS_LENGTH));
}

/** An FTS5 string: tokens hold no quotes, yet they are doubled, so that no input can leave the string. */
function phrase(tokens: string[], isPrefix: boolean): string {
  return `"${tokens.join(' ').replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`;
}
