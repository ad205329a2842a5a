import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiryOf } from '#shared/confidentiality/terms.ts';
import { addDays } from '#shared/dates.ts';
import type { ItemHead } from '#shared/items.ts';
import { calendarDateTyped } from '../../../renderer/components/DateField/calendarDateTyped.ts';
import { subjectOf, withoutSecrets } from '../../../renderer/components/LevelChangeSheet/draft.ts';
import { codeTyped } from '../../../renderer/features/projects/codeTyped.ts';

describe('what is typed', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['2026-11-20', '2026-11-20'],
    ['２０２６年３月１日', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['2026-02-30', undefined],
    ['2026年3月', undefined],
    ['tomorrow', undefined],
  ])('%j as a full date is %j', (typed, date) => {
    expect(calendarDateTyped(typed)).toBe(date);
  });

  it.each([
    ['ｋｙ2026-01', 'KY202601'],
    ['ab c9', 'ABC9'],
    ['肺癌01', '01'],
    ['ABCDEFGHIJKLMNOP', 'ABCDEFGHIJKL'],
  ])('%j as a project number is %j', (typed, code) => {
    expect(codeTyped(typed)).toBe(code);
  });
});

describe('the subject of a decision', () => {
  it('runs from a date that gives the expiry the screen was told', () => {
    const terms = fc.constantFrom('P1Y', 'P3Y', 'P10Y', 'P6M', 'P30D', 'P90D');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), terms, (days, term) => {
        const levelExpiry = expiryOf(addDays('2000-01-01', days), term);
        const item = { level: 'INTERNAL', term, levelExpiry } as ItemHead;
        const { docDate } = subjectOf(item, '2026-11-20');
        expect(expiryOf(docDate, term)).toBe(levelExpiry);
      }),
    );
  });

  it('stands on today where the term has no end', () => {
    const item = { level: 'INTERNAL', term: 'PERMANENT', levelExpiry: null } as ItemHead;
    expect(subjectOf(item, '2026-11-20').docDate).toBe('2026-11-20');
  });

  it('is kept as a draft without the passphrase', () => {
    const kept = withoutSecrets({
      level: 'INTERNAL',
      term: 'P3Y',
      basis: '',
      reason: 'OTHER',
      remark: 'x',
      approverId: 'a',
      passphrase: 'secret words',
    });
    expect(JSON.stringify(kept)).not.toContain('secret words');
  });
});
