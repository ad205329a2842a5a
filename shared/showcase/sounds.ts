import { readingsOf } from '../pinyin.ts';

/** How the Han characters of a text sound: syllables parted by blanks, ü as v. '' where it has none. */
export function soundsOf(text: string): string {
  return readingsOf(text)
    .map(({ syllable }) => syllable)
    .join(' ');
}
