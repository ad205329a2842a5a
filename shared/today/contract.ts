import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { procedure } from '../errors.ts';
import { itemHeadSchema } from '../items.ts';
import { MEMBER_STATES } from '../members/membership.ts';
import { unitRoleSchema } from '../members/unit.ts';
import { outcomeStatusSchema } from '../outcomes/outcome.ts';
import { recordRowSchema } from '../records/contract.ts';
import { caseStageSchema } from '../screening/stages.ts';
import { urgencySchema } from './urgency.ts';

/**
 * What a task asks for. REVIEW: members without the review of a year; PANEL: of experts; EXHIBIT: a panel
 * of the showcase, `detail` is the state of its review; MEASURE: its deadline comes; TERM: a secrecy term ends and
 * somebody must decide; IMPORT: files wait for a person; JOB: other long work failed, `detail` is its kind.
 */
export const TASK_KINDS = [
  'SCREENING',
  'QUALIFICATION',
  'REVIEW',
  'MEASURE',
  'ACTION',
  'TERM',
  'AGREEMENT',
  'FEE',
  'PANEL',
  'EXHIBIT',
  'IMPORT',
  'JOB',
  'BACKUP',
] as const;
export const taskKindSchema = z.enum(TASK_KINDS);
export type TaskKind = z.infer<typeof taskKindSchema>;

export const taskSchema = z.object({
  /** Of the thing it is about; with `kind` it names the task. */
  id: z.string(),
  kind: taskKindSchema,
  urgency: urgencySchema,
  due: z.iso.date().nullable(),
  title: z.string(),
  /** What it is about, where that is an item. */
  item: itemHeadSchema.nullable(),
  /** What of the item it is about, such as a patent's name; '' for the whole. */
  detail: z.string(),
  /** How many things wait, where it is more than one. */
  count: z.number().int().nullable(),
});
export type Task = z.infer<typeof taskSchema>;

export const bodyStateSchema = z.object({
  units: z.array(z.object({ role: unitRoleSchema, count: z.number().int() })),
  /** Units by what they are to the joint body. */
  members: z.array(z.object({ state: z.enum(MEMBER_STATES), count: z.number().int() })),
  /** Running cases by the stage at which they stand; stages without one are left out. */
  screenings: z.array(z.object({ stage: caseStageSchema, count: z.number().int() })),
  outcomes: z.array(z.object({ status: outcomeStatusSchema, count: z.number().int() })),
  /** The same by field of technology, fields with most outcomes first; counts in the order of the statuses. */
  outcomeFields: z.array(z.object({ field: z.string(), counts: z.array(z.number().int()) })),
  projects: z.object({ running: z.number().int(), ended: z.number().int() }),
  records: z.object({ total: z.number().int(), drafts: z.number().int() }),
  /** By level, so that one sees what the body holds. */
  levels: z.array(z.object({ level: levelSchema, count: z.number().int() })),
  /** The records filed last, newest first. */
  recent: z.array(recordRowSchema),
});
export type BodyState = z.infer<typeof bodyStateSchema>;

/** 工作台: what needs me today, and how the joint body stands. Only of what this session opens. */
export const todayContract = {
  tasks: procedure.output(z.array(taskSchema)),
  state: procedure.output(bodyStateSchema),
};
