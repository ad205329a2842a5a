/// <reference path="./pdfmake.d.ts" />
import pdfmake, { type Content } from 'pdfmake';
import type { PrintedDocument } from '#shared/documents/document.ts';
import { assertFonts, type FontFiles } from '../fontFiles.ts';
import { LINE_PITCH, MASTHEAD_DROP, PAGE, PAGE_NUMBER_DROP, SIZE } from './layout.ts';
import { PDF_BODY, pdfBlock, set } from './pdfBlocks.ts';
import { printable } from './printable.ts';

const FAMILY = 'Noto Sans SC';

/**
 * A paper as PDF, its font inside by the characters used. `missing` are the characters this font has no picture for.
 * Nothing is read but the two font files.
 */
export async function writePdf(
  given: PrintedDocument,
  fonts: FontFiles,
): Promise<{ bytes: Uint8Array; missing: string }> {
  assertFonts(fonts);
  const document = printable(given);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === fonts.regular || path === fonts.bold);
  pdfmake.setFonts({ [FAMILY]: { normal: fonts.regular, bold: fonts.bold } });
  const { margins } = PAGE;
  const pdf = pdfmake.createPdf({
    content: [...head(document), ...document.blocks.flatMap(pdfBlock)],
    pageSize: { width: PAGE.width, height: PAGE.height },
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
    defaultStyle: { font: FAMILY, ...set(PDF_BODY, LINE_PITCH) },
    footer: pageNumber,
    info: { title: document.masthead ?? document.title, creator: 'Mengbu', producer: 'Mengbu' },
    language: 'zh-CN',
    displayTitle: true,
    // A heading does not stand alone at the foot of a page.
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel !== undefined && nodes.getFollowingNodesOnPage().length === 0,
  });
  const { font } = (await pdf.getStream()).provideFont(FAMILY, false, false);
  const missing = [...new Set(textOf(document))].filter(
    (character) => character.trim() !== '' && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  );
  return { bytes: new Uint8Array(await pdf.getBuffer()), missing: missing.join('') };
}

function head({ mark, masthead, title, subtitle }: PrintedDocument): Content[] {
  const lines: Content[] = [];
  if (mark !== '') lines.push({ text: mark, bold: true });
  if (masthead !== undefined) {
    const drop = MASTHEAD_DROP - (mark === '' ? 0 : LINE_PITCH);
    lines.push({ ...TITLE, text: masthead, margin: [0, drop, 0, 0] });
    if (subtitle !== '')
      lines.push({ text: subtitle, alignment: 'center', margin: [0, LINE_PITCH / 2, 0, 0] });
    lines.push(blankLine());
  }
  if (title !== '') lines.push({ ...TITLE, text: title });
  if (masthead === undefined && subtitle !== '') lines.push({ text: subtitle, alignment: 'center' });
  return [...lines, blankLine()];
}

const TITLE = { ...set(SIZE.title, SIZE.title * 1.6), bold: true, alignment: 'center' } as const;

function blankLine(): Content {
  return { text: ' ' };
}

/** 单页码居右空一字, 双页码居左空一字 (GB/T 9704-2012, 7.5). */
function pageNumber(page: number): Content {
  const { left, right } = PAGE.margins;
  return {
    ...set(SIZE.pageNumber, LINE_PITCH),
    text: `— ${page} —`,
    alignment: page % 2 === 1 ? 'right' : 'left',
    margin: [left + SIZE.pageNumber, PAGE_NUMBER_DROP - 6, right + SIZE.pageNumber, 0],
  };
}

function textOf(document: PrintedDocument): string {
  return JSON.stringify(document, (key, value) => (key === 'png' ? undefined : value));
}
