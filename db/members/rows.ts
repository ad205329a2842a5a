import { and, asc, desc, eq } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { AnnualReview } from '#shared/members/annualReview.ts';
import type { Contribution } from '#shared/members/contribution.ts';
import type { CreditCheck } from '#shared/members/creditCheck.ts';
import type { Measure, MeasureStep } from '#shared/members/measure.ts';
import type { Qualification } from '#shared/members/qualification.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { citationColumns, citationOf } from '../records/citations.ts';
import type { WriteTx } from '../write.ts';
import { annualReview, contribution, creditCheck, measure, measureStep, qualification } from './schema.ts';

/** Rows that belong to a unit. Each is put as a whole: a new id adds, a known one of the same unit changes. */
export function readQualifications(tier: TierFile, unitId: Id): Qualification[] {
  const rows = tier.orm
    .select()
    .from(qualification)
    .where(eq(qualification.unitId, unitId))
    .orderBy(asc(qualification.kind), asc(qualification.id))
    .all();
  return rows.map(({ unitId: _, recordId, fileId, sha256, ...row }) => ({
    ...row,
    evidence: citationOf({ recordId, fileId, sha256 }),
  }));
}

export function putQualification(tx: WriteTx, unitId: Id, { evidence, ...row }: Qualification): void {
  const values = { ...row, unitId, ...citationColumns(evidence) };
  const setWhere = eq(qualification.unitId, unitId);
  tx.tier.orm
    .insert(qualification)
    .values(values)
    .onConflictDoUpdate({ target: qualification.id, set: values, setWhere })
    .run();
  tx.touch(unitId);
}

export function readCreditChecks(tier: TierFile, unitId: Id): CreditCheck[] {
  const rows = tier.orm
    .select()
    .from(creditCheck)
    .where(eq(creditCheck.unitId, unitId))
    .orderBy(desc(creditCheck.queriedOn), asc(creditCheck.source), asc(creditCheck.id))
    .all();
  return rows.map(({ unitId: _, recordId, fileId, sha256, ...row }) => ({
    ...row,
    evidence: citationOf({ recordId, fileId, sha256 }),
  }));
}

export function putCreditCheck(tx: WriteTx, unitId: Id, { evidence, ...row }: CreditCheck): void {
  const values = { ...row, unitId, ...citationColumns(evidence) };
  const setWhere = eq(creditCheck.unitId, unitId);
  tx.tier.orm
    .insert(creditCheck)
    .values(values)
    .onConflictDoUpdate({ target: creditCheck.id, set: values, setWhere })
    .run();
  tx.touch(unitId);
}

export function readContributions(tier: TierFile, unitId: Id): Contribution[] {
  const rows = tier.orm
    .select()
    .from(contribution)
    .where(eq(contribution.unitId, unitId))
    .orderBy(asc(contribution.dueOn), asc(contribution.id))
    .all();
  return rows.map(({ unitId: _, recordId, fileId, sha256, ...row }) => ({
    ...row,
    evidence: citationOf({ recordId, fileId, sha256 }),
  }));
}

export function putContribution(tx: WriteTx, unitId: Id, { evidence, ...row }: Contribution): void {
  const values = { ...row, unitId, ...citationColumns(evidence) };
  const setWhere = eq(contribution.unitId, unitId);
  tx.tier.orm
    .insert(contribution)
    .values(values)
    .onConflictDoUpdate({ target: contribution.id, set: values, setWhere })
    .run();
  tx.touch(unitId);
}

/** The newest year first. */
export function readReviews(tier: TierFile, unitId: Id): AnnualReview[] {
  const rows = tier.orm
    .select()
    .from(annualReview)
    .where(eq(annualReview.unitId, unitId))
    .orderBy(desc(annualReview.year))
    .all();
  return rows.map(({ unitId: _, ...row }) => row);
}

export function putReview(tx: WriteTx, unitId: Id, review: AnnualReview): void {
  const values = { ...review, unitId };
  const setWhere = eq(annualReview.unitId, unitId);
  tx.tier.orm
    .insert(annualReview)
    .values(values)
    .onConflictDoUpdate({ target: annualReview.id, set: values, setWhere })
    .run();
  tx.touch(unitId);
}

/** The newest first. */
export function readMeasures(tier: TierFile, unitId: Id): Measure[] {
  const rows = tier.orm
    .select()
    .from(measure)
    .where(eq(measure.unitId, unitId))
    .orderBy(desc(measure.openedOn), desc(measure.id))
    .all();
  return rows.map(({ unitId: _, ...row }) => row);
}

export function putMeasure(tx: WriteTx, unitId: Id, row: Measure): void {
  const values = { ...row, unitId };
  tx.tier.orm
    .insert(measure)
    .values(values)
    .onConflictDoUpdate({ target: measure.id, set: values, setWhere: eq(measure.unitId, unitId) })
    .run();
  tx.touch(unitId);
}

/** In the order in which they were taken. */
export function readMeasureSteps(tier: TierFile, unitId: Id): MeasureStep[] {
  const rows = tier.orm
    .select()
    .from(measureStep)
    .where(eq(measureStep.unitId, unitId))
    .orderBy(asc(measureStep.doneOn), asc(measureStep.id))
    .all();
  return rows.map(({ unitId: _, recordId, fileId, sha256, ...row }) => ({
    ...row,
    evidence: citationOf({ recordId, fileId, sha256 }),
  }));
}

export function insertMeasureStep(tx: WriteTx, unitId: Id, { evidence, ...row }: MeasureStep): void {
  tx.tier.orm
    .insert(measureStep)
    .values({ ...row, unitId, ...citationColumns(evidence) })
    .run();
  tx.touch(unitId);
}

const REMOVABLE = { qualification, creditCheck, contribution, annualReview } as const;
export type RemovableRow = keyof typeof REMOVABLE;

/** Whether there was one. */
export function removeRow(tx: WriteTx, unitId: Id, of: RemovableRow, rowId: Id): boolean {
  const table = REMOVABLE[of];
  const { changes } = tx.tier.orm
    .delete(table)
    .where(and(eq(table.id, rowId), eq(table.unitId, unitId)))
    .run();
  tx.touch(unitId);
  return changes > 0;
}

/** Open measures of all units of a tier, for a list that shows each unit's state. */
export function openMeasures(tier: TierFile): { unitId: Id; kind: string }[] {
  return prepared(tier, 'select unit_id as unitId, kind from measure where closed_on is null').all() as {
    unitId: Id;
    kind: string;
  }[];
}

/** Every qualification of a tier with what its state is derived from, for lists over all units. */
export function qualificationTerms(
  tier: TierFile,
): (Pick<Qualification, 'kind' | 'expiresOn' | 'verifiedOn'> & { unitId: Id; revoked: number })[] {
  return prepared(
    tier,
    'select unit_id as unitId, kind, expires_on as expiresOn, verified_on as verifiedOn, revoked from qualification',
  ).all() as (Pick<Qualification, 'kind' | 'expiresOn' | 'verifiedOn'> & { unitId: Id; revoked: number })[];
}
