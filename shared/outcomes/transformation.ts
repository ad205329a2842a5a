import { z } from 'zod';
import type { CalendarDate } from '../dates.ts';
import { idSchema } from '../ids.ts';

/** The nine ways of transformation, in the order of the guideline's 7.2. */
export const TRANSFORMATION_PATHS = [
  'BASIC_STUDY',
  'TUMOR_DATA_SERVICE',
  'DATA_PRODUCT',
  'PILOT',
  'IP',
  'STANDARD',
  'SCALE',
  'COMMERCIAL',
  'INTERNATIONAL',
] as const;
export const transformationPathSchema = z.enum(TRANSFORMATION_PATHS);
export type TransformationPath = z.infer<typeof transformationPathSchema>;

/** What happened on a path. The contracts are those the derivation of the status asks for. */
export const EVENT_KINDS = [
  'BEGUN',
  'MILESTONE',
  'CONTRACT_TRANSFER',
  'CONTRACT_LICENCE',
  'CONTRACT_EQUITY',
  'CONTRACT_PRODUCTION',
  'CONTRACT_OTHER',
  'DELIVERED',
  'INCOME',
  'ENDED',
] as const;
export const eventKindSchema = z.enum(EVENT_KINDS);
export type EventKind = z.infer<typeof eventKindSchema>;

export const transformationEventSchema = z.object({
  id: idSchema,
  path: transformationPathSchema,
  kind: eventKindSchema,
  /** A day to come is a plan and counts for nothing until it is reached. */
  occurredOn: z.iso.date('NOT_A_DATE'),
  text: z.string().trim().min(1, 'REQUIRED').max(300),
});
export type TransformationEvent = z.infer<typeof transformationEventSchema>;

/** By day, then in the order of the paths; events of one day on one path as they were entered. */
export function inOrderOfTime(events: readonly TransformationEvent[]): TransformationEvent[] {
  const rank = ({ path }: TransformationEvent) => TRANSFORMATION_PATHS.indexOf(path);
  return [...events].sort((a, b) =>
    a.occurredOn === b.occurredOn ? rank(a) - rank(b) : a.occurredOn < b.occurredOn ? -1 : 1,
  );
}

/** Paths that were begun and have not ended since, on that day. */
export function activePaths(events: readonly TransformationEvent[], day: CalendarDate): TransformationPath[] {
  const past = inOrderOfTime(events).filter(({ occurredOn }) => occurredOn <= day);
  return TRANSFORMATION_PATHS.filter((path) => {
    const last = past.findLast(
      (each) => each.path === path && (each.kind === 'BEGUN' || each.kind === 'ENDED'),
    );
    return last?.kind === 'BEGUN';
  });
}
