import { readingsOf } from '../pinyin.ts';

/**
 * So many initials make one token; longer words are asked for as a row of overlapping ones. Two: longer tokens are nearly
 * all different, which makes the index a quarter larger and slower to write without finding faster.
 */
export const INITIALS_LENGTH = 2;

/**
 * The pinyin column of the index: the syllables in order (肿瘤 is "zhong liu"), then from each character on its own
 * the initials ("zl", "l"), so that both ways of typing find a title from any character. 0 parts the two.
 */
export function pinyinTokens(title: string, isName = false): string {
  const syllables = readingsOf(title, isName).map((reading) => reading.syllable);
  if (syllables.length === 0) return '';
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  const runs = syllables.map((_, index) => initials.slice(index, index + INITIALS_LENGTH));
  return `${syllables.join(' ')} 0 ${runs.join(' ')}`;
}
