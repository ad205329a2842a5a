import { type Box, leadingFor, lineHeight, type Sheet } from './canvas.ts';

export const INK = '#2b2824';
export const OFFICIAL_RED = '#c8281f';
/** Of lines on forms. */
const RULE = '#5d5750';
/** A blue ballpoint, for what was filled in by hand. */
export const PEN = '#28418f';

/** The secrecy mark stands at the upper left of the first page. */
export function putMark(sheet: Sheet, mark: string): void {
  if (mark === '') return;
  sheet.words.push({ text: mark, x: 96, y: 58, size: 21, bold: true });
}

/** The head of an official paper in red: issuer, number and a line. Gives the y below it. */
export function putRedHead(sheet: Sheet, issuer: string, docNo: string): number {
  const middle = sheet.width / 2;
  const size = Math.min(50, Math.floor(830 / (issuer.length * 1.04)));
  sheet.words.push(
    {
      text: issuer,
      x: middle,
      y: 140,
      size,
      bold: true,
      color: OFFICIAL_RED,
      align: 'centre',
      tracking: 0.04,
    },
    { text: docNo, x: middle, y: 232, size: 21, align: 'centre', color: INK },
  );
  const width = sheet.width - 192;
  sheet.rules.push(
    { x: 96, y: 272, width, height: 4, color: OFFICIAL_RED },
    { x: 96, y: 280, width, height: 1, color: OFFICIAL_RED },
  );
  return 318;
}

/** A title that may need two lines. Gives the y below it. */
export function putTitle(sheet: Sheet, title: string, y: number, size = 33): number {
  const width = sheet.width - 220;
  const lines = Math.ceil((title.length * size * 1.02) / width);
  sheet.words.push({
    text: balanced(title, lines),
    x: sheet.width / 2,
    y,
    size,
    bold: true,
    align: 'centre',
    leading: 1.05,
  });
  return y + lines * lineHeight(size, 1.05) + 26;
}

export type Text = { size?: number; leading?: number; color?: string; x?: number; width?: number };

/** Paragraphs, their first lines indented by two characters. Gives the y below them. */
export function putParagraphs(
  sheet: Sheet,
  paragraphs: readonly string[],
  y: number,
  style: Text = {},
): number {
  const { size = 21, leading = 1.22, color = INK, x = 110, width = sheet.width - 220 } = style;
  sheet.words.push({
    text: paragraphs.map((text) => `　　${text}`).join('\n'),
    x,
    y,
    size,
    leading,
    width,
    justify: true,
    color,
  });
  const lines = paragraphs.reduce((sum, text) => sum + Math.ceil(((lengthOf(text) + 2) * size) / width), 0);
  return y + lines * lineHeight(size, leading) + size * 0.5;
}

export type Table = {
  x: number;
  y: number;
  widths: readonly number[];
  /** The first is the head. */
  rows: readonly (readonly string[])[];
  rowHeight?: number;
  size?: number;
  color?: string;
  /** Columns of numbers stand to the right. */
  numbers?: readonly number[];
  headFill?: string;
};

/** A ruled table; a column is one piece of text. Gives the y below it. */
export function putTable(sheet: Sheet, table: Table): number {
  const { x, y, widths, rows, rowHeight = 44, size = 18, color = INK, numbers = [], headFill } = table;
  const width = widths.reduce((sum, each) => sum + each, 0);
  const height = rows.length * rowHeight;
  if (headFill) sheet.rules.push({ x, y, width, height: rowHeight, color: headFill });
  for (let row = 0; row <= rows.length; row += 1)
    sheet.rules.push({ x, y: y + row * rowHeight, width, height: 1, color: RULE });
  let left = x;
  widths.forEach((each, column) => {
    sheet.rules.push({ x: left, y, width: 1, height, color: RULE });
    const isNumber = numbers.includes(column);
    const top = y + (rowHeight - size * 1.15) / 2;
    const head = rows[0]?.[column] ?? '';
    sheet.words.push({ text: head, x: left + each / 2, y: top, size, bold: true, align: 'centre' });
    sheet.words.push({
      text: rows
        .slice(1)
        .map((row) => row[column] || ' ')
        .join('\n'),
      x: isNumber ? left + each - 12 : left + 12,
      y: top + rowHeight,
      size,
      color,
      leading: leadingFor(size, rowHeight),
      align: isNumber ? 'right' : 'left',
    });
    left += each;
  });
  sheet.rules.push({ x: x + width, y, width: 1, height: height + 1, color: RULE });
  return y + height;
}

/** Labels and what is written behind them, one below the other. Gives the y below. */
export function putPairs(
  sheet: Sheet,
  pairs: readonly (readonly [string, string])[],
  { x, y, size = 22, gap = 58, indent = 170, underline = 0, color = INK }: Pairs,
): number {
  const leading = leadingFor(size, gap);
  sheet.words.push(
    { text: pairs.map(([label]) => label).join('\n'), x, y, size, leading, bold: true },
    { text: pairs.map(([, value]) => value || ' ').join('\n'), x: x + indent, y, size, leading, color },
  );
  if (underline > 0) {
    for (const [index] of pairs.entries())
      sheet.rules.push({
        x: x + indent - 8,
        y: y + index * gap + size * 1.3,
        width: underline,
        height: 1,
        color: RULE,
      });
  }
  return y + pairs.length * gap;
}

type Pairs = {
  x: number;
  y: number;
  size?: number;
  gap?: number;
  indent?: number;
  /** Length of the line below each value; 0 for none. */
  underline?: number;
  color?: string;
};

export function putPageNumber(sheet: Sheet, page: number): void {
  sheet.words.push({
    text: `— ${page} —`,
    x: sheet.width / 2,
    y: sheet.height - 84,
    size: 18,
    align: 'centre',
  });
}

/** Breaks into lines of about one length. */
function balanced(text: string, lines: number): string {
  const length = Math.ceil(text.length / lines);
  return Array.from({ length: lines }, (_, index) => text.slice(index * length, (index + 1) * length)).join(
    '\n',
  );
}

/** In characters of full width. */
function lengthOf(text: string): number {
  let length = 0;
  for (const letter of text) length += /[\u0020-\u00ff]/.test(letter) ? 0.56 : 1;
  return length;
}

/** The outline of a box. */
export function putBox(sheet: Sheet, { x, y, width, height }: Box, color: string): void {
  sheet.rules.push(
    { x, y, width, height: 2, color },
    { x, y: y + height, width: width + 2, height: 2, color },
    { x, y, width: 2, height, color },
    { x: x + width, y, width: 2, height, color },
  );
}
