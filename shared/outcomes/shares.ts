import { z } from 'zod';
import { idSchema } from '../ids.ts';

/** The whole in basis points: 100 %. Shares are whole basis points, so that they add up without rounding. */
export const WHOLE = 10_000;

export const contributorSchema = z.object({
  id: idSchema,
  kind: z.enum(['person', 'unit']),
  partyId: idSchema,
  /** Basis points, 1–10000. */
  share: z.number().int().min(1, 'SHARE_NOT_POSITIVE').max(WHOLE),
  duty: z.string().trim().max(200),
});
export type Contributor = z.infer<typeof contributorSchema>;

export const contributorsSchema = z.array(contributorSchema).max(100);

export type SharesProblem =
  | { rule: 'SHARES_NOT_WHOLE'; params: { sum: string } }
  | { rule: 'SHARES_PARTY_TWICE'; row: number };

/** What is wrong with a list of contributors: nobody twice, and all shares together 100 %. An empty list is none yet. */
export function sharesProblem(list: readonly Pick<Contributor, 'partyId' | 'share'>[]): SharesProblem | null {
  if (list.length === 0) return null;
  const twice = list.findIndex(
    ({ partyId }, index) => list.findIndex((each) => each.partyId === partyId) < index,
  );
  if (twice >= 0) return { rule: 'SHARES_PARTY_TWICE', row: twice + 1 };
  const sum = list.reduce((total, { share }) => total + share, 0);
  return sum === WHOLE ? null : { rule: 'SHARES_NOT_WHOLE', params: { sum: shareText(sum) } };
}

/** The whole in parts as equal as basis points allow; the first ones get what is over. */
export function equalShares(count: number): number[] {
  const each = Math.floor(WHOLE / count);
  const over = WHOLE - each * count;
  return Array.from({ length: count }, (_, index) => each + (index < over ? 1 : 0));
}

/** '33.34', '50', '7.5' of basis points: without a sign and without needless zeros. */
export function shareText(basisPoints: number): string {
  const whole = Math.floor(basisPoints / 100);
  const rest = String(basisPoints % 100).padStart(2, '0');
  return rest === '00' ? String(whole) : `${whole}.${rest.replace(/0$/, '')}`;
}

/** A percentage as people type it (33.34, ３０％, 50 %) in basis points; null for what is none or finer than they are. */
export function shareTyped(typed: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(typed.normalize('NFKC').trim());
  if (match === null) return null;
  const value = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return value <= WHOLE ? value : null;
}
