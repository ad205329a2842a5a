/**
 * Names of files as other systems gave them. The original name is kept as text, character for character; what lies on a disk later
 * gets a safe name of its own when it is saved out. Here: how a name is shown and how names sort.
 */

/**
 * The name with everything invisible made visible, so that nothing about it can deceive: control characters as their pictures (␉),
 * direction marks, zero-width characters and broken surrogates as ⟨U+202E⟩, blanks at either end as ␠. What shapes visible signs (joiners in
 * emoji, variation selectors, combining marks) stays.
 */
export function shownName(name: string): string {
  return name
    .replace(/^\p{Zs}+|\p{Zs}+$/gu, (blanks) => '␠'.repeat(blanks.length))
    .replace(HIDDEN, shownCharacter);
}

/** Does the name hold characters that do not show by themselves? The screen then says so beside it. */
export function hasHiddenCharacters(name: string): boolean {
  return shownName(name) !== name;
}

/**
 * Key for natural order: 图2 before 图10, capitals and full-width forms beside their small and half-width ones. Different names have
 * different keys. Compare keys byte by byte in UTF-8 (SQLite's BINARY); `compareSortKeys` does the same in memory.
 */
export function nameSortKey(name: string): string {
  const alike = name.toWellFormed().normalize('NFKC').toLowerCase();
  const ordered = alike.replace(/\d+/g, (digits) => sortableNumber(digits));
  return `${withoutControls(ordered)}\u0001${exactly(name)}`;
}

/** Order of UTF-8 bytes, which is the order of code points. */
export function compareSortKeys(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1;
  }
  return left.length - right.length;
}

function shownCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  if (code === 0x7f) return '␡';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Number of digits first, in three digits, so that longer numbers sort later; leading zeros are left to the exact part of the key. */
function sortableNumber(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/, '');
  return `${String(Math.min(significant.length, 999)).padStart(3, '0')}${significant}`;
}

function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u001f]/g, ' ');
}

/** Keeps names apart that read alike, also where a lone surrogate would be lost in UTF-8. */
function exactly(name: string): string {
  return name.replace(/[\p{Cs}\uFFFD]/gu, (lost) => `\uFFFD${lost.charCodeAt(0).toString(16)}`);
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

const CONTROL_PICTURES = 0x2400;

/** Controls, format characters, line separators, lone surrogates and blank letters; but not the joiner between two emoji. */
const HIDDEN =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D(?!\p{Extended_Pictographic})|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|(?!\u200D)(?:\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\u115F|\u1160|\u2800|\u3164|\uFFA0)/gu;
