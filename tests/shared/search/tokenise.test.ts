import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from '#shared/search/fold.ts';
import { indexText } from '#shared/search/tokenise.ts';

describe('indexText', () => {
  test.each([
    ['肿瘤研究', '肿 瘤 研 究'],
    ['ＰＤ-1抗体', 'pd 1 抗 体'],
    ['Z109-WS·2011·Y·办公室-0001', 'z109 ws 2011 y 办 公 室 0001'],
    ['㎏ ½ ﬁ Ⅷ', 'kg 1 2 fi viii'],
    ['Café Ångström', 'cafe angstrom'],
    ['İstanbul ΟΔΟΣ οδος', 'istanbul οδοσ οδοσ'],
    ['e\u0301tude', 'etude'],
    ['𠀀𫝀字', '𠀀 𫝀 字'],
    ['葛\u{E0100}城', '葛 城'],
    ['か\u3099くせい', 'が く せ い'],
    ['\u1112\u1161\u11AB글', '한 글'],
    ['soft\u00ADhyphen zero\u200Bwidth', 'softhyphen zerowidth'],
    ['第〇期々', '第 〇 期 々'],
    ['，。、《》 \n', ''],
    ['', ''],
  ])('%j is indexed as %j', (text, expected) => {
    expect(indexText(text)).toBe(expected);
  });

  test('what was indexed is indexed as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(indexText(indexText(text))).toBe(indexText(text));
      }),
    );
  });
});

describe('tokensOf', () => {
  test('tokens keep their place although folding changes lengths', () => {
    const text = 'ﬁne㎏重e\u0301庆';
    const places = tokensOf(text).map((token) => [token.text, text.slice(token.start, token.end)]);
    expect(places).toEqual([
      ['finekg', 'ﬁne㎏'],
      ['重', '重'],
      ['e', 'e\u0301'],
      ['庆', '庆'],
    ]);
  });

  test('places ascend, lie within the text and cut no surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        let before = 0;
        for (const { start, end } of tokensOf(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThanOrEqual(start + 1);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          // One character may fold to several tokens (㈱, ½): they share its place.
          before = start;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('a text may be half a character', () => {
    expect(tokensOf('\uD840中\uDC00').map((token) => token.text)).toEqual(['中']);
  });
});
