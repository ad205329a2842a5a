import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { INDICATORS, pointsOf } from '#shared/outcomes/maturityTable.ts';
import { completeScores, lockProblems, scoreProblems } from '#shared/outcomes/scoreRules.ts';
import { BLANK_SHEET, type SheetFields, sheetText } from '#shared/outcomes/scoreSheet.ts';

const full: SheetFields = {
  scores: INDICATORS.map((indicator) => ({ indicator, halves: pointsOf(indicator), evidence: null })),
  opinion: '同意',
  source: 'APP',
};

describe('a score sheet', () => {
  test('blank lacks ten scores and an opinion', () => {
    expect(lockProblems(BLANK_SHEET).map(({ rule }) => rule)).toEqual([
      ...Array(10).fill('SCORE_MISSING'),
      'OPINION_REQUIRED',
    ]);
    expect(completeScores(BLANK_SHEET.scores)).toBeNull();
  });
  test('full can be locked; without an opinion it cannot', () => {
    expect(lockProblems(full)).toEqual([]);
    expect(lockProblems({ ...full, opinion: '  ' })).toEqual([
      { rule: 'OPINION_REQUIRED', field: 'opinion' },
    ]);
  });
  test('never holds more than an indicator has, nor one twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...INDICATORS), fc.integer({ min: 0, max: 60 }), (indicator, halves) => {
        const problems = scoreProblems([{ indicator, halves, evidence: null }]);
        expect(problems.length > 0).toBe(halves > pointsOf(indicator) * 2);
      }),
    );
    const twice = { indicator: 'ip', halves: 2, evidence: null } as const;
    expect(scoreProblems([twice, twice])).toEqual([{ rule: 'SCORE_TWICE', field: 'scores.ip' }]);
  });
  test('another score, opinion or evidence is another text to hash', () => {
    const ids = { id: newId(), panelId: newId(), expertId: newId(), lockedOn: '2026-05-12' };
    const text = sheetText({ ...full, ...ids });
    const evidence = { recordId: newId(), fileId: newId(), sha256: 'a'.repeat(64) };
    const scored = full.scores.map((score, index) => (index === 3 ? { ...score, evidence } : score));
    expect(sheetText({ ...full, ...ids, scores: scored })).not.toBe(text);
    expect(sheetText({ ...full, ...ids, opinion: '不同意' })).not.toBe(text);
    expect(sheetText({ ...full, ...ids, scores: full.scores.toReversed() })).toBe(text);
  });
});
