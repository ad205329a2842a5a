import { OUTCOME_STATUSES, type OutcomeStatus } from '../outcomes/outcome.ts';

export type BoardRow<Entry> = {
  field: string;
  byStatus: Readonly<Record<OutcomeStatus, readonly Entry[]>>;
  count: number;
};

/**
 * 领域 × 状态 (guideline 6.8): every outcome stands once, in the row of its field and the column of its status; rows with most
 * outcomes first, then by name.
 */
export function boardOf<Entry extends { status: OutcomeStatus; fields: { technicalField: string } }>(
  outcomes: readonly Entry[],
): BoardRow<Entry>[] {
  const fields = Map.groupBy(outcomes, ({ fields: { technicalField } }) => technicalField);
  return [...fields]
    .map(([field, entries]) => ({ field, count: entries.length, byStatus: byStatus(entries) }))
    .sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1));
}

function byStatus<Entry extends { status: OutcomeStatus }>(
  entries: readonly Entry[],
): Record<OutcomeStatus, Entry[]> {
  const of = (status: OutcomeStatus) => entries.filter((entry) => entry.status === status);
  const [transformed, transforming, not] = OUTCOME_STATUSES.map(of);
  return { TRANSFORMED: transformed ?? [], TRANSFORMING: transforming ?? [], NOT_TRANSFORMED: not ?? [] };
}
