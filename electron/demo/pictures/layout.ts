import { leadingFor, lineHeight, type Sheet } from './canvas.ts';

export const INK = '#2b2824';
export const OFFICIAL_RED = '#c8281f';
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
  sheet.shapes.push(
    `<path d="M96 274H${sheet.width - 96}" stroke="${OFFICIAL_RED}" stroke-width="4"/>`,
    `<path d="M96 281H${sheet.width - 96}" stroke="${OFFICIAL_RED}" stroke-width="1.2"/>`,
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
  if (headFill)
    sheet.shapes.push(`<rect x="${x}" y="${y}" width="${width}" height="${rowHeight}" fill="${headFill}"/>`);
  const rules = rows.map((_, index) => `M${x} ${y + index * rowHeight}h${width}`);
  let left = x;
  widths.forEach((each, column) => {
    rules.push(`M${left} ${y}v${height}`);
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
  rules.push(`M${x} ${y + height}h${width}`, `M${x + width} ${y}v${height}`);
  sheet.shapes.push(`<path d="${rules.join('')}" stroke="#4a4540" stroke-width="1.4" fill="none"/>`);
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
    const rules = pairs.map((_, index) => `M${x + indent - 8} ${y + index * gap + size * 1.3}h${underline}`);
    sheet.shapes.push(`<path d="${rules.join('')}" stroke="#6a655e" stroke-width="1.2"/>`);
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
