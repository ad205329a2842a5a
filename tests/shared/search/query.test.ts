import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pinyinTokens } from '#shared/search/pinyinTokens.ts';
import { parseQuery } from '#shared/search/query.ts';
import { syllableReadings } from '#shared/search/syllables.ts';
import { openSearchTable, type SearchTable } from './searchTable.ts';

const TITLES = [
  '基于深度学习的肿瘤影像分析', // 0
  '关于 PD-1 抑制剂联合化疗的临床研究方案', // 1
  '重庆大学附属肿瘤医院合作协议', // 2
  '癌', // 3
  'Gene expression in breast cancer', // 4
  '基因表达谱研究', // 5
  '2026年第12次理事会会议纪要', // 6
  '西安交通大学来访照片', // 7
  '上海市第一人民医院章程《试行》', // 8
  '银行对账单', // 9
  'gene的表达', // 10
];

describe('finding', () => {
  let table: SearchTable;
  beforeAll(() => {
    table = openSearchTable();
    table.fill(TITLES.map((title) => ({ title })));
    table.fill([
      { title: '照片一', body: '档号 Z109-WS·2011·Y·办公室-0001' }, // 11
      { title: '照片二', body: '档号 Z109-WS·2011-Y-BGS-0001' }, // 12
      { title: '单雄信', isName: true }, // 13
      { title: '曾国藩', isName: true }, // 14
    ]);
  });
  afterAll(() => table.close());

  test.each<[string, number[]]>([
    ['癌', [3]],
    ['肿瘤', [0, 2]],
    ['瘤影', [0]],
    ['研究', [1, 5]],
    ['肿瘤 协议', [2]],
    ['协议　肿瘤', [2]],
    ['ＰＤ-１', [1]],
    ['pd-1抑制', [1]],
    ['PD 1', [1]],
    ['expr', [4]],
    ['gene exp', [4]],
    ['"gene expression"', [4]],
    ['"expression gene"', []],
    ['gene', [4, 10]],
    ['gene的', [10]],
    ['12', [6]],
    ['第12次', [6]],
    ['2026', [6]],
    ['章程《试', [8]],
    ['办公室-0001', [11]],
    ['Z109-WS·2011·Y·办公室-0001', [11]],
    ['z109-ws·2011-y-bgs-0001', [12]],
    ['Z109', [11, 12]],
    ['BGS', [12]],
    ['xpression', []],
  ])('%j finds %j', (text, expected) => {
    expect(table.find(text)).toEqual(expected);
  });

  test.each<[string, number[]]>([
    ['zhongliu', [0, 2]],
    ['zhongl', [0, 2]],
    ['zl', [0, 2]],
    ['chongqing', [2]],
    ['zhongqing', []],
    ['cqdx', [2]],
    ['yinhang', [9]],
    ['yhdzd', [9]],
    ['jiyinbiaoda', [5]],
    ['jybd', [5]],
    ['xian', [0, 7]],
    ["xi'an", [0, 7]],
    ['xajt', [7]],
    ['shan', [8, 13]],
    ['danxiongxin', []],
    ['zengguofan', [14]],
    ['zgf', [14]],
    ['jysdxxdzlyxfx', [0]],
    ['jysdxxdzlyxfz', []],
    ['sdxxdzlyx', [0]],
    ['zl cqdx', [2]],
    ['肿瘤 cqdx', [2]],
  ])('pinyin %j finds %j', (text, expected) => {
    expect(table.find(text)).toEqual(expected);
  });

  test.each(['', ' ', '，。！', '"', '""', '“”', '- · -', '\u200B', '()*^:', '\u0000', '🙂'])(
    '%j is nothing to look for',
    (text) => {
      expect(parseQuery(text)).toBeNull();
    },
  );

  test.each([
    'NEAR(a b)',
    'title : x',
    'a OR b',
    'a" OR "b',
    '"unterminated',
    "'; drop table search; --",
    '{title} : ^x*',
    'a + b',
    '肿瘤"*',
    '\u0000肿瘤',
    'AND',
    'NOT',
    '\uD800x',
  ])('%j is looked for as words, not as syntax', (text) => {
    const query = parseQuery(text);
    if (query === null) throw new Error('words expected');
    expect(() => table.match(query.match)).not.toThrow();
  });

  test('any text at all makes an expression that SQLite accepts', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'ab"*(){}:^+-肿 1') })),
        (text) => {
          const query = parseQuery(text);
          if (query !== null) table.match(query.match);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('parseQuery', () => {
  test('words are kept once and are not without end', () => {
    expect(parseQuery('肿瘤 肿瘤')?.words).toHaveLength(1);
    expect(parseQuery(Array.from({ length: 60 }, (_, index) => `w${index}`).join(' '))?.words).toHaveLength(
      24,
    );
  });

  test('only words of Latin letters are taken for pinyin', () => {
    expect(parseQuery('zl 肿瘤 pd1 z')?.words.map((word) => word.letters)).toEqual(['zl', null, null, null]);
  });
});

describe('literal search', () => {
  /** Few characters, so that hits, overlaps and near misses are common. */
  const han = fc.string({ unit: fc.constantFrom(...'肿瘤研究基因𠀀〇'), minLength: 1, maxLength: 6 });
  const mixedWord = fc.string({ unit: fc.constantFrom(...'肿瘤ab1é '), minLength: 1, maxLength: 6 });

  test('Chinese text is found exactly where it stands in a title', () => {
    fc.assert(
      fc.property(
        fc.array(han, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: fc.constantFrom(...'肿瘤研究基因𠀀〇'), minLength: 1, maxLength: 3 }),
        (titles, wanted) => {
          expect(foundIn(titles, wanted)).toEqual(indexesWhere(titles, (title) => title.includes(wanted)));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('mixed text is found where its words stand in a row, the last Latin one as a beginning', () => {
    fc.assert(
      fc.property(fc.array(mixedWord, { minLength: 1, maxLength: 12 }), mixedWord, (titles, wanted) => {
        const words = wanted.split(/\s+/u).filter((word) => word !== '');
        // Pure letters are also pinyin, and asked for elsewhere.
        fc.pre(words.length > 0 && words.every((word) => !/^[a-zé]{2,}$/u.test(word)));
        expect(foundIn(titles, wanted)).toEqual(
          indexesWhere(titles, (title) => words.every((word) => standsIn(plain(title), plain(word)))),
        );
      }),
      { numRuns: 300 },
    );
  });

  function foundIn(titles: string[], wanted: string): number[] {
    const table = openSearchTable();
    try {
      table.fill(titles.map((title) => ({ title })));
      return table.find(wanted);
    } finally {
      table.close();
    }
  }

  function indexesWhere(titles: string[], fits: (title: string) => boolean): number[] {
    return titles.flatMap((title, index) => (fits(title) ? [index] : []));
  }

  /** Spaces count only between Latin words. */
  function plain(text: string): string {
    return text
      .replaceAll('é', 'e')
      .replace(/(?<=[肿瘤]) +| +(?=[肿瘤])/gu, '')
      .trim();
  }

  /** Written without the tokenizer: a Latin word must begin where the searched one begins, and end unless it is last. */
  function standsIn(title: string, word: string): boolean {
    const begins = /^[a-z0-9]/.test(word) ? '(?<![a-z0-9])' : '';
    return new RegExp(`${begins}${word}`, 'u').test(title);
  }
});

describe('pinyin', () => {
  test('syllables, then initials from each character on', () => {
    expect(pinyinTokens('肿瘤')).toBe('zhong liu 0 zl l');
    expect(pinyinTokens('重庆 PD-1，女')).toBe('chong qing nv 0 cq qn n');
    expect(pinyinTokens('单位', true)).toBe('shan wei 0 sw w');
    expect(pinyinTokens('PD-1')).toBe('');
  });

  test.each([
    ['jiyinb', [['ji', 'yin', 'b']]],
    [
      'fangan',
      [
        ['fang', 'an'],
        ['fang', 'a', 'n'],
        ['fan', 'gan'],
        ['fan', 'ga', 'n'],
      ],
    ],
    ['nvx', [['nv', 'x']]],
    [
      'gene',
      [
        ['gen', 'e'],
        ['ge', 'ne'],
      ],
    ],
    ['expr', []],
    ['x', [['x']]],
    ['', []],
  ])('%j may be read as %j', (letters, expected) => {
    expect(syllableReadings(letters)).toEqual(expected);
  });

  test('letters made to have endless readings are cut short at once', () => {
    const begun = performance.now();
    expect(syllableReadings('an'.repeat(100)).length).toBeLessThanOrEqual(64);
    expect(syllableReadings(`${'xian'.repeat(50)}!`)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
