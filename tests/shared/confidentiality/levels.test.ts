import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateOf } from '#shared/confidentiality/aggregate.ts';
import { flagsSchema, hasFlags, NO_FLAGS } from '#shared/confidentiality/flags.ts';
import {
  highestLevel,
  isPublic,
  LEVELS,
  levelChange,
  levelSchema,
  levelsOf,
  TIERS,
  tierOf,
} from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';

const level = fc.constantFrom(...LEVELS);

describe('levels', () => {
  test('each lies in one tier, and the tiers share out all levels', () => {
    expect(LEVELS.map(tierOf)).toEqual(['register', 'register', 'secret', 'core']);
    expect(TIERS.flatMap(levelsOf)).toEqual([...LEVELS]);
  });

  test.each(['绝密', '机密', '秘密', 'SECRET', 'TOP_SECRET', 'public', ''])('%j is no level', (word) => {
    expect(levelSchema.safeParse(word).success).toBe(false);
  });

  test('only 公开 is public', () => {
    expect(LEVELS.filter(isPublic)).toEqual(['PUBLIC']);
  });

  test('a change goes up or down as the list does', () => {
    expect(levelChange('PUBLIC', 'INTERNAL')).toBe('UP');
    expect(levelChange('CORE_TRADE_SECRET', 'TRADE_SECRET')).toBe('DOWN');
    expect(levelChange('INTERNAL', 'INTERNAL')).toBe('SAME');
  });

  test('the highest of parts is one of them and above none of them; of nothing it is 公开', () => {
    expect(highestLevel([])).toBe('PUBLIC');
    fc.assert(
      fc.property(fc.array(level, { minLength: 1 }), (levels) => {
        const highest = highestLevel(levels);
        expect(levels).toContain(highest);
        for (const part of levels) expect(levelChange(highest, part)).not.toBe('UP');
      }),
    );
  });
});

describe('aggregateOf', () => {
  test('names the part that causes the level and the one that causes the term', () => {
    const parts: { id: string; level: (typeof LEVELS)[number]; term: Term }[] = [
      { id: 'a', level: 'PUBLIC', term: null },
      { id: 'b', level: 'TRADE_SECRET', term: 'P5Y' },
      { id: 'c', level: 'INTERNAL', term: 'PERMANENT' },
    ];
    expect(aggregateOf(parts)).toEqual({
      level: 'TRADE_SECRET',
      levelFrom: 'b',
      term: 'PERMANENT',
      termFrom: 'c',
    });
    expect(aggregateOf(parts.slice(0, 1))).toEqual({
      level: 'PUBLIC',
      levelFrom: 'a',
      term: null,
      termFrom: null,
    });
    expect(aggregateOf([])).toEqual({ level: 'PUBLIC', levelFrom: null, term: null, termFrom: null });
  });
});

describe('flags', () => {
  test('none is none, any is some', () => {
    expect(hasFlags(NO_FLAGS)).toBe(false);
    expect(hasFlags({ ...NO_FLAGS, unfiledInvention: true })).toBe(true);
    expect(hasFlags({ ...NO_FLAGS, thirdPartyConfidential: { owner: '某医院', ndaId: null } })).toBe(true);
  });

  test('sensitive personal information is personal information', () => {
    const result = flagsSchema.safeParse({ ...NO_FLAGS, containsSensitivePersonalInfo: true });
    expect(result.error?.issues.map((issue) => issue.message)).toEqual(['SENSITIVE_INFO_IS_PERSONAL_INFO']);
  });
});
