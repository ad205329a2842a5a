import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TIERS } from '#shared/confidentiality/levels.ts';
import { CATEGORIES } from '#shared/records/category.ts';
import {
  findGaps,
  formatRefCode,
  numberInSeries,
  type RefCodeParts,
  seriesKey,
  TEMPLATES,
  templateFor,
  templatesOf,
  validateRefCode,
} from '#shared/records/refCode.ts';
import { codeTextSchema, departmentSchema, fondsSchema } from '#shared/records/refCodeElements.ts';
import { RETENTIONS } from '#shared/records/retention.ts';

const parts: RefCodeParts = {
  template: 'DAT13_ITEM',
  fonds: 'Z109',
  category: 'WS',
  subcategory: '',
  project: '',
  year: 2011,
  retention: 'Y',
  dept: '办公室',
  tier: 'register',
};

describe('codes cited by the standards', () => {
  test.each<[string, Partial<RefCodeParts>, number, number | null]>([
    ['Z109-WS·2011·Y·办公室-0001', {}, 1, null],
    ['Z109-WS·2011-Y-BGS-0001', { template: 'DAT22_ITEM', dept: 'BGS' }, 1, null],
    [
      'X032-KJ·KY·01-003',
      { template: 'DAT13_PROJECT', fonds: 'X032', category: 'KJ', subcategory: 'KY', project: '01' },
      3,
      null,
    ],
    [
      'K021-ZP·2019·D30-025-005',
      { template: 'DAT13_PHOTO', fonds: 'K021', category: 'ZP', year: 2019, retention: 'D30' },
      25,
      5,
    ],
    ['J019-LY·2019·Y-001', { template: 'DAT13_AV', fonds: 'J019', category: 'LY', year: 2019 }, 1, null],
    [
      'J019-KU·01·2017-001-001',
      { template: 'DAT13_ACCT', fonds: 'J019', category: 'KU', subcategory: '01', year: 2017 },
      1,
      1,
    ],
  ])('%s', (code, change, number, item) => {
    const all = { ...parts, ...change };
    expect(formatRefCode(all, number, item)).toBe(code);
    expect(validateRefCode(code)).toBeNull();
    expect(validateRefCode(code, all.template)).toBeNull();
    expect(templatesOf(code)).toContain(all.template);
    expect(numberInSeries(code, seriesKey(all))).toBe(number);
  });

  test.each([
    '',
    'Z109-WS·2011·Y·办公室-1',
    'Z109-WS·2011·Y·办公室-000001',
    'z109-WS·2011·Y·办公室-0001',
    'Z9-WS·2011·Y·办公室-0001',
    'Z109-W·2011·Y·办公室-0001',
    'Z109-WS·11·Y·办公室-0001',
    'Z109-WS·2011·D20·办公室-0001',
    'Z109-WS·2011·Y·办-公-室-0001',
    'Z109-WS.2011.Y.办公室-0001',
    'Z109-WS·2011·Y·办公室-0001 ',
    'Z109-WS·2011·Y·办公室—0001',
    'X032-KJ·01-003',
    'K021-ZP·2019-025-005',
  ])('%j is no 档号', (code) => {
    expect(validateRefCode(code)).toBe('REF_CODE_INVALID');
  });

  test('a code of one dialect is none of the other', () => {
    expect(validateRefCode('Z109-WS·2011-Y-BGS-0001', 'DAT13_ITEM')).toBe('REF_CODE_INVALID');
    expect(validateRefCode('Z109-WS·2011·Y·办公室-0001', 'DAT22_ITEM')).toBe('REF_CODE_INVALID');
  });
});

describe('series', () => {
  test.each<[Partial<RefCodeParts>, string]>([
    [{}, 'Z109-WS·2011·Y·办公室'],
    [{ tier: 'secret' }, 'Z109-WS·2011·Y·办公室PM'],
    [{ tier: 'core' }, 'Z109-WS·2011·Y·办公室HM'],
    [{ tier: 'secret', dept: '' }, 'Z109-WS·2011·Y·PM'],
    [{ template: 'DAT22_ITEM', tier: 'core', dept: 'BGS' }, 'Z109-WS·2011-Y-BGSHM'],
    [{ template: 'DAT13_PHOTO', category: 'ZP', tier: 'secret' }, 'Z109-ZP·PM·2011·Y'],
    [{ template: 'DAT13_AV', category: 'LX', tier: 'core' }, 'Z109-LX·HM·2011·Y'],
    [
      { template: 'DAT13_PROJECT', category: 'KJ', subcategory: 'KY', project: '01', tier: 'secret' },
      'Z109-KJ·KY·PM·01',
    ],
    [{ template: 'DAT13_ACCT', category: 'KU', subcategory: '01', tier: 'core' }, 'Z109-KU·01·HM·2011'],
  ])('%j numbers within %s', (change, key) => {
    expect(seriesKey({ ...parts, ...change })).toBe(key);
  });

  const anyParts = fc
    .record({
      category: fc.constantFrom(...CATEGORIES),
      dialect: fc.constantFrom('DAT13' as const, 'DAT22' as const),
      fonds: fc.constantFrom('Z109', 'A001'),
      project: codes(['', '01', '2019', 'PMX']),
      subcategory: codes(['', '01', 'A']),
      year: fc.constantFrom(2011, 2026),
      retention: fc.constantFrom(...RETENTIONS),
      dept: fc
        .constantFrom('', '办公室', 'BGS', 'P', '025')
        .filter((dept) => departmentSchema.safeParse(dept).success),
      tier: fc.constantFrom(...TIERS),
    })
    .map(({ dialect, ...rest }): RefCodeParts => {
      const subcategory = rest.category === 'KJ' ? 'KY' : rest.subcategory;
      return { ...rest, subcategory, template: templateFor(rest.category, dialect, rest.project) };
    });
  const number = fc.integer({ min: 1, max: 99_999 });

  test('every code that is formed is valid and gives its number back', () => {
    fc.assert(
      fc.property(anyParts, number, fc.option(number), (some, count, item) => {
        const takesItem =
          some.template === 'DAT13_PHOTO' ||
          some.template === 'DAT13_PROJECT' ||
          some.template === 'DAT13_ACCT';
        const code = formatRefCode(some, count, takesItem ? item : null);
        expect(validateRefCode(code, some.template), code).toBeNull();
        expect(numberInSeries(code, seriesKey(some))).toBe(count);
      }),
      { numRuns: 1000 },
    );
  });

  test('two tiers never form one code', () => {
    fc.assert(
      fc.property(anyParts, anyParts, number, number, (one, other, first, second) => {
        fc.pre(one.tier !== other.tier);
        expect(formatRefCode(one, first)).not.toBe(formatRefCode(other, second));
      }),
      { numRuns: 2000 },
    );
  });

  test('two series never form one code', () => {
    fc.assert(
      fc.property(anyParts, anyParts, number, number, (one, other, first, second) => {
        fc.pre(seriesKey(one) !== seriesKey(other));
        expect(formatRefCode(one, first)).not.toBe(formatRefCode(other, second));
      }),
      { numRuns: 2000 },
    );
  });

  test('a number grows beyond its digits, but not without end', () => {
    expect(formatRefCode({ ...parts, template: 'DAT13_PHOTO', category: 'ZP' }, 1000)).toBe(
      'Z109-ZP·2011·Y-1000',
    );
    for (const none of [0, -1, 1.5, 100_000, Number.NaN])
      expect(() => formatRefCode(parts, none)).toThrow(RangeError);
  });

  test('a code of another series has no number in this one', () => {
    expect(numberInSeries('Z109-WS·2011·Y·办公室-0007', 'Z109-WS·2011·Y·办公室')).toBe(7);
    expect(numberInSeries('Z109-WS·2011·Y·办公室PM-0007', 'Z109-WS·2011·Y·办公室')).toBeNull();
    expect(numberInSeries('Z109-WS·2011·Y-0007', 'Z109-WS·2011·Y·办公室')).toBeNull();
  });

  function codes(values: string[]): fc.Arbitrary<string> {
    return fc.constantFrom(...values);
  }
});

describe('templateFor', () => {
  test.each([
    ['WS', 'DAT13', '', 'DAT13_ITEM'],
    ['WS', 'DAT22', '', 'DAT22_ITEM'],
    ['KJ', 'DAT13', '01', 'DAT13_PROJECT'],
    ['KJ', 'DAT22', '', 'DAT22_ITEM'],
    ['WS', 'DAT13', '01', 'DAT13_ITEM'],
    ['ZP', 'DAT22', '', 'DAT13_PHOTO'],
    ['LY', 'DAT13', '', 'DAT13_AV'],
    ['LX', 'DAT13', '', 'DAT13_AV'],
    ['KU', 'DAT13', '', 'DAT13_ACCT'],
    ['SW', 'DAT13', '', 'DAT13_ITEM'],
  ] as const)('%s in %s, project %j: %s', (category, dialect, project, template) => {
    expect(templateFor(category, dialect, project)).toBe(template);
    expect(TEMPLATES).toContain(template);
  });
});

describe('findGaps', () => {
  test.each([
    [[], []],
    [[1, 2, 3], []],
    [[3, 1], [2]],
    [[5], [1, 2, 3, 4]],
    [[1, 1, 2], []],
  ])('of %j are %j', (numbers, gaps) => {
    expect(findGaps(numbers)).toEqual(gaps);
  });

  test('gaps and numbers together are the whole run', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 })), (numbers) => {
        const whole = [...findGaps(numbers), ...numbers].toSorted((a, b) => a - b);
        expect(whole).toEqual(Array.from({ length: Math.max(0, ...numbers) }, (_, index) => index + 1));
      }),
    );
  });

  test('a long series does not exhaust the stack', () => {
    expect(findGaps(Array.from({ length: 300_000 }, (_, index) => index + 2))).toEqual([1]);
  });
});

describe('elements typed by people', () => {
  test.each([
    ['办公室', '办公室'],
    [' ＢＧＳ ', 'BGS'],
    ['', ''],
  ])('dept %j is %j', (text, expected) => {
    expect(departmentSchema.parse(text)).toBe(expected);
  });

  test.each([
    ['办-公', 'DEPARTMENT_INVALID'],
    ['办·公', 'DEPARTMENT_INVALID'],
    ['办 公', 'DEPARTMENT_INVALID'],
    ['办公室PM', 'DEPARTMENT_ENDS_IN_TIER_MARK'],
    ['hm', 'DEPARTMENT_ENDS_IN_TIER_MARK'],
    ['室'.repeat(31), 'DEPARTMENT_INVALID'],
  ])('dept %j is refused: %s', (text, code) => {
    expect(departmentSchema.safeParse(text).error?.issues[0]?.message).toBe(code);
  });

  test('second levels and fonds', () => {
    expect(codeTextSchema.parse('ky')).toBe('KY');
    expect(codeTextSchema.safeParse('PM').error?.issues[0]?.message).toBe('CODE_ENDS_IN_TIER_MARK');
    expect(codeTextSchema.safeParse('ABCDE').error?.issues[0]?.message).toBe('CODE_INVALID');
    expect(fondsSchema.safeParse('Z109').success).toBe(true);
    expect(fondsSchema.safeParse('z109').error?.issues[0]?.message).toBe('FONDS_INVALID');
  });
});
