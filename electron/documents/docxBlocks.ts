import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  ImageRun,
  LineRuleType,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DocumentBlock } from '#shared/documents/document.ts';
import { FANG_SONG, HEI_TI, KAI_TI } from './docxFonts.ts';
import {
  CHARACTER_PITCH,
  FACT_NAME_SHARE,
  LINE_PITCH,
  PAGE,
  rowsStayWhole,
  SIZE,
  TABLE_PITCH,
} from './layout.ts';
import { sizeOfPng } from './pngSize.ts';

/** Word counts in twentieths of a point; sizes in halves. */
export const twips = (points: number): number => Math.round(points * 20);
export const EXACT_LINE = { line: twips(LINE_PITCH), lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const TABLE_LINE = { line: twips(TABLE_PITCH), lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const TWO_CHARACTERS = twips(2 * CHARACTER_PITCH);

/** A block as paragraphs and tables of Word. */
export function docxBlock(block: DocumentBlock): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          indent: { firstLine: TWO_CHARACTERS },
          children: [new TextRun({ text: block.text, font: block.level === 1 ? HEI_TI : KAI_TI })],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          ...(block.flush === true ? {} : { indent: { firstLine: TWO_CHARACTERS } }),
          children: runsOf(block.text),
        }),
      ];
    case 'rich':
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          indent: { firstLine: TWO_CHARACTERS },
          children: [
            ...runsOf(block.marker),
            ...block.runs.map(({ text, bold }) => new TextRun({ text, bold })),
          ],
        }),
      ];
    case 'labelled':
      return [labelled(block.label, block.text)];
    case 'facts':
      return [
        tableOf(
          [FACT_NAME_SHARE, 1 - FACT_NAME_SHARE],
          block.rows.map(
            ({ name, value }) =>
              new TableRow({ cantSplit: true, children: [cell(name, { face: HEI_TI }), cell(value)] }),
          ),
          'bare',
        ),
      ];
    case 'table':
      return [
        tableOf(
          block.widths,
          [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: block.head.map((text) => cell(text, { face: HEI_TI })),
            }),
            ...block.rows.map(
              (row) =>
                new TableRow({
                  cantSplit: rowsStayWhole(block.rows),
                  children: row.map((text) => cell(text)),
                }),
            ),
          ],
          'ruled',
        ),
        new Paragraph({ children: [] }),
      ];
    case 'picture':
      return picture(block);
    case 'closing':
      return block.lines.map(
        (text, at) =>
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            keepNext: at < block.lines.length - 1,
            indent: { right: TWO_CHARACTERS },
            spacing: { ...EXACT_LINE, before: at === 0 ? twips(LINE_PITCH) : 0 },
            children: runsOf(text),
          }),
      );
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** 出席：names, what wraps stands under the first name (GB/T 9704-2012, 10.3). */
function labelled(label: string, text: string): Paragraph {
  const hanging = twips(label.length * CHARACTER_PITCH);
  return new Paragraph({
    indent: { left: TWO_CHARACTERS + hanging, hanging },
    children: [new TextRun({ text: label, font: HEI_TI }), ...runsOf(text)],
  });
}

function picture({ png, width, caption }: Extract<DocumentBlock, { kind: 'picture' }>): Paragraph[] {
  const size = sizeOfPng(png);
  // Pictures are measured in pixels of 1/96 inch.
  const across = (PAGE.textWidth * width * 96) / 72;
  const single = { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 0 };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: caption !== '',
      spacing: single,
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: {
            width: Math.round(across),
            height: Math.round((across * size.height) / size.width),
          },
          altText: { name: caption, title: caption, description: caption },
        }),
      ],
    }),
    ...(caption === ''
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: caption, size: SIZE.table * 2 })],
          }),
        ]),
  ];
}

function tableOf(widths: readonly number[], rows: TableRow[], look: 'bare' | 'ruled'): Table {
  const border = {
    style: look === 'ruled' ? BorderStyle.SINGLE : BorderStyle.NONE,
    size: 4,
    color: '000000',
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(PAGE.textWidth), type: WidthType.DXA },
    columnWidths: widths.map((part) => twips(PAGE.textWidth * part)),
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    rows,
  });
}

function cell(text: string, { face = FANG_SONG } = {}): TableCell {
  return new TableCell({
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          spacing: TABLE_LINE,
          children: [new TextRun({ text: line, size: SIZE.table * 2, font: face })],
        }),
    ),
  });
}

function runsOf(text: string): TextRun[] {
  return text.split('\n').map((line, at) => new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) }));
}
