import type { Problem } from '../errors.ts';

/**
 * 统一社会信用代码 after GB 32100-2015: 登记管理部门代码 (1), 机构类别代码 (1), 行政区划码 (6 digits), 主体标识码 (9),
 * 校验码 (1). The letters I, O, Z, S and V do not occur.
 */
const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

const PARTS = [
  { from: 1, to: 1, allowed: /^[0-9A-HJ-NP-RTUWXY]$/, rule: 'USCC_AUTHORITY_CHARACTER' },
  { from: 2, to: 2, allowed: /^[0-9A-HJ-NP-RTUWXY]$/, rule: 'USCC_CLASS_CHARACTER' },
  { from: 3, to: 8, allowed: /^[0-9]$/, rule: 'USCC_REGION_CHARACTER' },
  { from: 9, to: 17, allowed: /^[0-9A-HJ-NP-RTUWXY]$/, rule: 'USCC_SUBJECT_CHARACTER' },
  { from: 18, to: 18, allowed: /^[0-9A-HJ-NP-RTUWXY]$/, rule: 'USCC_CHECK_CHARACTER' },
] as const;

/** As it is stored: half-width capitals without blanks and hyphens. What is no code comes out as no code. */
export function normaliseUscc(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}‐-―−-]/gu, '')
    .toUpperCase();
}

/** What is wrong with a normalised code, by its part; null for a valid one. */
export function checkUscc(code: string): Problem | null {
  const characters = Array.from(code);
  for (const { from, to, allowed, rule } of PARTS) {
    for (let position = from; position <= to; position += 1) {
      const character = characters[position - 1];
      if (character !== undefined && !allowed.test(character)) {
        return { rule, params: { position, character } };
      }
    }
  }
  if (characters.length !== LENGTH) return { rule: 'USCC_LENGTH', params: { length: characters.length } };
  const expected = checkCharacter(code);
  const found = characters[LENGTH - 1] ?? '';
  return expected === found ? null : { rule: 'USCC_CHECK_WRONG', params: { expected, found } };
}

/**
 * Whether the 主体标识码 keeps the check of GB 11714 (组织机构代码). Codes given out since 2015 need not, so this is a
 * reason to look again, never one to refuse. Only asked of valid codes.
 */
export function isSubjectCodeDoubtful(code: string): boolean {
  const subject = code.slice(8, 17);
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce(
    (total, weight, index) => total + weight * subjectValue(subject[index] ?? '0'),
    0,
  );
  const rest = 11 - (sum % 11);
  return (rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)) !== subject[8];
}

/** The 单位性质 that the first two characters speak for; null where they say nothing certain. Only ever a suggestion. */
export function suggestedOrgType(code: string): '010' | '020' | '030' | '100' | '400' | null {
  const kinds = { 11: '010', 12: '020', 13: '030', 51: '030', 91: '100', 92: '400' } as const;
  return (kinds as Record<string, '010' | '020' | '030' | '100' | '400'>)[code.slice(0, 2)] ?? null;
}

/** The 18th character that belongs to the first 17: weights 3^(i−1) mod 31; a remainder of 0 gives 0. */
export function checkCharacter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, LENGTH - 1)) {
    sum += CHARSET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARSET[(31 - (sum % 31)) % 31] ?? '';
}

function subjectValue(character: string): number {
  return /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
}
