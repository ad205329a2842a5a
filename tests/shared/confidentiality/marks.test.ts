import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '#shared/confidentiality/levels.ts';
import {
  formatMark,
  MARK_SEPARATORS,
  markOwnerSchema,
  markSeparatorSchema,
  parseMark,
} from '#shared/confidentiality/marks.ts';
import { anyTerm } from './anyTerm.ts';

describe('formatMark', () => {
  test.each([
    ['××联合体', 'CORE_TRADE_SECRET', 'P10Y', '▲', '××联合体核心商密▲10年'],
    ['××联合体', 'TRADE_SECRET', 'P5Y', '▲', '××联合体普通商密▲5年'],
    ['××医院', 'TRADE_SECRET', 'PERMANENT', '▲', '××医院普通商密▲长期'],
    ['××联合体', 'INTERNAL', 'P6M', '·', '××联合体内部·6个月'],
    ['××联合体', 'TRADE_SECRET', 'P30D', '', '××联合体普通商密30日'],
    ['××联合体', 'TRADE_SECRET', 'UNTIL_PUBLISHED', '▲', '××联合体普通商密▲公布前'],
    ['××联合体', 'TRADE_SECRET', null, '▲', '××联合体普通商密'],
    ['××联合体', 'PUBLIC', null, '▲', null],
  ] as const)('%s %s %s %j is %j', (owner, level, term, separator, expected) => {
    expect(formatMark({ owner, level, term, separator })).toBe(expected);
  });

  test('▲ unless chosen otherwise', () => {
    expect(formatMark({ owner: '联合体', level: 'INTERNAL', term: 'P3Y' })).toBe('联合体内部▲3年');
  });
});

describe('parseMark', () => {
  test.each([
    ['株机公司普通商密▲5年', '株机公司', 'TRADE_SECRET', 'P5Y', '▲'],
    ['核心商密▲ 10年', null, 'CORE_TRADE_SECRET', 'P10Y', '▲'],
    ['某院内部', '某院', 'INTERNAL', null, ''],
    ['内部审计联合体普通商密▲5年', '内部审计联合体', 'TRADE_SECRET', 'P5Y', '▲'],
    ['内部审计联合体普通商密5年', '内部审计联合体', 'TRADE_SECRET', 'P5Y', ''],
    [' 某院普通商密·１２个月 ', '某院', 'TRADE_SECRET', 'P1Y', '·'],
  ])('%j is read', (text, owner, level, term, separator) => {
    expect(parseMark(text)).toEqual({ ok: true, mark: { owner, level, term, separator } });
  });

  test.each(['普通商密★1年', '绝密★', '某院核心商密★10年', '★'])(
    '%j claims a state secret (保密法 art. 22)',
    (text) => {
      expect(parseMark(text)).toEqual({ ok: false, code: 'MARK_STATE_SECRET_SIGN' });
    },
  );

  test.each(['', '公开', '普通商密5年左右', '商密▲5年', '普通商密▲0年', '普通商密▲▲5年', '普通商密▲五年'])(
    '%j is no mark',
    (text) => {
      expect(parseMark(text)).toEqual({ ok: false, code: 'MARK_UNREADABLE' });
    },
  );

  test('every mark that is written is read back', () => {
    const owner = fc
      .string({
        unit: fc.constantFrom(...'联合体内部普通商密核心5年长期 （）▲·A'),
        minLength: 1,
        maxLength: 20,
      })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const secretLevel = fc.constantFrom(...LEVELS.filter((level) => level !== 'PUBLIC'));
    fc.assert(
      fc.property(
        owner,
        secretLevel,
        anyTerm,
        fc.constantFrom(...MARK_SEPARATORS),
        (name, level, term, separator) => {
          const text = formatMark({ owner: name, level, term, separator });
          expect(parseMark(text ?? '')).toEqual({ ok: true, mark: { owner: name, level, term, separator } });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('settings of marks', () => {
  test('★ is refused as separator, with its own code', () => {
    expect(markSeparatorSchema.safeParse('★').error?.issues[0]?.message).toBe('MARK_STATE_SECRET_SIGN');
    expect(markSeparatorSchema.safeParse('-').error?.issues[0]?.message).toBe('MARK_SEPARATOR_UNKNOWN');
    expect(MARK_SEPARATORS.map((separator) => markSeparatorSchema.safeParse(separator).success)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each([
    ['', 'REQUIRED'],
    ['  ', 'REQUIRED'],
    ['某院★', 'MARK_STATE_SECRET_SIGN'],
    ['某\n院', 'CONTROL_CHARACTER'],
    ['院'.repeat(61), 'TOO_LONG'],
  ])('owner %j is refused: %s', (owner, code) => {
    expect(markOwnerSchema.safeParse(owner).error?.issues[0]?.message).toBe(code);
  });
});
