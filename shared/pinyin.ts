import { pinyin } from 'pinyin-pro';
import { tokensOf } from './search/fold.ts';

/** One Han character of a text with its reading there: letters a–z, v for ü. */
export type Reading = { syllable: string; start: number; end: number };

/**
 * The readings of a text's Han characters, in context (重庆 is chong qing). `isName` reads the first as a surname
 * (单 is shan). Characters nobody gave a reading for are left out.
 */
export function readingsOf(text: string, isName = false): Reading[] {
  if (text === last.text && isName === last.isName) return last.readings;
  const characters = Array.from(text);
  const han = characters.map((character) => (HAN.test(character) ? character : ' ')).join('');
  const syllables = pinyin(han, isName ? { ...PLAIN, surname: 'head' } : PLAIN);
  const readings: Reading[] = [];
  let start = 0;
  for (const [index, character] of characters.entries()) {
    const end = start + character.length;
    const syllable = syllables[index]?.replace('ê', 'e') ?? '';
    if (/^[a-z]+$/.test(syllable)) readings.push({ syllable, start, end });
    start = end;
  }
  last = { text, isName, readings };
  return readings;
}

/**
 * The stored key by which titles and names sort, comparable byte by byte: digits by value, then Latin, then Han by
 * pinyin and tone, then other scripts. Punctuation does not count, so 《肿瘤》 stands with 肿瘤. Long titles are
 * compared by their beginning.
 */
export function sortKey(title: string, isName = false): string {
  const head = Array.from(title.normalize('NFKC')).slice(0, SORTED_CHARACTERS).join('');
  const readings = new Map(readingsOf(head, isName).map((reading) => [reading.start, reading.syllable]));
  return tokensOf(head)
    .map((token) =>
      token.isCharacter ? characterKey(token.text, readings.get(token.start)) : wordKey(token.text),
    )
    .join('');
}

const SORTED_CHARACTERS = 24;
const HAN = /^\p{Script=Han}$/u;
const PLAIN = { toneType: 'none', type: 'array', v: true } as const;
/** A title is read twice when it is stored, for its order and for the search. */
let last: { text: string; isName: boolean; readings: Reading[] } = { text: '', isName: false, readings: [] };
const TONES = new Map<string, string>();

/** Syllable, tone, then the character itself, so that one character stands together. */
function characterKey(character: string, syllable: string | undefined): string {
  if (!HAN.test(character)) return `4${character}`;
  if (syllable === undefined) return `3~${character}`;
  return `3${syllable}${toneOf(character)}${character}`;
}

/** The tone of the character by itself: it only orders characters of one syllable. */
function toneOf(character: string): string {
  const known = TONES.get(character);
  if (known !== undefined) return known;
  const tone = /\d$/.exec(pinyin(character, { toneType: 'num' }))?.[0] ?? '0';
  TONES.set(character, tone);
  return tone;
}

/** Runs of digits with their length before them, so that 2 stands before 10; a word ends with the lowest sign. */
function wordKey(word: string): string {
  const parts = word.matchAll(/[0-9]+|[^0-9]/gu);
  return `${Array.from(parts, ([part]) => partKey(part)).join('')}0`;
}

function partKey(part: string): string {
  if (!/^[0-9]/.test(part)) return /^[a-z]$/.test(part) ? `2${part}` : `4${part}`;
  const digits = part.replace(/^0+(?=\d)/, '');
  return `1${String.fromCharCode(64 + Math.min(digits.length, 62))}${digits}`;
}
