import { describe, expect, test } from 'vitest';
import { isStaleCitation } from '#shared/records/citation.ts';
import { evidenceEnds } from '#shared/screening/evidence.ts';

const FILE = { recordId: 'r1', fileId: 'f1', sha256: 'a'.repeat(64) } as never;
const OTHER = { recordId: 'r2', fileId: 'f2', sha256: 'b'.repeat(64) } as never;

describe('evidence runs out', () => {
  test('§1.4 with the certificate it is', () => {
    expect(evidenceEnds(FILE, [{ evidence: FILE, expiresOn: '2027-05-31' }], [])).toBe('2027-05-31');
    expect(evidenceEnds(FILE, [{ evidence: OTHER, expiresOn: '2027-05-31' }], [])).toBeNull();
  });

  test('§1.5 ninety days after the look-up it is', () => {
    expect(evidenceEnds(FILE, [], [{ evidence: FILE, queriedOn: '2026-11-01' }])).toBe('2027-01-30');
  });

  test('with the last of all it stands for; never where one of them has no end', () => {
    expect(
      evidenceEnds(
        FILE,
        [
          { evidence: FILE, expiresOn: '2027-05-31' },
          { evidence: FILE, expiresOn: '2026-12-31' },
        ],
        [{ evidence: FILE, queriedOn: '2026-11-01' }],
      ),
    ).toBe('2027-05-31');
    expect(
      evidenceEnds(
        FILE,
        [
          { evidence: FILE, expiresOn: null },
          { evidence: FILE, expiresOn: '2026-12-31' },
        ],
        [],
      ),
    ).toBeNull();
    expect(evidenceEnds(null, [{ evidence: FILE, expiresOn: '2026-12-31' }], [])).toBeNull();
  });

  test('a file that changed is stale; one that cannot be seen is not held against the score', () => {
    expect(isStaleCitation('CHANGED')).toBe(true);
    expect(isStaleCitation('CURRENT' as never)).toBe(false);
  });
});
