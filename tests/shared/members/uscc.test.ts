import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitFieldsSchema } from '#shared/members/unit.ts';
import {
  checkCharacter,
  checkUscc,
  isSubjectCodeDoubtful,
  normaliseUscc,
  suggestedOrgType,
} from '#shared/members/uscc.ts';

const CORPUS = process.env.MENGBU_CORPUS;
const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('统一社会信用代码', () => {
  test.each(['91350100M000100Y43', '9144030071526726XG', '91330100716105852F', '914403001922038216'])(
    '%s is valid, with its 主体标识码',
    (code) => {
      expect(checkUscc(code)).toBeNull();
      expect(isSubjectCodeDoubtful(code)).toBe(false);
    },
  );

  test.each([
    ['91350100M000100Y4Z', { rule: 'USCC_CHECK_CHARACTER', params: { position: 18, character: 'Z' } }],
    ['91350100M000100Y42', { rule: 'USCC_CHECK_WRONG', params: { expected: '3', found: '2' } }],
    ['91350100M000100Y4', { rule: 'USCC_LENGTH', params: { length: 17 } }],
    ['I1350100M000100Y43', { rule: 'USCC_AUTHORITY_CHARACTER', params: { position: 1, character: 'I' } }],
    ['9O350100M000100Y43', { rule: 'USCC_CLASS_CHARACTER', params: { position: 2, character: 'O' } }],
    ['9135A100M000100Y43', { rule: 'USCC_REGION_CHARACTER', params: { position: 5, character: 'A' } }],
    ['91350100MS00100Y43', { rule: 'USCC_SUBJECT_CHARACTER', params: { position: 10, character: 'S' } }],
  ])('%s names its failing part', (code, problem) => {
    expect(checkUscc(code)).toEqual(problem);
  });

  test('is stored half-width, in capitals, without blanks', () => {
    expect(normaliseUscc(' ９１３５０１００ m000-100y43\u200b')).toBe('91350100M000100Y43');
    expect(unitFieldsSchema.shape.uscc.parse('９１３５０１００Ｍ０００１００Ｙ４３')).toBe(
      '91350100M000100Y43',
    );
  });

  test('is refused with any other check character, and with any other character of the 17', () => {
    const body = fc
      .tuple(
        fc.array(fc.constantFrom(...CHARSET), { minLength: 2, maxLength: 2 }),
        fc.array(fc.constantFrom(...'0123456789'), { minLength: 6, maxLength: 6 }),
        fc.array(fc.constantFrom(...CHARSET), { minLength: 9, maxLength: 9 }),
      )
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(body, fc.nat(16), fc.constantFrom(...'0123456789'), (text, at, other) => {
        const code = text + checkCharacter(text);
        expect(checkUscc(code)).toBeNull();
        expect(checkUscc(normaliseUscc(code.toLowerCase()))).toBeNull();
        const changed = code.slice(0, at) + other + code.slice(at + 1);
        // 3 generates the multiplicative group mod 31: no single change keeps the sum.
        expect(checkUscc(changed) === null).toBe(changed === code);
      }),
    );
  });

  test('suggests what kind of unit it is', () => {
    expect(suggestedOrgType('91350100M000100Y43')).toBe('100');
    expect(suggestedOrgType('12100000400000000X')).toBe('020');
    expect(suggestedOrgType('Y1')).toBeNull();
  });
});

describe.skipIf(CORPUS === undefined)('credit codes of the corpus (skipped without MENGBU_CORPUS)', () => {
  test('valid ones are taken, invalid ones refused, those as written normalised or refused', () => {
    const [, ...lines] = readFileSync(join(CORPUS ?? '', 'identifiers/credit-codes.tsv'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const [value = '', expected = ''] = line.split('\t');
      const code = normaliseUscc(value);
      const verdict = checkUscc(code);
      if (expected === 'valid') expect(verdict, value).toBeNull();
      // One is wrong only as it was written; it may be taken in its normal form, and is never stored as it is.
      else if (code === value) expect(verdict, value).not.toBeNull();
      else expect(checkUscc(value), value).not.toBeNull();
    }
  });
});
