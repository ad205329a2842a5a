import { z } from 'zod';
import { citationSchema } from '../records/citation.ts';

/** 来访登记 of the display area. */
export const visitFieldsSchema = z.object({
  /** As it calls itself; it need not be a unit of the register. */
  visitor: z.string().trim().min(1, 'REQUIRED').max(120),
  visitedOn: z.iso.date(),
  people: z.number().int().min(1).max(9999),
  purpose: z.string().trim().max(300),
  host: z.string().trim().max(60),
  /** 保密告知: the visitors were told, and signed. */
  noticeSigned: z.boolean(),
  /** The signed notice. */
  notice: citationSchema.nullable(),
  note: z.string().trim().max(1000),
});
export type VisitFields = z.infer<typeof visitFieldsSchema>;

/** A signed paper without a signature would contradict itself. The rule broken, or null. */
export function visitFault(fields: VisitFields, today: string): { rule: string; field: string } | null {
  if (fields.visitedOn > today) return { rule: 'DAY_NOT_YET', field: 'fields.visitedOn' };
  if (fields.notice !== null && !fields.noticeSigned)
    return { rule: 'NOTICE_NOT_SIGNED', field: 'fields.noticeSigned' };
  return null;
}
