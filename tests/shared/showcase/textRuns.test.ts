import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIdNumber, personalDataIn } from '#shared/showcase/personalData.ts';
import {
  bareText,
  eachRun,
  indexRuns,
  RUN_LENGTH,
  stretchesOf,
  withoutNames,
} from '#shared/showcase/textRuns.ts';

const letters = fc.string({ unit: fc.constantFrom(...'甲乙丙ab1'), maxLength: 60 });

function runsOf(pack: string[], text: string): string[] {
  const found: string[] = [];
  eachRun(indexRuns(pack), text, (run) => found.push(run));
  return found;
}

describe('runs of twelve characters', () => {
  test('are all found that both texts have, and no other', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 4 }), letters, (pack, text) => {
        const expected: string[] = [];
        for (let at = 0; at + RUN_LENGTH <= text.length; at += 1) {
          const run = text.slice(at, at + RUN_LENGTH);
          if (pack.some((piece) => piece.includes(run))) expected.push(run);
        }
        expect(runsOf(pack, text)).toEqual(expected);
      }),
    );
  });

  test('a planted stretch comes out whole', () => {
    fc.assert(
      fc.property(
        letters,
        letters,
        fc.string({ unit: fc.constantFrom(...'云水山石'), minLength: 12, maxLength: 40 }),
        (before, after, planted) => {
          const text = `${before}${planted}${after}`;
          const runs = new Set(runsOf([`x${planted}y`], text));
          expect(stretchesOf(text, runs)).toEqual([planted]);
        },
      ),
    );
  });

  test('reach over spaces, line ends, punctuation, width and case', () => {
    expect(bareText('细胞活率，\n在 ＡＢＣ“灌流”Speed 时')).toBe('细胞活率在abc灌流speed时');
    expect(bareText(' 　，。—— ')).toBe('');
  });

  test('do not reach over a name that everybody knows', () => {
    expect(withoutNames('由东海研究院完成', ['东海研究院', '东海'])).toEqual(['由', '完成']);
    expect(withoutNames('甲乙', ['甲'])).toEqual(['甲乙']);
  });
});

describe('personal data', () => {
  test.each(['11010519491231002X', '440524188001010014'])('%s is an id number', (number) =>
    expect(isIdNumber(number)).toBe(true),
  );
  test.each(['110105194912310021', '440524188013010014', '110105491231002'])('%s is none', (number) =>
    expect(isIdNumber(number)).toBe(false),
  );
  test.each<[string, string[]]>([
    ['电话 13800138000。', ['MOBILE']],
    ['+86 138-0013-8000', ['MOBILE']],
    ['转化办公室 010-12345678', []],
    ['ZL202313800138000.5', []],
    ['office@example.cn', ['EMAIL']],
    ['证号１１０１０５１９４９１２３１００２Ｘ', ['IDENTITY']],
  ])('%s', (text, kinds) => expect(personalDataIn(text).map(({ kind }) => kind)).toEqual(kinds));
});
