import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  copiedStretches,
  PASSAGES,
  type Passages,
  passagesOfOutcome,
  passagesOfPanel,
} from '#shared/showcase/redaction.ts';
import { redactionDiff } from '#shared/showcase/redactionDiff.ts';
import { RUN_LENGTH } from '#shared/showcase/textRuns.ts';
import { OUTCOME } from '../../support/outcomes.ts';
import { panelFields } from '../../support/panels.ts';

const passages: fc.Arbitrary<Passages> = fc.record(
  Object.fromEntries(
    PASSAGES.map((passage) => [
      passage,
      fc.string({ unit: fc.constantFrom('细', '胞', '灌', '流', '3', '.', ' ', '\n', 'a'), minLength: 1 }),
    ]),
  ),
  { requiredKeys: [] },
);

describe('the difference of two texts', () => {
  test('names what was left out and what came instead, by words', () => {
    const [name] = redactionDiff({ SUMMARY: '灌流速度每分钟三毫升' }, { SUMMARY: '灌流速度可调' });
    expect(name?.parts).toEqual([
      { kind: 'SAME', text: '灌流速度' },
      { kind: 'REMOVED', text: '每分钟三毫升' },
      { kind: 'ADDED', text: '可调' },
    ]);
  });

  test('gives back both texts whole, whatever they are', () => {
    fc.assert(
      fc.property(passages, passages, (source, shown) => {
        const diff = redactionDiff(source, shown);
        const side = (left: 'REMOVED' | 'ADDED') =>
          Object.fromEntries(
            diff.flatMap(({ passage, parts }) => {
              const text = parts.flatMap((part) => (part.kind === left ? [] : part.text)).join('');
              return text === '' ? [] : [[passage, text]];
            }),
          );
        expect(side('ADDED')).toEqual(source);
        expect(side('REMOVED')).toEqual(shown);
      }),
    );
  });
});

describe('what is taken over word for word', () => {
  const copied = '灌流速度每分钟三毫升时最高';
  test('is found from twelve characters on, whatever stands between them', () => {
    expect(copied.length).toBeGreaterThanOrEqual(RUN_LENGTH);
    const source: Passages = { SUMMARY: `细胞活率在${copied}。` };
    expect(copiedStretches(source, { NAME: '样机', SUMMARY: '灌流速度，每分钟 三毫升时最高；' })).toEqual([
      copied,
    ]);
    expect(copiedStretches(source, { SUMMARY: copied.slice(0, RUN_LENGTH - 1) })).toEqual([]);
    expect(copiedStretches(source, { ENGLISH: copied })).toEqual([copied]);
  });
});

test('a panel is held beside everything the outcome says in words', () => {
  const source = passagesOfOutcome(
    OUTCOME,
    [
      {
        id: '01935d3e-7f00-7000-8000-000000000001',
        kind: 'INVENTION',
        name: '标志物组合',
        number: 'ZL202310000001.X',
        state: 'GRANTED',
        filedOn: null,
        publishedOn: null,
        grantedOn: null,
        feeDueOn: null,
        holders: '东海肿瘤医院',
        inventors: '',
        background: false,
        note: '未公开实施例',
      },
    ],
    [],
  );
  expect(source).toEqual({
    NAME: OUTCOME.name,
    SUMMARY: OUTCOME.summary,
    RIGHTS: '标志物组合 ZL202310000001.X 东海肿瘤医院 未公开实施例',
    KEYWORDS: '早诊早筛 胃癌 甲基化 早筛',
  });
  const fields = panelFields();
  expect(passagesOfPanel(fields)).toMatchObject({
    NAME: fields.zh.title,
    RIGHTS: fields.rights.join('\n'),
    ENGLISH: fields.en.title,
  });
});
