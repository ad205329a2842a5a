import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiryOf } from '#shared/confidentiality/terms.ts';
import { addDays } from '#shared/dates.ts';
import type { ItemHead } from '#shared/items.ts';
import { LANGUAGES, loadCatalogue } from '#shared/translations/catalogue.ts';
import { calendarDateTyped } from '../../../renderer/components/DateField/calendarDateTyped.ts';
import { subjectOf, withoutSecrets } from '../../../renderer/components/LevelChangeSheet/draft.ts';
import { codeTyped } from '../../../renderer/features/projects/codeTyped.ts';
import { termText, termTyped } from '../../../renderer/levelTerms.ts';

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

describe('a term', () => {
  it.each([
    ['6个月', 'P6M'],
    ['6 months', 'P6M'],
    ['１ year', 'P1Y'],
    ['12 Months', 'P1Y'],
    ['30days', 'P30D'],
    ['长期', 'PERMANENT'],
    ['6 weeks', null],
    ['0 days', null],
    ['', null],
  ])('typed as %j is %j', (typed, term) => {
    expect(termTyped(typed)).toBe(term);
  });

  it('reads back as it was typed, in both languages', async () => {
    for (const language of LANGUAGES) {
      const t = await loadCatalogue(language);
      for (const term of ['P5Y', 'P6M', 'P30D']) expect(termTyped(termText(t, term))).toBe(term);
    }
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
