import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHARACTER_PITCH, LINE_PITCH, PAGE } from '#electron/documents/layout.ts';
import { documentFileName } from '#electron/documents/offerDocument.ts';
import { writeDocument } from '#electron/documents/writeDocument.ts';
import { writePdf } from '#electron/documents/writePdf.ts';
import type { DocumentBlock, PrintedDocument } from '#shared/documents/document.ts';
import { convertedByOffice } from '../support/office.ts';
import { lookAtPdf } from './pdfText.ts';
import { SAMPLE } from './sampleDocument.ts';
import { zipParts } from './zipParts.ts';

/** All words of the sample in the order of the paper, without spaces. */
const WORDS = [SAMPLE.mark, SAMPLE.masthead ?? '', SAMPLE.subtitle, ...SAMPLE.blocks.flatMap(wordsOf)].map(
  (words) => words.replace(/\s+/g, ''),
);

describe('the layout of GB/T 9704-2012', () => {
  test('leaves a text block of 156 × 225 mm for 28 × 22 characters', () => {
    const { width, height, margins } = PAGE;
    expect(width - margins.left - margins.right).toBeCloseTo((156 / 25.4) * 72, 6);
    expect(height - margins.top - margins.bottom).toBeCloseTo((225 / 25.4) * 72, 6);
    expect(Math.floor((height - margins.top - margins.bottom) / LINE_PITCH)).toBe(22);
    expect(CHARACTER_PITCH).toBeCloseTo(15.79, 2);
  });
});

describe('a paper as Word', () => {
  test('has every word in the order of the paper, the page and the faces', async () => {
    const { bytes } = await writeDocument(SAMPLE, 'DOCX');
    const parts = zipParts(bytes);
    const body = parts.get('word/document.xml') ?? '';
    expectInOrder(textOf(body), WORDS);
    // Twentieths of a point: A4, 37 / 26 / 35 / 28 mm.
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    for (const side of ['w:top="2098"', 'w:right="1474"', 'w:bottom="1984"', 'w:left="1587"'])
      expect(body).toContain(side);
    expect(parts.get('word/styles.xml')).toContain('w:line="579" w:lineRule="exact"');
    expect(body).toContain('w:eastAsia="方正小标宋简体"');
    expect(body).toContain('w:eastAsia="黑体"');
    expect(parts.get('word/fontTable.xml')).toContain('<w:altName w:val="FZXiaoBiaoSong-B05S,宋体,SimSun"/>');
    expect([...parts.keys()].filter((name) => /footer\d*\.xml$/.test(name))).toHaveLength(2);
  });

  test('says nothing of who made it or on which machine', async () => {
    const parts = zipParts((await writeDocument(SAMPLE, 'DOCX')).bytes);
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).not.toMatch(/Un-named|docx/);
    expect(
      [...parts.keys()].filter(
        (name) => /custom|comments|thumbnail/.test(name) && textOf(parts.get(name) ?? '') !== '',
      ),
    ).toEqual([]);
  });

  test('opens in LibreOffice with every word', async (context) => {
    const converted = convertedByOffice((await writeDocument(SAMPLE, 'DOCX')).bytes, 'docx');
    if (converted === null) return context.skip('LibreOffice is not installed');
    const look = await lookAtPdf(converted);
    expect(look.size.map(Math.round)).toEqual([595, 842]);
    expectInOrder(
      withoutPageNumbers(look.texts),
      WORDS.map((word) => word.replace(/—/g, '')),
    );
  });
});

describe('a paper as PDF', () => {
  test('has every word in the order of the paper, its fonts inside, and numbered pages', async () => {
    const { bytes, missing } = await writeDocument(SAMPLE, 'PDF');
    const look = await lookAtPdf(bytes);
    expect(look.size.map(Math.round)).toEqual([595, 842]);
    expect(look.title).toBe(SAMPLE.masthead);
    expect([...look.fonts].sort()).toEqual(['NotoSansSC-Bold', 'NotoSansSC-Regular']);
    for (const [at, text] of look.texts.entries()) expect(text).toContain(`—${at + 1}—`);
    expectInOrder(
      withoutPageNumbers(look.texts),
      WORDS.map((word) => word.replace(/—/g, '')),
    );
    expect(missing).toBe('');
  });

  test('names the characters its font has no picture for', async () => {
    const { missing } = await writeDocument({ ...SAMPLE, title: '𠀀与𮧵两字的纪要', blocks: [] }, 'PDF');
    expect([...missing].length).toBeGreaterThan(0);
    expect('𠀀𮧵').toContain([...missing][0]);
    expect(missing).not.toContain('纪');
  });

  test('is refused where a font is not there', async () => {
    await expect(writePdf(SAMPLE, { regular: '/nowhere/a.ttf', bold: '/nowhere/b.ttf' })).rejects.toThrow(
      '/nowhere/a.ttf',
    );
  });
});

test('whatever a person typed makes a file that can be read again', { timeout: 120_000 }, async () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  const block: fc.Arbitrary<DocumentBlock> = fc.oneof(
    text.map((value) => ({ kind: 'paragraph' as const, text: value })),
    text.map((value) => ({ kind: 'rich' as const, marker: '· ', runs: [{ text: value, bold: true }] })),
    fc.tuple(text, text).map(([name, value]) => ({ kind: 'facts' as const, rows: [{ name, value }] })),
    fc
      .tuple(text, text)
      .map((row) => ({ kind: 'table' as const, head: ['甲', '乙'], widths: [0.5, 0.5], rows: [row] })),
    text.map((value) => ({ kind: 'labelled' as const, label: '出席：', text: value })),
  );
  await fc.assert(
    fc.asyncProperty(text, fc.array(block, { maxLength: 4 }), async (title, blocks) => {
      const paper: PrintedDocument = { title, subtitle: '', mark: '', blocks };
      const parts = zipParts((await writeDocument(paper, 'DOCX')).bytes);
      // XML 1.0, 2.2: nothing outside these is a character of a document.
      expect(parts.get('word/document.xml')).toMatch(
        /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u,
      );
      expect((await lookAtPdf((await writeDocument(paper, 'PDF')).bytes)).texts.length).toBeGreaterThan(0);
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['纪要〔2026〕3号', '纪要〔2026〕3号.docx'],
  ['a/b:c*?"<>|d', 'a b c d.docx'],
  ['  ..  ', 'document.docx'],
  ['议'.repeat(200), `${'议'.repeat(100)}.docx`],
])('the file of %s is %s', (name, file) => {
  expect(documentFileName(name, 'DOCX')).toBe(file);
});

function wordsOf(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return block.text.split('\n');
    case 'rich':
      return [block.marker + block.runs.map(({ text }) => text).join('')];
    case 'labelled':
      return [block.label + block.text];
    case 'facts':
      return block.rows.flatMap(({ name, value }) => [name, value]);
    case 'table':
      return block.rows.slice(0, 3).flat();
    case 'picture':
      return [block.caption];
    case 'closing':
      return [...block.lines];
    case 'blank':
    case 'pageBreak':
      return [];
  }
}

function expectInOrder(text: string, words: readonly string[]): void {
  let at = 0;
  for (const word of words) {
    const found = text.indexOf(word, at);
    expect(found, `${word} after ${text.slice(Math.max(0, at - 30), at)}`).toBeGreaterThanOrEqual(at);
    at = found + word.length;
  }
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replace(/\s+/g, '');
}

function withoutPageNumbers(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/—\d+—/, '').replace(/—/g, '')).join('');
}
