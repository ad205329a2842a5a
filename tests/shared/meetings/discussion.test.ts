import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Discussion,
  discussionBlockSchema,
  discussionOfEditor,
  discussionSchema,
  discussionText,
  editorOfDiscussion,
} from '#shared/meetings/discussion.ts';

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});

describe('what an editor holds', () => {
  test('keeps headings, lists, bold words and nothing else', () => {
    const given = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 3 }, content: [text('经费')] },
        { type: 'heading', attrs: { level: 4 }, content: [text('来源')] },
        {
          type: 'paragraph',
          content: [text('会议'), text('原则同意', 'bold'), text('。', 'italic', 'link')],
        },
        { type: 'image', attrs: { src: 'https://example.com/a.png', onerror: 'alert(1)' } },
        { type: 'paragraph', content: [text('第一行'), { type: 'hardBreak' }, text('第二行')] },
        {
          type: 'orderedList',
          content: [
            { type: 'listItem', content: [{ type: 'paragraph', content: [text('甲')] }] },
            {
              type: 'listItem',
              content: [
                { type: 'paragraph', content: [text('乙')] },
                {
                  type: 'bulletList',
                  content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('丙')] }] }],
                },
              ],
            },
          ],
        },
        { type: 'blockquote', content: [{ type: 'paragraph', content: [text('引文')] }] },
        { type: 'paragraph' },
      ],
    };
    expect(discussionOfEditor(given)).toEqual([
      { kind: 'heading', level: 1, line: [{ text: '经费', bold: false }] },
      { kind: 'heading', level: 2, line: [{ text: '来源', bold: false }] },
      {
        kind: 'paragraph',
        line: [
          { text: '会议', bold: false },
          { text: '原则同意', bold: true },
          { text: '。', bold: false },
        ],
      },
      { kind: 'paragraph', line: [{ text: '第一行', bold: false }] },
      { kind: 'paragraph', line: [{ text: '第二行', bold: false }] },
      {
        kind: 'list',
        ordered: true,
        items: [[{ text: '甲', bold: false }], [{ text: '乙', bold: false }], [{ text: '丙', bold: false }]],
      },
      { kind: 'paragraph', line: [{ text: '引文', bold: false }] },
    ]);
  });

  test('may be anything: what comes out fits the schema, and names no address and no attribute', () => {
    const node = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: fc.constantFrom(
            'doc',
            'paragraph',
            'text',
            'heading',
            'bulletList',
            'orderedList',
            'listItem',
            'image',
            'script',
            7,
          ),
          text: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null)),
          attrs: fc.constantFrom({ src: 'https://a.example', level: 2 }, { level: 'x' }, null, 5),
          marks: fc.constantFrom([{ type: 'bold' }], [null, 3], 'bold', undefined),
          content: fc.oneof({ maxDepth: 5 }, fc.constant('x'), fc.array(tie('node'), { maxLength: 4 })),
        },
        { requiredKeys: ['type'] },
      ),
    })).node;
    fc.assert(
      fc.property(fc.oneof(node, fc.anything()), (given) => {
        const discussion = discussionOfEditor(given);
        expect(discussionSchema.safeParse(discussion).success).toBe(true);
        expect(JSON.stringify(discussion)).not.toMatch(/"(src|href|attrs|marks|type)":/);
      }),
    );
  });
});

test('a discussion comes back from the editor as it went in', () => {
  const line = fc
    .array(
      fc.tuple(fc.string({ minLength: 1, unit: fc.constantFrom(...'会议讨论经费abc。') }), fc.boolean()),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((runs) => runs.map(([words], at) => ({ text: words, bold: at % 2 === 0 })));
  const block = fc.oneof(
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(1 as const, 2 as const),
      line,
    }),
    fc.record({ kind: fc.constant('paragraph' as const), line }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(line, { minLength: 1, maxLength: 3 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (discussion) => {
      expect(discussionOfEditor(editorOfDiscussion(discussion))).toEqual(discussion);
    }),
  );
});

test('is bounded', () => {
  const long: Discussion = Array.from({ length: 7 }, () => ({
    kind: 'paragraph',
    line: [{ text: '议'.repeat(10_000), bold: false }],
  }));
  expect(discussionSchema.safeParse(long).success).toBe(false);
  expect(discussionSchema.safeParse(long.slice(0, 5)).success).toBe(true);
  expect(discussionBlockSchema.safeParse({ kind: 'html', html: '<script>' }).success).toBe(false);
  expect(discussionText(long.slice(0, 2)).split('\n')).toHaveLength(2);
});
