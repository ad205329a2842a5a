import type { DocumentBlock, PrintedDocument } from '#shared/documents/document.ts';

/**
 * The document as both formats can hold it: without characters that XML forbids and without halves of surrogate pairs,
 * and with a paragraph of its own for each line of a body text.
 */
export function printable(document: PrintedDocument): PrintedDocument {
  return {
    ...(document.masthead === undefined ? {} : { masthead: clean(document.masthead) }),
    title: clean(document.title),
    subtitle: clean(document.subtitle),
    mark: clean(document.mark),
    blocks: document.blocks.flatMap(printableBlocks),
  };
}

function printableBlocks(block: DocumentBlock): DocumentBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ ...block, text: clean(block.text) }];
    case 'paragraph':
      return clean(block.text)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((text) => ({ ...block, text }));
    case 'rich':
      return [
        {
          ...block,
          runs: block.runs.map((run) => ({ ...run, text: clean(run.text).replaceAll('\n', ' ') })),
        },
      ];
    case 'labelled':
      return [{ ...block, label: clean(block.label), text: clean(block.text) }];
    case 'facts':
      return [
        { ...block, rows: block.rows.map(({ name, value }) => ({ name: clean(name), value: clean(value) })) },
      ];
    case 'table':
      return [
        {
          ...block,
          head: block.head.map(clean),
          rows: block.rows.map((row) => block.head.map((_, at) => clean(row[at] ?? ''))),
        },
      ];
    case 'picture':
      return [{ ...block, caption: clean(block.caption) }];
    case 'closing':
      return [{ ...block, lines: block.lines.map(clean) }];
    case 'pageBreak':
      return [block];
  }
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '')
    .replaceAll('\t', ' ');
}
