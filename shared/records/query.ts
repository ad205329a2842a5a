import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { idSchema } from '../ids.ts';
import { categorySchema } from './category.ts';
import { retentionSchema } from './retention.ts';

export const recordStageSchema = z.enum(['DRAFT', 'ARCHIVED']);
export type RecordStage = z.infer<typeof recordStageSchema>;

/** One filter of the archive page. Within a list the values are alternatives; the lists narrow each other. */
export const recordQuerySchema = z.object({
  text: z.string().max(200).optional(),
  years: z.array(z.number().int()).max(50).optional(),
  categories: z.array(categorySchema).max(20).optional(),
  levels: z.array(levelSchema).max(4).optional(),
  stages: z.array(recordStageSchema).max(2).optional(),
  retentions: z.array(retentionSchema).max(5).optional(),
  projects: z.array(idSchema).max(50).optional(),
  people: z.array(idSchema).max(50).optional(),
  /** Only what was removed (a tombstone); absent: only what is there. */
  removed: z.boolean().optional(),
});
export type RecordQuery = z.infer<typeof recordQuerySchema>;

export const RECORD_ORDERS = ['updated', 'created', 'date', 'title', 'refCode'] as const;
export const recordOrderSchema = z.enum(RECORD_ORDERS);
export type RecordOrder = z.infer<typeof recordOrderSchema>;
