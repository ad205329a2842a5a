import type { AgreementType } from '../agreements/agreement.ts';
import type { CalendarDate } from '../dates.ts';
import type { OutcomeStatus } from './outcome.ts';
import {
  activePaths,
  type EventKind,
  type TransformationEvent,
  type TransformationPath,
} from './transformation.ts';

export type StatusAgreement = { title: string; type: AgreementType; signedOn: CalendarDate | null };

/** One thing that speaks for a status; the screen has a sentence for each. */
export type StatusReason =
  | { code: 'EXECUTED_AGREEMENT'; title: string; on: CalendarDate }
  | { code: 'EXECUTED_EVENT'; kind: EventKind; text: string; on: CalendarDate }
  | { code: 'FIRST_INCOME'; text: string; on: CalendarDate }
  | { code: 'FIRST_DELIVERY'; text: string; on: CalendarDate }
  | { code: 'SIGNED_AGREEMENT'; title: string; on: CalendarDate }
  | { code: 'ACTIVE_PATH'; path: TransformationPath }
  | { code: 'NOTHING_YET' };

export type DerivedStatus = { status: OutcomeStatus; reasons: StatusReason[] };

/** 转让, 许可, 作价入股, 生产: contracts whose execution is half of 已成功转化. */
const EXECUTING: ReadonlySet<EventKind> = new Set([
  'CONTRACT_TRANSFER',
  'CONTRACT_LICENCE',
  'CONTRACT_EQUITY',
  'CONTRACT_PRODUCTION',
]);
const EXECUTING_TYPES: ReadonlySet<AgreementType> = new Set(['TECH_TRANSFER', 'TECH_LICENSE']);
/** Papers that bind to secrecy or membership are no transformation. */
const NO_CONTRACT: ReadonlySet<AgreementType> = new Set(['NDA', 'ALLIANCE']);

/**
 * The status of the guideline's 6.8 from what is known on a day (domain rules §5.3): an executed contract of transfer, licence,
 * equity or production, and first income or a delivered product → TRANSFORMED; a path under way or any signed contract
 * → TRANSFORMING; else NOT_TRANSFORMED.
 */
export function deriveStatus(
  events: readonly TransformationEvent[],
  agreements: readonly StatusAgreement[],
  day: CalendarDate,
): DerivedStatus {
  const past = events.filter(({ occurredOn }) => occurredOn <= day);
  const signed = agreements.flatMap((each) =>
    each.signedOn !== null && each.signedOn <= day && !NO_CONTRACT.has(each.type)
      ? [{ ...each, signedOn: each.signedOn }]
      : [],
  );
  const executed = [
    ...signed
      .filter(({ type }) => EXECUTING_TYPES.has(type))
      .map(({ title, signedOn }): StatusReason => ({ code: 'EXECUTED_AGREEMENT', title, on: signedOn })),
    ...past
      .filter(({ kind }) => EXECUTING.has(kind))
      .map(
        ({ kind, text, occurredOn }): StatusReason => ({
          code: 'EXECUTED_EVENT',
          kind,
          text,
          on: occurredOn,
        }),
      ),
  ];
  const yielded = [
    ...firstOf(past, 'INCOME', 'FIRST_INCOME'),
    ...firstOf(past, 'DELIVERED', 'FIRST_DELIVERY'),
  ];
  if (executed.length > 0 && yielded.length > 0)
    return { status: 'TRANSFORMED', reasons: [...executed, ...yielded] };
  const underWay = [
    ...activePaths(events, day).map((path): StatusReason => ({ code: 'ACTIVE_PATH', path })),
    ...executed,
    ...signed
      .filter(({ type }) => !EXECUTING_TYPES.has(type))
      .map(({ title, signedOn }): StatusReason => ({ code: 'SIGNED_AGREEMENT', title, on: signedOn })),
    ...past
      .filter(({ kind }) => kind === 'CONTRACT_OTHER')
      .map(
        ({ kind, text, occurredOn }): StatusReason => ({
          code: 'EXECUTED_EVENT',
          kind,
          text,
          on: occurredOn,
        }),
      ),
  ];
  if (underWay.length > 0) return { status: 'TRANSFORMING', reasons: underWay };
  return { status: 'NOT_TRANSFORMED', reasons: [{ code: 'NOTHING_YET' }] };
}

function firstOf(
  events: readonly TransformationEvent[],
  kind: 'INCOME' | 'DELIVERED',
  code: 'FIRST_INCOME' | 'FIRST_DELIVERY',
): StatusReason[] {
  const [first] = events
    .filter((event) => event.kind === kind)
    .toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
  return first ? [{ code, text: first.text, on: first.occurredOn }] : [];
}
