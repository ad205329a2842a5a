/** CSS pixels left and right of a cell's text, as in VirtualTable.module.css. */
const PADDING = 24;
const HEAD_SIZE = 12;
const CELL_SIZE = 13;

/** Widths in parts of the text's size, those of the usual fonts for screens; a Chinese character is a square. */
function widthOf(character: string): number {
  if (/[ .,:;'’!|()[\]\-fijlrtI]/.test(character)) return 0.34;
  if (/[mwMW]/.test(character)) return 0.9;
  if (/[A-Z]/.test(character)) return 0.68;
  return character < '\u2000' ? 0.59 : 1;
}

/** About how wide a line of text is, in CSS pixels. */
function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0) * size;
}

/** The least width at which a head is read whole. */
export function headWidth(label: string): number {
  return Math.ceil(textWidth(label, HEAD_SIZE)) + PADDING;
}

/**
 * A width at which each of the words a column can show is read whole: words that fit in one language do not in another.
 *
 * @param least CSS pixels
 * @param beside CSS pixels a sign takes before the word
 */
export function widthFor(words: readonly string[], least = 0, beside = 0): number {
  const widest = Math.max(0, ...words.map((word) => textWidth(word, CELL_SIZE)));
  return Math.max(least, Math.ceil(widest) + beside + PADDING);
}
