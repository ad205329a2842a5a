import { asc, eq } from 'drizzle-orm';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemRef } from '#shared/items.ts';
import type { Step } from '#shared/screening/case.ts';
import type { Check } from '#shared/screening/checklist.ts';
import type { SheetFields } from '#shared/screening/panel.ts';
import type { Objection } from '#shared/screening/publicity.ts';
import type { CaseStage, Preset } from '#shared/screening/stages.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { citationOf } from '../records/citations.ts';
import { screening, screeningCheck, screeningObjection, screeningSheet, screeningStep } from './schema.ts';

export type ScreeningRow = typeof screening.$inferSelect;
export type ScreeningSheetRow = SheetFields & { signedOn: string | null };

export function readScreening(tier: TierFile, id: Id): ScreeningRow | null {
  return tier.orm.select().from(screening).where(eq(screening.id, id)).get() ?? null;
}

/** What a board needs of every case of a tier, read at once. */
export type BoardRow = {
  id: Id;
  preset: Preset;
  stage: CaseStage;
  publicityFrom: string | null;
  publicityDays: number;
  daysOff: string;
  since: string | null;
};

export function readBoard(tier: TierFile): Map<Id, BoardRow> {
  const rows = prepared(
    tier,
    `select c.id, c.preset, c.stage, c.publicity_from as publicityFrom, c.publicity_days as publicityDays, c.days_off as daysOff,
       (select s.decided_on from screening_step s where s.screening_id = c.id order by s.position desc limit 1) as since
     from screening c`,
  ).all() as BoardRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

export function readSteps(tier: TierFile, caseId: Id): Step[] {
  const rows = tier.orm
    .select()
    .from(screeningStep)
    .where(eq(screeningStep.screeningId, caseId))
    .orderBy(asc(screeningStep.position))
    .all();
  return rows.map(({ screeningId: _, position: __, recordId, fileId, sha256, charter, ...row }) => ({
    ...row,
    charter: charter ?? '',
    evidence: citationOf({ recordId, fileId, sha256 }),
  }));
}

export function readChecks(tier: TierFile, caseId: Id): Check[] {
  const rows = tier.orm.select().from(screeningCheck).where(eq(screeningCheck.screeningId, caseId)).all();
  return rows.map(({ item, verdict, note, recordId, fileId, sha256 }) => ({
    item,
    verdict: verdict === '' ? null : verdict,
    note,
    evidence: citationOf({ recordId, fileId, sha256 }),
  }));
}

/** In the order in which they came in. */
export function readObjections(tier: TierFile, caseId: Id): Objection[] {
  const rows = tier.orm
    .select()
    .from(screeningObjection)
    .where(eq(screeningObjection.screeningId, caseId))
    .orderBy(asc(screeningObjection.receivedOn), asc(screeningObjection.id))
    .all();
  return rows.map(({ screeningId: _, recordId, fileId, sha256, ...row }) => ({
    ...row,
    evidence: citationOf({ recordId, fileId, sha256 }),
  }));
}

export function readSheet(tier: TierFile, id: Id): ScreeningSheetRow | null {
  const row = tier.orm.select().from(screeningSheet).where(eq(screeningSheet.id, id)).get();
  if (!row) return null;
  const { id: _, ...fields } = row;
  return fields;
}

/** Ids of the seen sheets of a case that lie in this tier, the oldest first. */
export function sheetsOfCase(tier: TierFile, caseId: Id): Id[] {
  return prepared(
    tier,
    `select l.from_id from link l join item i on i.id = l.from_id
     where l.to_id = ? and l.role = 'SCREENING' and i.kind = 'screeningSheet' and i.state = 'ACTIVE' order by i.created_at, i.id`,
  )
    .pluck()
    .all(caseId) as Id[];
}

/** Seen cases about a unit in this tier, the newest first. */
export function screeningsOfUnit(tier: TierFile, unitId: Id): (ItemRef & { stage: CaseStage })[] {
  return prepared(
    tier,
    `select i.id, i.kind, i.title, i.level, c.stage from link l join item i on i.id = l.from_id join screening c on c.id = i.id
     where l.to_id = ? and l.role = 'UNIT' and i.state = 'ACTIVE' order by i.created_at desc, i.id`,
  ).all(unitId) as { id: Id; kind: 'screening'; title: string; level: Level; stage: CaseStage }[];
}
