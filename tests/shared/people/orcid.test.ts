import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskEmail, maskPhone } from '#shared/people/masking.ts';
import { readOrcid } from '#shared/people/orcid.ts';
import { orcidSchema } from '#shared/people/person.ts';

describe('ORCID', () => {
  test.each([
    ['0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['0000-0002-1694-233X', '0000-0002-1694-233X'],
    ['https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['0000000218250097', '0000-0002-1825-0097'],
    [' 0000–0002–1825–0097 ', '0000-0002-1825-0097'],
    ['0000-0003-1000-004x', '0000-0003-1000-004X'],
    ['0000-0002-1825-0098', null],
    ['0000-0002-1825-00X7', null],
    ['0000-0002-1852-0097', null],
    ['', null],
  ])('%s', (written, stored) => {
    expect(readOrcid(written)).toBe(stored);
  });

  test('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'0000000218250097'];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(readOrcid(digits.join(''))).toBeNull();
      }),
    );
  });

  test('the field may be empty', () => {
    expect(orcidSchema.parse(' ')).toBe('');
    expect(orcidSchema.safeParse('x').error?.issues[0]?.message).toBe('ORCID_INVALID');
  });
});

const list = join(process.env.MENGBU_CORPUS ?? '', 'identifiers', 'orcid.tsv');
const hasCorpus = process.env.MENGBU_CORPUS !== undefined && existsSync(list);

test.skipIf(!hasCorpus)(
  'the identifiers of the corpus (skipped: MENGBU_CORPUS names no folder with identifiers)',
  () => {
    const rows = readFileSync(list, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .filter(([value = '', expected = '']) => value !== '' && expected !== '');
    expect(rows.length).toBeGreaterThan(10);
    for (const [value = '', expected = ''] of rows) {
      const stored = readOrcid(value);
      // What is invalid only as it is written may be brought into the one form.
      if (expected.startsWith('valid') || expected.includes('normalise'))
        expect(stored, value).toMatch(/^[\dX-]{19}$/);
      else expect(stored, value).toBeNull();
    }
  },
);

describe('masking', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['021-64175590', '021*****5590'],
    ['12345', '***45'],
    ['', ''],
  ])('phone %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  test.each([
    ['wang@example.org', 'w***@example.org'],
    ['', ''],
    ['@x', '***'],
  ])('mail %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });

  test('a mask never shows more than seven signs of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (phone) => {
        expect(maskPhone(phone).replaceAll('*', '').length).toBeLessThanOrEqual(7);
        expect(maskPhone(phone)).not.toBe(phone);
      }),
    );
  });
});
