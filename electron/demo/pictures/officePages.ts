import type { Raw } from '../../drawing/raw.ts';
import { lineHeight, type Sheet } from './canvas.ts';
import {
  INK,
  putBox,
  putMark,
  putPageNumber,
  putPairs,
  putParagraphs,
  putRedHead,
  putTable,
  putTitle,
} from './layout.ts';
import { newPage } from './paper.ts';
import { pressed } from './seal.ts';

export type Minutes = {
  issuer: string;
  docNo: string;
  mark: string;
  title: string;
  facts: readonly (readonly [string, string])[];
  paragraphs: readonly string[];
};

/** First page of 会议纪要. */
export function minutesPage({ issuer, docNo, mark, title, facts, paragraphs }: Minutes): Sheet {
  const sheet = newPage();
  putMark(sheet, mark);
  const below = putTitle(sheet, title, putRedHead(sheet, issuer, docNo));
  const text = putPairs(sheet, facts, { x: 110, y: below, size: 21, gap: 42, indent: 110 });
  putParagraphs(sheet, paragraphs, text + 18);
  putPageNumber(sheet, 1);
  return sheet;
}

export type Resolutions = {
  items: readonly (readonly string[])[];
  attendance: readonly (readonly [string, string])[];
  remark: string;
  date: string;
  seal: Raw | null;
};

/** Last page: 议定事项 with who answers for what until when. */
export function resolutionsPage({ items, attendance, remark, date, seal }: Resolutions): Sheet {
  const sheet = newPage();
  sheet.words.push({ text: '议定事项', x: 110, y: 120, size: 25, bold: true });
  const rows = [['序号', '事项', '责任单位', '完成时限'], ...items];
  const below = putTable(sheet, {
    x: 110,
    y: 170,
    widths: [70, 420, 170, 120],
    rows,
    rowHeight: 52,
    size: 18,
    headFill: '#ece7dc',
  });
  const text = putParagraphs(sheet, [remark], below + 34);
  putPairs(sheet, attendance, { x: 110, y: text + 14, size: 20, gap: 44, indent: 90 });
  putDate(sheet, date, 1090, seal);
  putPageNumber(sheet, 2);
  return sheet;
}

/** 通知, 制度 and decisions. */
export function noticePage(notice: {
  issuer: string;
  docNo: string;
  mark: string;
  title: string;
  to: string;
  paragraphs: readonly string[];
  date: string;
  seal: Raw | null;
}): Sheet {
  const { issuer, docNo, mark, title, to, paragraphs, date, seal } = notice;
  const sheet = newPage();
  putMark(sheet, mark);
  const below = putTitle(sheet, title, putRedHead(sheet, issuer, docNo));
  sheet.words.push({ text: to, x: 110, y: below, size: 21, color: INK });
  putParagraphs(sheet, paragraphs, below + lineHeight(21, 1.22));
  putDate(sheet, date, 1120, seal, issuer);
  putPageNumber(sheet, 1);
  return sheet;
}

export type Party = { unit: string; person: string; seal: Raw | null };

export function agreementCover(
  title: string,
  docNo: string,
  mark: string,
  parties: readonly Party[],
  date: string,
): Sheet {
  const sheet = newPage();
  putMark(sheet, mark);
  sheet.words.push({ text: `合同编号：${docNo}`, x: 890, y: 130, size: 20, align: 'right' });
  putTitle(sheet, title, 380, 46);
  const names = ['甲　方', '乙　方', '丙　方', '丁　方'];
  const pairs = parties.map(({ unit }, index): [string, string] => [`${names[index]}：`, unit]);
  putPairs(sheet, [...pairs, ['签订日期：', date], ['签订地点：', '沄州市']], {
    x: 190,
    y: 780,
    size: 25,
    gap: 70,
    indent: 150,
    underline: 470,
  });
  putBox(sheet, { x: 70, y: 200, width: 860, height: 1090 }, '#8b857a');
  return sheet;
}

export function clausesPage(
  heading: string,
  clauses: readonly (readonly [string, string])[],
  page: number,
): Sheet {
  const sheet = newPage();
  let y = putTitle(sheet, heading, 110, 28);
  for (const [title, text] of clauses) {
    sheet.words.push({ text: title, x: 110, y, size: 22, bold: true });
    y = putParagraphs(sheet, [text], y + 40, { size: 20, leading: 1.2 }) + 8;
    if (y > 1180) break;
  }
  putPageNumber(sheet, page);
  return sheet;
}

export function signingPage(parties: readonly Party[], date: string, page: number): Sheet {
  const sheet = newPage();
  const text =
    '（本页无正文，为签署页。本协议一式六份，各方各执两份，具有同等法律效力，自各方签字盖章之日起生效。）';
  putParagraphs(sheet, [text], 120);
  parties.slice(0, 3).forEach(({ unit, person, seal }, index) => {
    const y = 300 + index * 330;
    putPairs(
      sheet,
      [
        ['单位（盖章）：', unit],
        ['法定代表人：', person],
        ['日　　　期：', date],
      ],
      { x: 130, y, size: 23, gap: 62, indent: 190, underline: 420 },
    );
    if (seal) sheet.layers.push(pressed(seal, 560 + index * 24, y + 92));
  });
  putPageNumber(sheet, page);
  return sheet;
}

/** Issuer and date at the lower right, the seal across them. */
function putDate(sheet: Sheet, date: string, y: number, seal: Raw | null, issuer = ''): void {
  if (issuer !== '')
    sheet.words.push({ text: issuer.replace(/文件$/, ''), x: 870, y, size: 21, align: 'right' });
  sheet.words.push({ text: date, x: 830, y: y + 46, size: 21, align: 'right' });
  if (seal) sheet.layers.push(pressed(seal, 742, y + 32));
}
