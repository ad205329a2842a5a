import { asc, eq, sql } from 'drizzle-orm';
import type { CalendarDate } from '#shared/dates.ts';
import { type Id, newId } from '#shared/ids.ts';
import { INDICATORS } from '#shared/outcomes/maturityTable.ts';
import type { Conclusion, PanelExpert, PanelFields, PanelResult } from '#shared/outcomes/panel.ts';
import type { SheetFields, SheetScore } from '#shared/outcomes/scoreSheet.ts';
import type { TierFile } from '../open.ts';
import { preparedQuery } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import {
  maturityPanel,
  maturityPanelExpert,
  maturityPanelResult,
  maturitySheet,
  maturitySheetScore,
} from './schema.ts';

const wantedId = sql.placeholder('id');
const panelById = preparedQuery((orm) =>
  orm.select().from(maturityPanel).where(eq(maturityPanel.id, wantedId)).prepare(),
);
const expertsOf = preparedQuery((orm) =>
  orm
    .select()
    .from(maturityPanelExpert)
    .where(eq(maturityPanelExpert.panelId, wantedId))
    .orderBy(asc(maturityPanelExpert.position))
    .prepare(),
);
const resultsOf = preparedQuery((orm) =>
  orm
    .select()
    .from(maturityPanelResult)
    .where(eq(maturityPanelResult.panelId, wantedId))
    .orderBy(asc(maturityPanelResult.position))
    .prepare(),
);
const sheetById = preparedQuery((orm) =>
  orm.select().from(maturitySheet).where(eq(maturitySheet.id, wantedId)).prepare(),
);
const scoresOf = preparedQuery((orm) =>
  orm.select().from(maturitySheetScore).where(eq(maturitySheetScore.sheetId, wantedId)).prepare(),
);

export function readPanel(tier: TierFile, id: Id): PanelFields | null {
  const row = panelById(tier).get({ id });
  if (!row) return null;
  const { id: _, voidedOn: __, ...fields } = row;
  return fields;
}

/** Whether the newest result stands, and since when it does not. Of what is no panel: no results. */
export function readConclusion(tier: TierFile, id: Id): Conclusion {
  return { results: readResults(tier, id), voidedOn: panelById(tier).get({ id })?.voidedOn ?? null };
}

export function setVoided(tx: WriteTx, id: Id, voidedOn: CalendarDate | null): void {
  tx.tier.orm.update(maturityPanel).set({ voidedOn }).where(eq(maturityPanel.id, id)).run();
  tx.touch(id);
}

/** The item's row must be there already. */
export function insertPanel(tx: WriteTx, id: Id, fields: PanelFields): void {
  tx.tier.orm
    .insert(maturityPanel)
    .values({ id, ...fields })
    .run();
  tx.touch(id);
}

export function changePanel(tx: WriteTx, id: Id, fields: PanelFields): void {
  tx.tier.orm.update(maturityPanel).set(fields).where(eq(maturityPanel.id, id)).run();
  tx.touch(id);
}

export function readExperts(tier: TierFile, panelId: Id): PanelExpert[] {
  return expertsOf(tier)
    .all({ id: panelId })
    .map(({ panelId: _, position: __, ...row }) => row);
}

export function replaceExperts(tx: WriteTx, panelId: Id, rows: readonly PanelExpert[]): void {
  tx.tier.orm.delete(maturityPanelExpert).where(eq(maturityPanelExpert.panelId, panelId)).run();
  rows.forEach((row, position) => {
    tx.tier.orm
      .insert(maturityPanelExpert)
      .values({ ...row, panelId, position })
      .run();
  });
  tx.touch(panelId);
}

export function changeExpert(
  tx: WriteTx,
  panelId: Id,
  expertId: Id,
  change: Partial<Pick<PanelExpert, 'state' | 'decidedOn' | 'ground' | 'note'>>,
): void {
  tx.tier.orm.update(maturityPanelExpert).set(change).where(eq(maturityPanelExpert.id, expertId)).run();
  tx.touch(panelId);
}

/** Oldest first. */
function readResults(tier: TierFile, panelId: Id): PanelResult[] {
  return resultsOf(tier)
    .all({ id: panelId })
    .map(({ panelId: _, position: __, ...row }) => row);
}

/** It stands from now on. */
export function addResult(tx: WriteTx, panelId: Id, result: PanelResult): void {
  const position = readResults(tx.tier, panelId).length;
  tx.tier.orm
    .insert(maturityPanelResult)
    .values({ ...result, panelId, position })
    .run();
  setVoided(tx, panelId, null);
}

export type StoredSheet = { fields: SheetFields; lockedOn: string | null; hash: string };

export function readSheet(tier: TierFile, id: Id): StoredSheet | null {
  const row = sheetById(tier).get({ id });
  if (!row) return null;
  const { opinion, source, lockedOn, hash } = row;
  return { fields: { opinion, source, scores: readScores(tier, id) }, lockedOn, hash };
}

/** The item's row must be there already. */
export function insertSheet(tx: WriteTx, id: Id, fields: SheetFields): void {
  const { opinion, source } = fields;
  tx.tier.orm.insert(maturitySheet).values({ id, opinion, source }).run();
  writeScores(tx, id, fields.scores);
}

export function changeSheet(tx: WriteTx, id: Id, { opinion, source, scores }: SheetFields): void {
  tx.tier.orm.update(maturitySheet).set({ opinion, source }).where(eq(maturitySheet.id, id)).run();
  writeScores(tx, id, scores);
}

/** `lockedOn` null opens it again; the hash goes with the lock. */
export function setLock(tx: WriteTx, id: Id, lockedOn: string | null, hash: string): void {
  tx.tier.orm.update(maturitySheet).set({ lockedOn, hash }).where(eq(maturitySheet.id, id)).run();
  tx.touch(id);
}

/** In the order of Table 1. */
function readScores(tier: TierFile, sheetId: Id): SheetScore[] {
  const rows = scoresOf(tier).all({ id: sheetId });
  return INDICATORS.map((indicator): SheetScore => {
    const row = rows.find((each) => each.indicator === indicator);
    const { recordId, fileId, sha256 } = row ?? { recordId: null, fileId: null, sha256: null };
    return {
      indicator,
      halves: row?.halves ?? null,
      evidence: recordId && fileId && sha256 ? { recordId, fileId, sha256 } : null,
    };
  });
}

function writeScores(tx: WriteTx, sheetId: Id, scores: readonly SheetScore[]): void {
  const own = eq(maturitySheetScore.sheetId, sheetId);
  const ids = new Map(
    scoresOf(tx.tier)
      .all({ id: sheetId })
      .map(({ id, indicator }) => [indicator, id]),
  );
  tx.tier.orm.delete(maturitySheetScore).where(own).run();
  for (const { indicator, halves, evidence } of scores) {
    tx.tier.orm
      .insert(maturitySheetScore)
      .values({
        id: ids.get(indicator) ?? newId(),
        sheetId,
        indicator,
        halves,
        recordId: evidence?.recordId ?? null,
        fileId: evidence?.fileId ?? null,
        sha256: evidence?.sha256 ?? null,
      })
      .run();
  }
  tx.touch(sheetId);
}
