import { z } from 'zod';

/**
 * 讨论要点 as what it may be and nothing else: headings, paragraphs, lists, bold words. It holds no address, no picture and
 * no markup, so nothing in it can run or reach out.
 */
const runSchema = z.object({ text: z.string().min(1), bold: z.boolean() });
const lineSchema = z.array(runSchema).max(2000);

export const discussionBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), line: lineSchema }),
  z.object({ kind: z.literal('paragraph'), line: lineSchema }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(lineSchema).min(1).max(500) }),
]);
export type DiscussionBlock = z.infer<typeof discussionBlockSchema>;
export type DiscussionLine = z.infer<typeof lineSchema>;

/** Characters of text in all; some fifty printed pages. */
export const MOST_CHARACTERS = 60_000;

export const discussionSchema = z
  .array(discussionBlockSchema)
  .max(2000, 'TOO_MANY')
  .refine((blocks) => discussionText(blocks).length <= MOST_CHARACTERS, {
    error: 'TOO_LONG',
    params: { max: MOST_CHARACTERS },
  });
export type Discussion = z.infer<typeof discussionSchema>;

/** The words alone, a line for each paragraph and entry. */
export function discussionText(blocks: readonly DiscussionBlock[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.line]))
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');
}

/** A node of the editor's document, of which nothing is believed. */
type EditorNode = { type?: unknown; text?: unknown; marks?: unknown; attrs?: unknown; content?: unknown };

/**
 * What a rich-text editor holds, or what was pasted into it, as a discussion: text and bold are kept, headings of any level
 * become two, lists within lists become one list, all else is dropped with its attributes and keeps only its words.
 */
export function discussionOfEditor(document: unknown): Discussion {
  const blocks = childrenOf(document).flatMap((node) => blocksOf(node, 0));
  // An editor always ends in an empty paragraph or is one.
  while (blocks.length > 0 && isEmpty(blocks[blocks.length - 1])) blocks.pop();
  return blocks;
}

/** The discussion as the editor's document. */
export function editorOfDiscussion(discussion: Discussion): { type: 'doc'; content: object[] } {
  const content = discussion.map((block) => {
    if (block.kind === 'heading')
      return { type: 'heading', attrs: { level: block.level + 2 }, content: textNodes(block.line) };
    if (block.kind === 'paragraph') return { type: 'paragraph', content: textNodes(block.line) };
    return {
      type: block.ordered ? 'orderedList' : 'bulletList',
      content: block.items.map((line) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: textNodes(line) }],
      })),
    };
  });
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Deeper than any editor nests: what lies below is dropped. */
const DEEPEST = 12;

function blocksOf(node: EditorNode, depth: number): DiscussionBlock[] {
  if (depth > DEEPEST) return [];
  if (node.type === 'heading') {
    const line = lineOf(node);
    return line.length === 0 ? [] : [{ kind: 'heading', level: levelOf(node), line }];
  }
  if (node.type === 'bulletList' || node.type === 'orderedList') {
    const items = itemsOf(node, depth);
    return items.length === 0 ? [] : [{ kind: 'list', ordered: node.type === 'orderedList', items }];
  }
  if (node.type === 'paragraph') return linesOf(node).map((line) => ({ kind: 'paragraph', line }));
  if (node.type === 'text') return [{ kind: 'paragraph', line: lineOf({ content: [node] }) }];
  // A quotation, a block of code, a table: their words stay, as paragraphs.
  return childrenOf(node).flatMap((child) => blocksOf(child, depth + 1));
}

function itemsOf(list: EditorNode, depth: number): DiscussionLine[] {
  if (depth > DEEPEST) return [];
  return childrenOf(list)
    .flatMap((item) =>
      childrenOf(item).flatMap((child): DiscussionLine[] =>
        child.type === 'bulletList' || child.type === 'orderedList'
          ? itemsOf(child, depth + 1)
          : blocksOf(child, depth + 1).flatMap((block) =>
              block.kind === 'list' ? block.items : [block.line],
            ),
      ),
    )
    .filter((line) => line.length > 0);
}

/** A break within a paragraph begins another one. */
function linesOf(node: EditorNode): DiscussionLine[] {
  const lines: EditorNode[][] = [[]];
  for (const child of childrenOf(node)) {
    if (child.type === 'hardBreak') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.map((content) => lineOf({ content }));
}

function lineOf(node: EditorNode): DiscussionLine {
  const runs: DiscussionLine = [];
  for (const child of childrenOf(node)) {
    if (child.type === 'hardBreak') runs.push({ text: ' ', bold: false });
    if (child.type !== 'text' || typeof child.text !== 'string') continue;
    const text = child.text.toWellFormed().replace(UNSAFE, '').replaceAll('\n', ' ');
    const bold = marksOf(child).includes('bold');
    const before = runs.at(-1);
    if (text === '') continue;
    if (before !== undefined && before.bold === bold) before.text += text;
    else runs.push({ text, bold });
  }
  return runs;
}

/** Control characters, and the direction overrides that make text read as something else. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function levelOf({ attrs }: EditorNode): 1 | 2 {
  const level = typeof attrs === 'object' && attrs !== null && 'level' in attrs ? attrs.level : 1;
  return typeof level === 'number' && level > 3 ? 2 : 1;
}

function marksOf({ marks }: EditorNode): unknown[] {
  if (!Array.isArray(marks)) return [];
  return marks.map((mark: unknown) =>
    typeof mark === 'object' && mark !== null && 'type' in mark ? mark.type : null,
  );
}

function childrenOf(node: unknown): EditorNode[] {
  if (typeof node !== 'object' || node === null || !('content' in node)) return [];
  const { content } = node;
  return Array.isArray(content) ? content.filter((child) => typeof child === 'object' && child !== null) : [];
}

function textNodes(line: DiscussionLine): object[] {
  return line.map(({ text, bold }) => ({
    type: 'text',
    text,
    ...(bold ? { marks: [{ type: 'bold' }] } : {}),
  }));
}

function isEmpty(block: DiscussionBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.line.every(({ text }) => text.trim() === '');
}
