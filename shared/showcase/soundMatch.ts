/**
 * Whether typed letters read some syllables in a row, from any of them on: each as a whole, by its initial (zh, ch and sh by one
 * letter or two), the last also unfinished. jjh, jiajihua and jiajh all find 甲基化 (jia ji hua).
 *
 * @param sounds syllables parted by blanks, as {@link soundsOf} gives them
 */
export function soundsLike(sounds: string, letters: string): boolean {
  const syllables = sounds.split(' ');
  return syllables.some((_, start) => readsFrom(syllables, start, letters));
}

function readsFrom(syllables: readonly string[], start: number, letters: string): boolean {
  // How many letters can be used up before each next syllable.
  let used = new Set([0]);
  for (let at = start; at < syllables.length && used.size > 0; at += 1) {
    const syllable = syllables[at] ?? '';
    const next = new Set<number>();
    for (const count of used) {
      const rest = letters.slice(count);
      if (syllable.startsWith(rest)) return true;
      for (const part of [syllable, /^[zcs]h/.exec(syllable)?.[0], syllable.slice(0, 1)])
        if (part !== undefined && part !== '' && rest.startsWith(part)) next.add(count + part.length);
    }
    if (next.has(letters.length)) return true;
    used = next;
  }
  return false;
}

/** Fewer letters than two, or other signs, are no pinyin that says anything. */
export function isPinyin(text: string): boolean {
  return /^[a-z]{2,}$/.test(text);
}
