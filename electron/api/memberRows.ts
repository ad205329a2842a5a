import {
  putContribution,
  putCreditCheck,
  putQualification,
  putReview,
  type RemovableRow,
  readContributions,
  readCreditChecks,
  readQualifications,
  readReviews,
  removeRow,
} from '#db/members/rows.ts';
import type { TierFile } from '#db/open.ts';
import { type WriteTx, write } from '#db/write.ts';
import type { Id } from '#shared/ids.ts';
import type { UnitDetail } from '#shared/members/contract.ts';
import type { Citation } from '#shared/records/citation.ts';
import { todayOf } from './calendarDay.ts';
import { assertCitation } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid, notFound } from './errors.ts';
import { assertVersion, findItem } from './items.ts';
import { showUnitDetail } from './memberView.ts';
import { unlocked } from './procedure.ts';

/** Rows that belong to a unit: qualifications, look-ups, the ledger of contributions, annual reviews. */
export const memberRows = {
  putQualification: unlocked.members.putQualification.handler(({ context, input }) => {
    assertPast(context, input.row, ['issuedOn', 'verifiedOn']);
    return putRow(context, input, 'unit.qualification', {
      evidence: [{ citation: input.row.evidence, field: 'row.evidence' }],
      kept: (tier) => readQualifications(tier, input.id).map(({ evidence }) => evidence),
      put: (tx) => putQualification(tx, input.id, input.row),
    });
  }),
  removeQualification: unlocked.members.removeQualification.handler(({ context, input }) =>
    takeOut(context, input, 'unit.qualification', 'qualification'),
  ),

  putCreditCheck: unlocked.members.putCreditCheck.handler(({ context, input }) => {
    assertPast(context, input.row, ['queriedOn']);
    return putRow(context, input, 'unit.creditCheck', {
      evidence: [{ citation: input.row.evidence, field: 'row.evidence' }],
      kept: (tier) => readCreditChecks(tier, input.id).map(({ evidence }) => evidence),
      put: (tx) => putCreditCheck(tx, input.id, input.row),
    });
  }),
  removeCreditCheck: unlocked.members.removeCreditCheck.handler(({ context, input }) =>
    takeOut(context, input, 'unit.creditCheck', 'creditCheck'),
  ),

  putContribution: unlocked.members.putContribution.handler(({ context, input }) => {
    assertPast(context, input.row, ['deliveredOn']);
    return putRow(context, input, 'unit.contribution', {
      evidence: [{ citation: input.row.evidence, field: 'row.evidence' }],
      kept: (tier) => readContributions(tier, input.id).map(({ evidence }) => evidence),
      put: (tx) => putContribution(tx, input.id, input.row),
    });
  }),
  removeContribution: unlocked.members.removeContribution.handler(({ context, input }) =>
    takeOut(context, input, 'unit.contribution', 'contribution'),
  ),

  putReview: unlocked.members.putReview.handler(({ context, input }) => {
    const { vault } = context;
    const { tier } = findItem(vault, input.id, 'unit');
    const reviews = readReviews(tier, input.id);
    if (reviews.some(({ id, year }) => year === input.row.year && id !== input.row.id)) {
      throw conflict({ rule: 'REVIEW_YEAR_TAKEN', field: 'row.year' });
    }
    assertPast(context, input.row, ['reviewedOn']);
    return putRow(context, input, 'unit.review', {
      evidence: input.row.scores.map(({ evidence }, index) => ({
        citation: evidence,
        field: `row.scores.${index}.evidence`,
      })),
      kept: () => reviews.flatMap(({ scores }) => scores.map(({ evidence }) => evidence)),
      put: (tx) => putReview(tx, input.id, input.row),
    });
  }),
  removeReview: unlocked.members.removeReview.handler(({ context, input }) =>
    takeOut(context, input, 'unit.review', 'annualReview'),
  ),
};

/** What was found, seen or delivered was so by today. @throws INVALID at the field */
function assertPast<Row extends object>(
  context: UnlockedContext,
  row: Row,
  fields: readonly (keyof Row & string)[],
): void {
  const today = todayOf(context);
  const later = fields.filter((field) => typeof row[field] === 'string' && row[field] > today);
  if (later.length > 0)
    throw invalid(...later.map((field) => ({ rule: 'DATE_IN_FUTURE', field: `row.${field}` })));
}

type Put = {
  evidence: { citation: Citation | null; field: string }[];
  /** What rows of this kind cite already: it may be stale by now. */
  kept: (tier: TierFile) => (Citation | null)[];
  put: (tx: WriteTx) => void;
};

function putRow(
  context: UnlockedContext,
  { id, version }: { id: Id; version: number },
  verb: string,
  { evidence, kept, put }: Put,
): UnitDetail {
  const { vault } = context;
  const { tier, item } = findItem(vault, id, 'unit');
  assertVersion(item, version);
  for (const { citation, field } of evidence) assertCitation(vault, tier, citation, field, kept(tier));
  write(tier, vault.writer, { verb }, put);
  return showUnitDetail(vault, id, todayOf(context));
}

function takeOut(
  context: UnlockedContext,
  { id, version, rowId }: { id: Id; version: number; rowId: Id },
  verb: string,
  of: RemovableRow,
): UnitDetail {
  const { vault } = context;
  const { tier, item } = findItem(vault, id, 'unit');
  assertVersion(item, version);
  write(tier, vault.writer, { verb }, (tx) => {
    if (!removeRow(tx, id, of, rowId)) throw notFound();
  });
  return showUnitDetail(vault, id, todayOf(context));
}
