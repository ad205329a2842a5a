import { eq } from 'drizzle-orm';
import { type Id, newId } from '#shared/ids.ts';
import type { CaseFields, Step } from '#shared/screening/case.ts';
import type { Check } from '#shared/screening/checklist.ts';
import type { SheetFields } from '#shared/screening/panel.ts';
import type { Objection } from '#shared/screening/publicity.ts';
import type { CaseStage } from '#shared/screening/stages.ts';
import { prepared } from '../prepared.ts';
import { citationColumns } from '../records/citations.ts';
import type { WriteTx } from '../write.ts';
import { screening, screeningCheck, screeningObjection, screeningSheet, screeningStep } from './schema.ts';

/** The item's row must be there already. */
export function insertScreening(
  tx: WriteTx,
  id: Id,
  { charterVersion, ...fields }: CaseFields,
  entered: 'DECIDED' | 'AFTERWARDS',
): void {
  tx.tier.orm
    .insert(screening)
    .values({
      id,
      ...fields,
      charterRulesetId: charterVersion?.rulesetId ?? null,
      charterVersionId: charterVersion?.versionId ?? null,
      stage: 'DRAFT',
      entered,
    })
    .run();
  tx.touch(id);
}

export function changeScreening(
  tx: WriteTx,
  id: Id,
  changes: Partial<Omit<typeof screening.$inferInsert, 'id'>>,
): void {
  if (Object.keys(changes).length > 0) {
    tx.tier.orm.update(screening).set(changes).where(eq(screening.id, id)).run();
  }
  tx.touch(id);
}

/** Appends a decision, with the charter its case goes by; what stage it leads to is the caller's to know. */
export function insertStep(
  tx: WriteTx,
  caseId: Id,
  step: Omit<Step, 'id' | 'enteredAt' | 'charter' | 'charterVersionId'>,
  leadsTo: CaseStage,
): void {
  const { evidence, ...row } = step;
  const position = prepared(
    tx.tier,
    'select coalesce(max(position) + 1, 0) from screening_step where screening_id = ?',
  )
    .pluck()
    .get(caseId) as number;
  const followed = tx.tier.orm
    .select({ charter: screening.charter, charterVersionId: screening.charterVersionId })
    .from(screening)
    .where(eq(screening.id, caseId))
    .get();
  tx.tier.orm
    .insert(screeningStep)
    .values({
      ...row,
      ...followed,
      id: newId(),
      screeningId: caseId,
      position,
      enteredAt: tx.at,
      ...citationColumns(evidence),
    })
    .run();
  changeScreening(tx, caseId, { stage: leadsTo });
}

export function putCheck(tx: WriteTx, caseId: Id, { item, verdict, note, evidence }: Check): void {
  const values = { verdict: verdict ?? ('' as const), note, ...citationColumns(evidence) };
  tx.tier.orm
    .insert(screeningCheck)
    .values({ id: newId(), screeningId: caseId, item, ...values })
    .onConflictDoUpdate({ target: [screeningCheck.screeningId, screeningCheck.item], set: values })
    .run();
  tx.touch(caseId);
}

export function putObjection(tx: WriteTx, caseId: Id, { evidence, ...row }: Objection): void {
  const values = { ...row, screeningId: caseId, ...citationColumns(evidence) };
  const setWhere = eq(screeningObjection.screeningId, caseId);
  tx.tier.orm
    .insert(screeningObjection)
    .values(values)
    .onConflictDoUpdate({ target: screeningObjection.id, set: values, setWhere })
    .run();
  tx.touch(caseId);
}

export function insertSheet(tx: WriteTx, id: Id, fields: SheetFields): void {
  tx.tier.orm
    .insert(screeningSheet)
    .values({ id, ...fields })
    .run();
  tx.touch(id);
}

export function changeSheet(
  tx: WriteTx,
  id: Id,
  changes: Partial<SheetFields & { signedOn: string | null }>,
): void {
  tx.tier.orm.update(screeningSheet).set(changes).where(eq(screeningSheet.id, id)).run();
  tx.touch(id);
}
