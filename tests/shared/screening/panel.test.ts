import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BLANK_SCORES,
  type CountedSheet,
  CRITERIA,
  CRITERION_POINTS,
  PANEL_LEAST,
  PANEL_PASS_MEAN,
  panelProblems,
  panelResult,
  panelScoreSchema,
  sheetFieldsSchema,
  sheetTotal,
  signingProblems,
} from '#shared/screening/panel.ts';

const signed = (total: number, change: Partial<CountedSheet> = {}): CountedSheet => ({
  recused: false,
  isSigned: true,
  isStale: false,
  total,
  ...change,
});
const RECUSED: CountedSheet = { recused: true, isSigned: true, isStale: false, total: null };
const rules = (sheets: readonly CountedSheet[]) => panelProblems(sheets).problems.map(({ rule }) => rule);
const EVIDENCE = { recordId: 'r', fileId: 'f', sha256: 'a'.repeat(64) } as never;

describe('a sheet', () => {
  test('has a hundred points in five criteria', () => {
    expect(CRITERIA.reduce((sum, criterion) => sum + CRITERION_POINTS[criterion], 0)).toBe(100);
    expect(sheetTotal(CRITERIA.map((criterion) => ({ score: CRITERION_POINTS[criterion] })))).toBe(100);
    expect(sheetTotal([{ score: 20 }, { score: null }])).toBeNull();
  });

  test('takes whole points up to those of the criterion', () => {
    const score = { criterion: 'TEAM', basis: '', evidence: null } as const;
    const fault = (value: unknown) =>
      panelScoreSchema.safeParse({ ...score, score: value }).error?.issues[0]?.message ?? null;
    expect([15, 16, -1, 1.5, null].map(fault)).toEqual([
      null,
      'SCORE_OVER_FULL',
      'NEGATIVE',
      'NOT_WHOLE',
      null,
    ]);
  });

  test('has each criterion once; 回避 says why', () => {
    const fields = { recused: false, recusalReason: '', scores: BLANK_SCORES, opinion: '' };
    const fault = (change: object) =>
      sheetFieldsSchema.safeParse({ ...fields, ...change }).error?.issues[0]?.message ?? null;
    expect(fault({})).toBeNull();
    expect(fault({ scores: BLANK_SCORES.map(() => BLANK_SCORES[0]) })).toBe('SCORE_TWICE');
    expect(fault({ recused: true })).toBe('REASON_TEXT_REQUIRED');
    expect(fault({ recused: true, recusalReason: '同单位' })).toBeNull();
  });

  test('is signed with every score given on evidence that stands; the recused sign without scores', () => {
    const scores = BLANK_SCORES.map((score) => ({ ...score, score: 10, evidence: EVIDENCE }));
    expect(signingProblems({ recused: false, scores }, [])).toEqual([]);
    const at = (change: object) =>
      signingProblems(
        {
          recused: false,
          scores: scores.map((score, index) => (index === 1 ? { ...score, ...change } : score)),
        },
        [],
      );
    expect(at({ score: null })).toEqual([{ rule: 'SCORE_MISSING', field: 'fields.scores.1.score' }]);
    expect(at({ evidence: null })).toEqual([
      { rule: 'SCORE_EVIDENCE_REQUIRED', field: 'fields.scores.1.evidence' },
    ]);
    expect(signingProblems({ recused: false, scores }, ['RD_ABILITY'])).toEqual([
      { rule: 'SCORE_STALE', field: 'fields.scores.1.evidence' },
    ]);
    expect(signingProblems({ recused: true, scores: [...BLANK_SCORES] }, [])).toEqual([]);
  });
});

describe('§1.7 a membership panel', () => {
  test('has three experts at least who are not recused', () => {
    expect(PANEL_LEAST).toBe(3);
    expect(panelProblems([signed(80), signed(80)]).problems).toEqual([
      { rule: 'PANEL_TOO_SMALL', params: { count: 2, needed: 3 } },
    ]);
    expect(rules([signed(80), signed(80), RECUSED])).toEqual(['PANEL_TOO_SMALL']);
    expect(rules([signed(80), signed(80), signed(80), RECUSED])).toEqual([]);
  });

  test('§10.7 is told of an even number that counts, not refused; a recusal can make it odd', () => {
    const four = [signed(80), signed(80), signed(80), signed(80)];
    expect(panelProblems(four)).toEqual({ problems: [], isEven: true });
    expect(panelProblems([...four.slice(1), RECUSED])).toEqual({ problems: [], isEven: false });
    expect(panelProblems([]).isEven).toBe(false);
  });

  test('waits for every sheet, and for new scores where evidence is stale', () => {
    expect(rules([signed(80), signed(80), signed(80), signed(80, { isSigned: false })])).toEqual([
      'PANEL_UNSIGNED',
    ]);
    expect(rules([signed(80), signed(80), signed(80, { isStale: true })])).toEqual(['PANEL_STALE']);
    expect(rules([signed(80), signed(80), signed(80), { ...RECUSED, isStale: true }])).toEqual([]);
  });

  test('carries a case on from a mean of sixty', () => {
    expect(PANEL_PASS_MEAN).toBe(60);
    expect(rules([signed(60), signed(60), signed(60)])).toEqual([]);
    expect(panelProblems([signed(60), signed(60), signed(59)]).problems).toEqual([
      { rule: 'PANEL_BELOW', params: { mean: '59.67', needed: 60 } },
    ]);
  });

  test('the mean is of the signed sheets that are not recused, with two decimals, half up', () => {
    expect(panelResult([signed(80), signed(81), signed(81)])).toEqual({ count: 3, mean: 80.67 });
    expect(panelResult([signed(80), RECUSED, signed(0, { isSigned: false })])).toEqual({
      count: 1,
      mean: 80,
    });
    expect(panelResult([RECUSED])).toEqual({ count: 0, mean: null });
    // 1/8 = 0.125.
    expect(panelResult([1, 0, 0, 0, 0, 0, 0, 0].map((total) => signed(total))).mean).toBe(0.13);
  });

  test('the mean agrees with exact fractions whatever the order, and whoever is recused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 15 }),
        fc.nat(5),
        (totals, recused) => {
          const sheets = totals.map((total) => signed(total));
          const { count, mean } = panelResult([
            ...Array.from({ length: recused }, () => RECUSED),
            ...sheets.toReversed(),
          ]);
          const sum = totals.reduce((a, b) => a + b, 0);
          expect(count).toBe(totals.length);
          // In hundredths: ⌊100·sum/n + ½⌋, in whole numbers.
          expect(mean).toBe(Math.floor((200 * sum + count) / (2 * count)) / 100);
        },
      ),
    );
  });
});
