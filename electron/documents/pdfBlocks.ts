/// <reference path="./pdfmake.d.ts" />
import type { Content, Style } from 'pdfmake';
import type { DocumentBlock } from '#shared/documents/document.ts';
import { FACT_NAME_SHARE, LINE_PITCH, PAGE, rowsStayWhole, SIZE, TABLE_PITCH } from './layout.ts';

/** Height of a line of Noto Sans SC as a multiple of its size: ascender 1.16 and descender 0.288. */
const NATURAL = 1.448;

/** 28 characters fill a line of 156 mm at this size: pdfmake sets no character closer than its width. */
export const PDF_BODY = 15.75;
const TWO_CHARACTERS = 2 * PDF_BODY;

/** The lines of a text of this size stand `pitch` points apart. */
export function set(size: number, pitch: number): Style {
  return { fontSize: size, lineHeight: pitch / (size * NATURAL) };
}

/** A block as pdfmake lays it out; body style is the default. */
export function pdfBlock(block: DocumentBlock): Content[] {
  switch (block.kind) {
    case 'heading':
      return [{ text: block.text, bold: true, leadingIndent: TWO_CHARACTERS, headlineLevel: block.level }];
    case 'paragraph':
      return [
        {
          text: block.text,
          alignment: 'justify',
          ...(block.flush === true ? {} : { leadingIndent: TWO_CHARACTERS }),
        },
      ];
    case 'rich':
      return [
        {
          text: [{ text: block.marker }, ...block.runs],
          alignment: 'justify',
          leadingIndent: TWO_CHARACTERS,
        },
      ];
    case 'labelled':
      return [
        {
          margin: [TWO_CHARACTERS, 0, 0, 0],
          columnGap: 0,
          columns: [
            { width: block.label.length * PDF_BODY + 1, text: block.label, bold: true, noWrap: true },
            { width: '*', text: block.text },
          ],
        },
      ];
    case 'facts':
      return [
        {
          margin: [0, 0, 0, LINE_PITCH / 2],
          layout: 'noBorders',
          table: {
            headerRows: 0,
            widths: widthsOf([FACT_NAME_SHARE, 1 - FACT_NAME_SHARE], 8),
            dontBreakRows: true,
            body: block.rows.map(({ name, value }) => [
              { ...set(SIZE.table, TABLE_PITCH), text: name, bold: true },
              { ...set(SIZE.table, TABLE_PITCH), text: value },
            ]),
          },
        },
      ];
    case 'table':
      return [
        {
          margin: [0, 4, 0, LINE_PITCH / 2],
          layout: RULED,
          table: {
            headerRows: 1,
            widths: widthsOf(block.widths, 9),
            dontBreakRows: rowsStayWhole(block.rows),
            body: [
              block.head.map((text) => ({ ...set(SIZE.table, TABLE_PITCH), text, bold: true })),
              ...block.rows.map((row) => row.map((text) => ({ ...set(SIZE.table, TABLE_PITCH), text }))),
            ],
          },
        },
      ];
    case 'picture':
      return [picture(block)];
    case 'closing':
      return [
        {
          unbreakable: true,
          alignment: 'right',
          margin: [0, LINE_PITCH, TWO_CHARACTERS, 0],
          stack: block.lines.map((text) => ({ text })),
        },
      ];
    case 'pageBreak':
      return [{ text: '', pageBreak: 'after' }];
  }
}

const RULED = { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingLeft: () => 4, paddingRight: () => 4 };

/** `around`: what padding and lines take of each column. */
function widthsOf(parts: readonly number[], around: number): number[] {
  return parts.map((part) => PAGE.textWidth * part - around);
}

function picture({ png, width, caption }: Extract<DocumentBlock, { kind: 'picture' }>): Content {
  return {
    unbreakable: true,
    alignment: 'center',
    margin: [0, 6, 0, 6],
    stack: [
      {
        image: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
        width: PAGE.textWidth * width,
      },
      ...(caption === '' ? [] : [{ ...set(SIZE.table, TABLE_PITCH), text: caption }]),
    ],
  };
}
