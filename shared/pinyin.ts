import { pinyin } from 'pinyin-pro';
import { forEachToken, type Token } from './search/fold.ts';

/** One Han character of a text with its reading there: letters a–z, v for ü; tone 1 to 4, 5 without. */
export type Reading = { syllable: string; tone: number; start: number; end: number };

/**
 * The readings of a text's Han characters, in context (重庆 is chong qing). `isName` reads the first as a surname
 * (单 is shan). Characters nobody gave a reading for are left out.
 */
export function readingsOf(text: string, isName = false): readonly Reading[] {
  if (text === last.text && isName === last.isName) return last.readings;
  const characters = Array.from(text, hanOrSpace);
  const syllables = pinyin(characters.join(''), isName ? SURNAME_FIRST : IN_CONTEXT);
  const readings: Reading[] = [];
  let index = 0;
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const syllable = characters[index] === ' ' ? null : plainSyllable(syllables[index] ?? '');
    if (syllable !== null) readings.push({ ...syllable, start, end });
    start = end;
    index += 1;
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
  const readings = readingsOf(title, isName);
  let key = '';
  let count = 0;
  let at = 0;
  forEachToken(title, (token) => {
    while ((readings[at]?.start ?? Number.POSITIVE_INFINITY) < token.start) at += 1;
    const reading = readings[at];
    key += token.isCharacter
      ? characterKey(token, reading?.start === token.start ? reading : null)
      : wordKey(token.text);
    count += 1;
    return count < SORTED_TOKENS;
  });
  return key;
}

const SORTED_TOKENS = 24;
const SORTED_LETTERS = 64;
const HAN = /^\p{Script=Han}$/u;
const IN_CONTEXT = { type: 'array', toneSandhi: false } as const;
const SURNAME_FIRST = { ...IN_CONTEXT, surname: 'head' } as const;
const TONE_MARKS = '\u0304\u0301\u030C\u0300';
type PlainSyllable = { syllable: string; tone: number };
const PLAIN = new Map<string, PlainSyllable | null>();
/** A title is read twice when it is stored, for its order and for the search. */
let last: { text: string; isName: boolean; readings: readonly Reading[] } = {
  text: '',
  isName: false,
  readings: [],
};

/** Compatibility ideographs become the ones they stand for; all that is not Han is only a gap between words. */
function hanOrSpace(character: string): string {
  if (character >= '\u4E00' && character <= '\u9FFF') return character;
  const composed = character.normalize('NFKC');
  return HAN.test(composed) ? composed : ' ';
}

function plainSyllable(toned: string): PlainSyllable | null {
  const known = PLAIN.get(toned);
  if (known !== undefined) return known;
  const plain = computePlainSyllable(toned);
  PLAIN.set(toned, plain);
  return plain;
}

/** zhǒng is zhong, 3; null for what is no syllable, such as a character without a reading. */
function computePlainSyllable(toned: string): PlainSyllable | null {
  const letters = toned.normalize('NFD');
  const tone =
    Array.from(letters, (letter) => TONE_MARKS.indexOf(letter) + 1).find((number) => number > 0) ?? 5;
  const syllable = letters.replaceAll('u\u0308', 'v').replace(/\p{M}/gu, '');
  return /^[a-z]+$/.test(syllable) ? { syllable, tone } : null;
}

/** Syllable, tone, then the character itself, so that one character stands together. */
function characterKey({ text }: Token, reading: Reading | null): string {
  if (reading !== null) return `3${reading.syllable}${reading.tone}${text}`;
  return HAN.test(text) ? `3~${text}` : `4${text}`;
}

/** A word ends with the lowest sign, so that "gene" stands before "genes". */
function wordKey(word: string): string {
  let key = '';
  const head = word.slice(0, SORTED_LETTERS).replace(/[\uD800-\uDBFF]$/, '');
  for (const [part] of head.matchAll(/[0-9]+|[^0-9]/gu)) key += partKey(part);
  return `${key}0`;
}

/** Runs of digits have their length before them, so that 2 stands before 10. */
function partKey(part: string): string {
  if (!/^[0-9]/.test(part)) return /^[a-z]$/.test(part) ? `2${part}` : `4${part}`;
  const digits = part.replace(/^0+(?=\d)/, '');
  return `1${String.fromCharCode(64 + Math.min(digits.length, 62))}${digits}`;
}
