import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { PrintedDocument } from '#shared/documents/document.ts';
import { docxBlock, EXACT_LINE, twips } from './docxBlocks.ts';
import { FANG_SONG, FONT_TABLE, HEI_TI, XIAO_BIAO_SONG } from './docxFonts.ts';
import { CHARACTER_PITCH, LINE_PITCH, MASTHEAD_DROP, PAGE, PAGE_NUMBER_DROP, SIZE } from './layout.ts';
import { printable } from './printable.ts';

/** A paper as Word has it. The text stands in the order of the document; nothing is in it that the paper does not show. */
export async function writeDocx(given: PrintedDocument): Promise<Uint8Array> {
  const document = printable(given);
  const { margins } = PAGE;
  const file = new Document({
    title: document.masthead ?? document.title,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: {
            font: FANG_SONG,
            size: SIZE.body * 2,
            // 28 characters a line. A character grid would do it too, but programs disagree on how it snaps.
            characterSpacing: twips(CHARACTER_PITCH - SIZE.body),
            color: '000000',
            language: { value: 'zh-CN', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: EXACT_LINE },
        },
      },
    },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(margins.top),
              right: twips(margins.right),
              bottom: twips(margins.bottom),
              left: twips(margins.left),
              footer: twips(margins.bottom - PAGE_NUMBER_DROP - SIZE.pageNumber * 1.5),
            },
          },
          // The line pitch is exact by itself; a grid would also spread the lines of tables.
          grid: { type: DocumentGridType.DEFAULT, linePitch: twips(LINE_PITCH) },
        },
        // 单页码居右空一字, 双页码居左空一字.
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...head(document), ...document.blocks.flatMap(docxBlock)],
      },
    ],
  });
  return new Uint8Array(
    await Packer.toBuffer(file, false, [{ path: 'word/fontTable.xml', data: FONT_TABLE }]),
  );
}

function head({ mark, masthead, title, subtitle }: PrintedDocument): Paragraph[] {
  const lines: Paragraph[] = [];
  if (mark !== '') lines.push(new Paragraph({ children: [new TextRun({ text: mark, font: HEI_TI })] }));
  if (masthead !== undefined) {
    const drop = MASTHEAD_DROP - (mark === '' ? 0 : LINE_PITCH);
    lines.push(centred(masthead, { before: drop, size: SIZE.title, face: XIAO_BIAO_SONG }));
    if (subtitle !== '') lines.push(centred(subtitle, { before: LINE_PITCH / 2 }));
    lines.push(new Paragraph({ children: [] }));
  }
  if (title !== '') lines.push(centred(title, { size: SIZE.title, face: XIAO_BIAO_SONG }));
  if (masthead === undefined && subtitle !== '') lines.push(centred(subtitle, {}));
  return [...lines, new Paragraph({ children: [] })];
}

function centred(
  text: string,
  {
    before = 0,
    size = SIZE.body as number,
    face = FANG_SONG,
  }: { before?: number; size?: number; face?: typeof FANG_SONG },
): Paragraph {
  const line = size === SIZE.body ? EXACT_LINE : { ...EXACT_LINE, line: twips(size * 1.6) };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { ...line, before: twips(before) },
    children: [new TextRun({ text, font: face, size: size * 2 })],
  });
}

function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const side = alignment === AlignmentType.LEFT ? 'left' : 'right';
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { [side]: twips(SIZE.pageNumber) },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: SIZE.pageNumber * 2 })],
      }),
    ],
  });
}
