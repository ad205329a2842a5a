import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { citationSchema } from '../records/citation.ts';

export const CONTRIBUTION_KINDS = [
  'FUNDS',
  'EQUIPMENT',
  'SITE',
  'STAFF',
  'SAMPLES',
  'DATA',
  'IP',
  'OTHER',
] as const;

const amount = z.number('NOT_A_NUMBER').min(0, 'NEGATIVE').max(1e9, 'TOO_LARGE');

/** One line of the ledger: what a member promised and what came. Amounts in 万元, or none where it is not counted in money. */
export const contributionSchema = z
  .object({
    id: idSchema,
    kind: z.enum(CONTRIBUTION_KINDS),
    what: z.string().trim().min(1, 'REQUIRED').max(200, 'TOO_LONG'),
    promised: amount.nullable(),
    dueOn: z.iso.date('NOT_A_DATE').nullable(),
    delivered: amount.nullable(),
    /** The day it came, whole or in part; null: nothing came yet. */
    deliveredOn: z.iso.date('NOT_A_DATE').nullable(),
    evidence: citationSchema.nullable(),
    note: z.string().trim().max(500, 'TOO_LONG'),
  })
  .refine(({ delivered, deliveredOn }) => delivered === null || deliveredOn !== null, {
    path: ['deliveredOn'],
    error: 'DELIVERED_WHEN',
  });
export type Contribution = z.infer<typeof contributionSchema>;

/**
 * 资源投入到位: promised and delivered money in 万元, summed in cents so that no fraction is lost. The rate is null where
 * nothing was promised.
 */
export function contributionTotals(rows: readonly Pick<Contribution, 'promised' | 'delivered'>[]): {
  promised: number;
  delivered: number;
  rate: number | null;
} {
  const cents = (pick: 'promised' | 'delivered') =>
    rows.reduce((sum, row) => sum + Math.round((row[pick] ?? 0) * 1_000_000), 0);
  const promised = cents('promised');
  const delivered = cents('delivered');
  return {
    promised: promised / 1_000_000,
    delivered: delivered / 1_000_000,
    rate: promised === 0 ? null : delivered / promised,
  };
}

/** Whether something promised for a day that has passed did not come in full. */
export function isOverdue(
  row: Pick<Contribution, 'promised' | 'delivered' | 'dueOn' | 'deliveredOn'>,
  day: string,
): boolean {
  if (row.dueOn === null || row.dueOn >= day) return false;
  return row.promised === null ? row.deliveredOn === null : (row.delivered ?? 0) < row.promised;
}
