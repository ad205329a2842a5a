import { z } from 'zod';
import type { Tier } from '../confidentiality/levels.ts';

/**
 * The mark a series of a closed tier carries in its code, so that series nobody else can see cannot collide with
 * those everybody sees: 普密 and 核密. Elements typed by people may not end in one.
 */
export const TIER_MARKS: Record<Tier, string> = { register: '', secret: 'PM', core: 'HM' };

/** 全宗号 (DA/T 13-2022): one capital letter and three digits. */
export const fondsSchema = z.string().regex(/^[A-Z]\d{3}$/, 'FONDS_INVALID');

/** A second-level category or a project's number as they stand in a code; '' for none. */
export const codeTextSchema = z
  .string()
  .max(40, 'TOO_LONG')
  .transform((text) => text.normalize('NFKC').trim().toUpperCase())
  .pipe(
    z
      .string()
      .regex(/^[A-Z0-9]{0,4}$/, 'CODE_INVALID')
      .refine((text) => !endsInTierMark(text), 'CODE_ENDS_IN_TIER_MARK'),
  );

/** 机构(问题): Han characters, letters and digits; '' for none. Neither - nor ·, which part the elements of a code. */
export const departmentSchema = z
  .string()
  .max(100, 'TOO_LONG')
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(
    z
      .string()
      .regex(/^[\p{Script=Han}A-Za-z0-9]{0,30}$/u, 'DEPARTMENT_INVALID')
      .refine((text) => !endsInTierMark(text), 'DEPARTMENT_ENDS_IN_TIER_MARK'),
  );

/** Compared without case: some file systems that codes end up on know none. */
export function endsInTierMark(text: string): boolean {
  return /(?:PM|HM)$/i.test(text);
}
