import { z } from 'zod';
import { addDays, addMonths, type CalendarDate } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { citationSchema } from '../records/citation.ts';

export const QUALIFICATION_KINDS = [
  'HNTE',
  'CMA',
  'CNAS',
  'GCP_SITE',
  'DRUG_MFG',
  'PHARM_PREP',
  'DEVICE_REG',
  'DEVICE_MFG',
  'HGR_PRESERVE',
  'ETHICS',
  'LAB_ANIMAL',
  'MED_LICENSE',
  'ISO9001',
  'ISO13485',
  'NEW_RD_ORG',
  'TECH_TRANSFER',
  'OTHER',
] as const;
export const qualificationKindSchema = z.enum(QUALIFICATION_KINDS);
export type QualificationKind = z.infer<typeof qualificationKindSchema>;

/**
 * How long each is usually valid and how long before its end the renewal must be begun (domain rules 1.4); null where
 * there is no such term. Lead in months where the law says months, else in days.
 */
export const QUALIFICATION_TERMS: Record<QualificationKind, { years: number | null; lead: Lead | null }> = {
  HNTE: { years: 3, lead: { days: 90 } },
  CMA: { years: 6, lead: { months: 3 } },
  CNAS: { years: 6, lead: { days: 180 } },
  GCP_SITE: { years: null, lead: null },
  DRUG_MFG: { years: 5, lead: { months: 6 } },
  PHARM_PREP: { years: 5, lead: { months: 6 } },
  DEVICE_REG: { years: 5, lead: { months: 6 } },
  DEVICE_MFG: { years: 5, lead: { days: 180 } },
  HGR_PRESERVE: { years: null, lead: null },
  ETHICS: { years: null, lead: null },
  LAB_ANIMAL: { years: 5, lead: { days: 180 } },
  MED_LICENSE: { years: null, lead: null },
  ISO9001: { years: 3, lead: { days: 90 } },
  ISO13485: { years: 3, lead: { days: 90 } },
  NEW_RD_ORG: { years: null, lead: null },
  TECH_TRANSFER: { years: null, lead: null },
  OTHER: { years: null, lead: { days: 90 } },
};
type Lead = { months: number } | { days: number };

export const qualificationSchema = z
  .object({
    id: idSchema,
    kind: qualificationKindSchema,
    /** Free text: public pages disagree with each other on the form of these numbers. */
    number: z.string().trim().max(80, 'TOO_LONG'),
    issuer: z.string().trim().max(120, 'TOO_LONG'),
    scope: z.string().trim().max(500, 'TOO_LONG'),
    issuedOn: z.iso.date('NOT_A_DATE').nullable(),
    expiresOn: z.iso.date('NOT_A_DATE').nullable(),
    revoked: z.boolean(),
    evidence: citationSchema.nullable(),
    verifiedBy: z.string().trim().max(60, 'TOO_LONG'),
    /** The day somebody held the certificate against the file; null: nobody did yet. */
    verifiedOn: z.iso.date('NOT_A_DATE').nullable(),
    note: z.string().trim().max(500, 'TOO_LONG'),
  })
  .refine(({ issuedOn, expiresOn }) => !issuedOn || !expiresOn || issuedOn <= expiresOn, {
    path: ['expiresOn'],
    error: 'END_BEFORE_START',
  });
export type Qualification = z.infer<typeof qualificationSchema>;

export const QUALIFICATION_STATES = ['VALID', 'EXPIRING', 'EXPIRED', 'REVOKED', 'UNVERIFIED'] as const;
export type QualificationState = (typeof QUALIFICATION_STATES)[number];

/** Where a qualification stands on a day. It is valid to the end of its last day. */
export function qualificationState(
  row: Pick<Qualification, 'kind' | 'expiresOn' | 'revoked' | 'verifiedOn'>,
  day: CalendarDate,
): QualificationState {
  if (row.revoked) return 'REVOKED';
  if (row.expiresOn !== null && row.expiresOn < day) return 'EXPIRED';
  if (row.verifiedOn === null || row.verifiedOn > day) return 'UNVERIFIED';
  const look = lookAgainOn(row);
  if (look !== null && look <= day) return 'EXPIRING';
  const from = renewFrom(row);
  return from !== null && from <= day ? 'EXPIRING' : 'VALID';
}

/** Without an end, but to be looked at each year: 备案 of a trial site, and the yearly report of 保藏 (人遗条例 art. 15). */
const LOOKED_AT_YEARLY: ReadonlySet<QualificationKind> = new Set(['GCP_SITE', 'HGR_PRESERVE']);

/** The day a year after it was last verified; null for what needs no yearly look. */
export function lookAgainOn({
  kind,
  verifiedOn,
}: Pick<Qualification, 'kind' | 'verifiedOn'>): CalendarDate | null {
  return verifiedOn === null || !LOOKED_AT_YEARLY.has(kind) ? null : addMonths(verifiedOn, 12);
}

/** The day from which the renewal must be under way; null where nothing runs out. */
export function renewFrom({
  kind,
  expiresOn,
}: Pick<Qualification, 'kind' | 'expiresOn'>): CalendarDate | null {
  const { lead } = QUALIFICATION_TERMS[kind];
  if (expiresOn === null || lead === null) return null;
  return 'months' in lead ? addMonths(expiresOn, -lead.months) : addDays(expiresOn, -lead.days);
}

/** The last day that a kind's usual validity gives; null where it has none. */
export function usualExpiry(kind: QualificationKind, issuedOn: CalendarDate): CalendarDate | null {
  const { years } = QUALIFICATION_TERMS[kind];
  return years === null ? null : addDays(addMonths(issuedOn, years * 12), -1);
}
