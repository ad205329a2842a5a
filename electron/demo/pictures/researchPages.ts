import type { Dice } from '../random.ts';
import type { Sheet } from './canvas.ts';
import { INK, PEN, putMark, putPageNumber, putPairs, putParagraphs, putTable, putTitle } from './layout.ts';
import { newPage } from './paper.ts';

export type ReportCover = {
  mark: string;
  kind: string;
  title: string;
  facts: readonly (readonly [string, string])[];
  date: string;
  issuer: string;
  color: string;
};

export function reportCover({ mark, kind, title, facts, date, issuer, color }: ReportCover): Sheet {
  const sheet = newPage();
  sheet.words.push({ text: mark || ' ', x: 96, y: 82, size: 24, bold: true, color: '#ffffff' });
  const { width, height } = sheet;
  sheet.rules.push(
    { x: 0, y: 0, width, height: 196, color },
    { x: 0, y: 1336, width, height: height - 1336, color },
    { x: 130, y: 336, width: 740, height: 3, color },
    { x: 130, y: 639, width: 740, height: 2, color },
  );
  sheet.drawn = { x: 680, y: 0, width: 320, height: 196 };
  sheet.shapes.push(
    ...[70, 130, 190].map(
      (radius) =>
        `<circle cx="880" cy="98" r="${radius}" fill="none" stroke="#fff" stroke-width="2" opacity="0.25"/>`,
    ),
  );
  sheet.words.push({ text: kind, x: 130, y: 262, size: 30, color, bold: true, tracking: 0.3 });
  putTitle(sheet, title, 400, 42);
  putPairs(sheet, facts, { x: 200, y: 720, size: 23, gap: 62, indent: 170, underline: 430 });
  sheet.words.push(
    { text: issuer, x: 500, y: 1190, size: 25, align: 'centre' },
    { text: date, x: 500, y: 1240, size: 23, align: 'centre' },
  );
  return sheet;
}

/** A page of a report: text, a figure the caller draws, text, a table. */
export function reportPage(report: {
  heading: string;
  before: readonly string[];
  figure: ((sheet: Sheet, y: number) => void) | null;
  caption: string;
  after: readonly string[];
  rows: readonly (readonly string[])[];
  page: number;
}): Sheet {
  const { heading, before, figure, caption, after, rows, page } = report;
  const sheet = newPage();
  sheet.words.push({ text: heading, x: 110, y: 110, size: 27, bold: true });
  let y = putParagraphs(sheet, before, 168, { size: 20 });
  if (figure) {
    sheet.drawn = { x: 100, y: Math.round(y), width: 800, height: 500 };
    figure(sheet, Math.round(y) + 66);
    sheet.words.push({ text: caption, x: 500, y: y + 500, size: 18, align: 'centre', color: '#555049' });
    y += 546;
  }
  y = putParagraphs(sheet, after, y, { size: 20 });
  const columns = rows[0]?.length ?? 0;
  if (columns > 0 && y < 1120) {
    const numbers = Array.from({ length: columns - 1 }, (_, index) => index + 1);
    const widths = Array.from({ length: columns }, () => 780 / columns);
    putTable(sheet, {
      x: 110,
      y: y + 16,
      widths,
      rows,
      numbers,
      rowHeight: 40,
      size: 17,
      headFill: '#e6e9ee',
    });
  }
  putPageNumber(sheet, page);
  return sheet;
}

export type Protocol = {
  mark: string;
  title: string;
  facts: readonly (readonly [string, string])[];
  rows: readonly (readonly string[])[];
  remark: string;
  by: string;
  checkedBy: string;
  date: string;
  page: number;
};

/** 原始记录: a printed form, filled in by pen, with a trace on squared paper. */
export function protocolPage(
  { mark, title, facts, rows, remark, by, checkedBy, date, page }: Protocol,
  dice: Dice,
): Sheet {
  const sheet = newPage();
  putMark(sheet, mark);
  sheet.words.push({
    text: '实验原始记录',
    x: 500,
    y: 104,
    size: 36,
    bold: true,
    align: 'centre',
    tracking: 0.25,
  });
  const half = Math.ceil(facts.length / 2);
  for (const [column, part] of [facts.slice(0, half), facts.slice(half)].entries())
    putPairs(sheet, part, {
      x: 100 + column * 420,
      y: 190,
      size: 19,
      gap: 46,
      indent: 118,
      underline: 260,
      color: PEN,
    });
  sheet.words.push({ text: title, x: 100, y: 200 + half * 46, size: 21, bold: true });
  const columns = rows[0]?.length ?? 1;
  const below = putTable(sheet, {
    x: 100,
    y: 246 + half * 46,
    widths: Array.from({ length: columns }, () => 800 / columns),
    rows,
    rowHeight: 40,
    size: 18,
    color: PEN,
    headFill: '#e9e5da',
  });
  sheet.drawn = { x: 90, y: below + 26, width: 820, height: 280 };
  putTrace(sheet, dice, 100, below + 36, 800, 260);
  sheet.words.push(
    { text: '备注', x: 100, y: below + 326, size: 19, bold: true },
    { text: remark, x: 170, y: below + 326, size: 19, color: PEN, width: 720, leading: 1.15 },
    { text: '记录人：　　　　　　　　校核人：　　　　　　　　日期：', x: 100, y: 1276, size: 19, bold: true },
    { text: by, x: 186, y: 1266, size: 25, color: PEN, turn: dice.between(-5, 2) },
    { text: checkedBy, x: 442, y: 1268, size: 25, color: PEN, turn: dice.between(-5, 2) },
    { text: date, x: 690, y: 1272, size: 20, color: PEN },
  );
  putPageNumber(sheet, page);
  return sheet;
}

/** A chromatogram or amplification trace on squared paper. */
function putTrace(sheet: Sheet, dice: Dice, x: number, y: number, width: number, height: number): void {
  const rules: string[] = [];
  for (let at = 0; at <= width; at += 20) rules.push(`M${x + at} ${y}v${height}`);
  for (let at = 0; at <= height; at += 20) rules.push(`M${x} ${y + at}h${width}`);
  const peaks = Array.from({ length: dice.whole(3, 6) }, () => ({
    at: dice.between(0.1, 0.92),
    wide: dice.between(0.008, 0.03),
    high: dice.between(0.2, 0.9),
  }));
  const points = Array.from({ length: 240 }, (_, index) => {
    const time = index / 239;
    const signal = peaks.reduce(
      (sum, peak) => sum + peak.high * Math.exp(-(((time - peak.at) / peak.wide) ** 2) / 2),
      0,
    );
    return `${Math.round(x + time * width)},${Math.round(y + height - 16 - Math.min(0.95, signal) * (height - 40) + dice.between(-1.5, 1.5))}`;
  });
  sheet.shapes.push(
    `<path d="${rules.join('')}" stroke="#d98f86" stroke-width="0.7" opacity="0.6"/>`,
    `<polyline points="${points.join(' ')}" fill="none" stroke="${INK}" stroke-width="2"/>`,
  );
}
