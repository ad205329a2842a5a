import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, type SearchQuery } from '#shared/search/query.ts';
import { hasHit, markedSnippet, markedTitle, type Segment } from '#shared/search/snippet.ts';

describe('markedTitle', () => {
  test.each([
    ['肿瘤的研究', '研究', '肿瘤的[研究]'],
    ['关于ＰＤ-１抑制剂', 'pd-1', '关于[ＰＤ-１]抑制剂'],
    ['每㎏体重', 'kg', '每[㎏]体重'],
    ['Gene Expression', 'exp', 'Gene [Expression]'],
    ['肿瘤肿瘤', '肿瘤', '[肿瘤肿瘤]'],
    ['基因表达', '表达 基因', '[基因表达]'],
    ['基因的表达', '表达 基因', '[基因]的[表达]'],
    ['《重庆》大学', 'cqdx', '[《重庆》大学]'.replace('[《', '《[')],
    ['上海肿瘤医院', 'zhongliu', '上海[肿瘤]医院'],
    ['上海肿瘤医院', 'zhongl', '上海[肿瘤]医院'],
    ['上海肿瘤医院', 'zl', '上海[肿瘤]医院'],
    ['没有', '肿瘤', '没有'],
    ['𠀀𠀁𠀂', '𠀁', '𠀀[𠀁]𠀂'],
  ])('%j asked for %j is %j', (title, text, expected) => {
    expect(shown(markedTitle(title, query(text)))).toBe(expected);
  });

  test('a name is read as a name', () => {
    expect(shown(markedTitle('单雄信', query('shan'), true))).toBe('[单]雄信');
    expect(shown(markedTitle('单雄信', query('shan'), false))).toBe('单雄信');
  });

  test('the segments together are the title', () => {
    const text = fc.string({ unit: fc.constantFrom(...'肿瘤研 ab１ﬁ𠀀\n，'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, text, (title, asked) => {
        const parsed = parseQuery(asked);
        fc.pre(parsed !== null);
        expect(
          markedTitle(title, parsed)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(title);
      }),
    );
  });
});

describe('markedSnippet', () => {
  const long = `${'前文很长。'.repeat(50)}肿瘤免疫检查点${'后文也很长。'.repeat(50)}`;

  test('a window around the first hit, cut marks on both sides', () => {
    const segments = markedSnippet(long, query('检查点'));
    const text = segments.map((segment) => segment.text).join('');
    expect(segments.find((segment) => segment.hit)?.text).toBe('检查点');
    expect(text).toMatch(/^….*肿瘤免疫检查点后文.*…$/u);
    expect(text.length).toBeLessThanOrEqual(62);
  });

  test('line ends become spaces, and the window begins on the line of the hit', () => {
    expect(shown(markedSnippet('第一行\n肿瘤\n第三行', query('肿瘤')))).toBe('…[肿瘤] 第三行');
  });

  test('a cut of one character is marked too', () => {
    expect(shown(markedSnippet('一二癌三四五', query('癌'), 4))).toBe('…二[癌]三四…');
    expect(shown(markedSnippet('二癌三四', query('癌'), 4))).toBe('二[癌]三四');
  });

  test('no hit gives nothing', () => {
    expect(markedSnippet(long, query('没有'))).toEqual([]);
    expect(hasHit(long, query('没有'))).toBe(false);
    expect(hasHit(long, query('检查点'))).toBe(true);
  });

  test('a surrogate pair is never cut', () => {
    for (let width = 1; width < 20; width += 1) {
      for (const segment of markedSnippet(`${'𠀀'.repeat(30)}癌${'𠀁'.repeat(30)}`, query('癌'), width)) {
        expect(segment.text.isWellFormed()).toBe(true);
      }
    }
  });

  test('a hit longer than the window is shown whole', () => {
    expect(shown(markedSnippet('一二三四五六七八九十一二', query('三四五六七八'), 4))).toContain(
      '[三四五六七八]',
    );
  });

  test('in a text of 400,000 characters the hit is there at once', () => {
    const text = `${'肿瘤学'.repeat(130_000)}免疫`;
    const begun = performance.now();
    expect(markedSnippet(text, query('瘤学免')).some((segment) => segment.hit)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('every text that holds the words has a hit', () => {
    const piece = fc.string({ unit: fc.constantFrom(...'肿瘤研𠀀ａ1 '), maxLength: 20 });
    const word = fc.string({ unit: fc.constantFrom(...'肿瘤研𠀀'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(piece, word, piece, (before, wanted, after) => {
        const segments = markedSnippet(before + wanted + after, query(wanted));
        expect(segments.some((segment) => segment.hit && segment.text.includes(wanted))).toBe(true);
      }),
    );
  });
});

function query(text: string): SearchQuery {
  const parsed = parseQuery(text);
  if (parsed === null) throw new Error(`nothing to look for in ${JSON.stringify(text)}`);
  return parsed;
}

function shown(segments: Segment[]): string {
  return segments.map((segment) => (segment.hit ? `[${segment.text}]` : segment.text)).join('');
}
