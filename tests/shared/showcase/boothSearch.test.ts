import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoothPack, BoothPanel } from '#shared/showcase/boothPack.ts';
import { chosenPanels, NO_CHOICE } from '#shared/showcase/boothSearch.ts';
import { soundsLike } from '#shared/showcase/soundMatch.ts';
import { soundsOf } from '#shared/showcase/sounds.ts';

const both = (zh: string, en = '') => ({ zh, en });

function panel(no: number, title: string, unitName: string, en = ''): BoothPanel {
  const empty = both('');
  return {
    no,
    kind: 'OUTCOME',
    field: 'EARLY_DETECTION',
    status: 'TRANSFORMING',
    title: both(title, en),
    unitName: both(unitName),
    highlight: empty,
    summary: empty,
    scenario: empty,
    market: empty,
    contact: empty,
    indicators: [],
    maturity: null,
    trl: null,
    stage: null,
    rights: [],
    ways: [],
    needs: [],
    reviewNo: '',
    edition: 1,
    sounds: { title: soundsOf(title), unitName: soundsOf(unitName) },
    code: { size: 1, path: '', text: '' },
    media: [],
  };
}

const PANELS = [
  panel(1, '甲基化检测试剂盒', '东海肿瘤医院', 'Methylation assay'),
  panel(2, 'CAR-T 细胞制备装置', '重庆生物园'),
  panel(3, '术中荧光导航样机', '东海医疗'),
];
const PACK = { panels: PANELS, columns: [] } as unknown as BoothPack;
const found = (text: string) => chosenPanels(PACK, { ...NO_CHOICE, text }).map(({ no }) => no);

describe('a visitor finds by typing', () => {
  test.each([
    ['甲基化', [1]],
    ['jjh', [1]],
    ['JJHJC', [1]],
    ['jiajihua', [1]],
    ['jiajh', [1]],
    ['jiajihuaj', [1]],
    ['shijihe', [1]],
    ['sjh', [1]],
    ['shjh', [1]],
    ['xbzb', [2]],
    ['xibao', [2]],
    ['chongqing', [2]],
    ['cqswy', [2]],
    ['donghai', [1, 3]],
    ['dh yg', [3]],
    ['donghai 荧光', [3]],
    ['assay', [1]],
    ['iajihua', []],
    ['jhj', [1]],
    ['jzz', []],
    ['zq', []],
    ['j', []],
    ['j1', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  test('any stretch of a title, each character whole or by its initial, the last unfinished', () => {
    const title = fc.string({
      unit: fc.constantFrom(...'肿瘤检测试剂细胞制备术中荧光导航样机安啊'),
      minLength: 2,
      maxLength: 24,
    });
    fc.assert(
      fc.property(
        title,
        fc.array(fc.nat(5), { minLength: 24, maxLength: 24 }),
        fc.nat(23),
        fc.nat(23),
        (text, cuts, a, b) => {
          const syllables = soundsOf(text).split(' ');
          const [from, to] = [Math.min(a, b), Math.max(a, b)].map((at) => at % syllables.length) as [
            number,
            number,
          ];
          const stretch = syllables.slice(Math.min(from, to), Math.max(from, to) + 1);
          const typed = stretch.map((syllable, at) => {
            const isLast = at === stretch.length - 1;
            const cut = cuts[at] ?? 0;
            if (isLast) return syllable.slice(0, 1 + (cut % syllable.length));
            return cut % 2 === 0 ? syllable : syllable.slice(0, 1);
          });
          expect(soundsLike(syllables.join(' '), typed.join(''))).toBe(true);
        },
      ),
    );
  });

  test('sixty letters against sixty syllables of one letter, at once', () => {
    const began = performance.now();
    expect(soundsLike(Array(60).fill('a').join(' '), `${'a'.repeat(59)}b`)).toBe(false);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
