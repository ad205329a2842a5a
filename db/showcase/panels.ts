import { asc, eq } from 'drizzle-orm';
import { type Id, newId } from '#shared/ids.ts';
import type { Consent, Decision } from '#shared/showcase/gate.ts';
import type { PanelFields, PanelPicture } from '#shared/showcase/panel.ts';
import type { PanelReview } from '#shared/showcase/review.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { type PanelDb, panel, panelConsent, panelDecision, panelPicture, panelStep } from './schema.ts';

export type PanelStepRow = typeof panelStep.$inferSelect;
export type DecisionRow = Decision & { id: Id };

export function readPanel(tier: TierFile, id: Id): PanelDb | null {
  return tier.orm.select().from(panel).where(eq(panel.id, id)).get() ?? null;
}

export function fieldsOfPanel(row: PanelDb): PanelFields {
  const { kind, field, status, zh, en, maturity, trl, stage, rights, ways, needs } = row;
  const { codeText, showFrom, showTo } = row;
  const said = { kind, field, status, zh, en, maturity, trl, stage, rights, ways, needs };
  return { ...said, codeText, showFrom, showTo };
}

export function readPictures(tier: TierFile, panelId: Id): PanelPicture[] {
  return tier.orm
    .select()
    .from(panelPicture)
    .where(eq(panelPicture.panelId, panelId))
    .orderBy(asc(panelPicture.position))
    .all()
    .map(({ recordId, fileId, sha256, caption, captionEn }) => ({
      recordId,
      fileId,
      sha256,
      caption,
      captionEn,
    }));
}

/** In the order in which they were made. */
export function readDecisions(tier: TierFile, panelId: Id): DecisionRow[] {
  const consents = readConsents(tier, panelId);
  return tier.orm
    .select()
    .from(panelDecision)
    .where(eq(panelDecision.panelId, panelId))
    .orderBy(asc(panelDecision.position))
    .all()
    .map(({ panelId: _, position: __, recordId, fileId, sha256, ...decision }) => ({
      ...decision,
      paper: recordId && fileId && sha256 ? { recordId, fileId, sha256 } : null,
      consents: consents.flatMap(({ decisionId, holder, paper }) =>
        decisionId === decision.id ? [{ holder, paper }] : [],
      ),
    }));
}

function readConsents(tier: TierFile, panelId: Id): (Consent & { decisionId: Id })[] {
  return tier.orm
    .select()
    .from(panelConsent)
    .where(eq(panelConsent.panelId, panelId))
    .orderBy(asc(panelConsent.position))
    .all()
    .map(({ decisionId, holder, recordId, fileId, sha256 }) => ({
      decisionId,
      holder,
      paper: { recordId, fileId, sha256 },
    }));
}

export function readSteps(tier: TierFile, panelId: Id): PanelStepRow[] {
  return tier.orm
    .select()
    .from(panelStep)
    .where(eq(panelStep.panelId, panelId))
    .orderBy(asc(panelStep.position))
    .all();
}

/** The exhibitions of this tier in which the panel stands. */
export function exhibitionsWith(tier: TierFile, panelId: Id): Id[] {
  return prepared(tier, 'select distinct exhibition_id from exhibition_panel where panel_id = ?')
    .pluck()
    .all(panelId) as Id[];
}

/** The item's row, titled with the Chinese title, must be there already. */
export function insertPanel(
  tx: WriteTx,
  id: Id,
  fields: PanelFields,
  pictures: readonly PanelPicture[],
  contentHash: string,
): void {
  tx.tier.orm
    .insert(panel)
    .values({ id, ...fields, contentHash })
    .run();
  setPictures(tx, id, pictures);
}

/** `edition` is that of the new content. */
export function changePanel(
  tx: WriteTx,
  id: Id,
  fields: PanelFields,
  pictures: readonly PanelPicture[],
  edition: number,
): void {
  tx.tier.orm
    .update(panel)
    .set({ ...fields, edition })
    .where(eq(panel.id, id))
    .run();
  setPictures(tx, id, pictures);
  setTitle(tx, id, fields.zh.title);
}

export function setReview(tx: WriteTx, id: Id, review: PanelReview, reviewNo: string): void {
  const { state, contentHash, preparedBy, validTo, approvedHash } = review;
  tx.tier.orm
    .update(panel)
    .set({ reviewState: state, contentHash, preparedBy, validTo, approvedHash, reviewNo })
    .where(eq(panel.id, id))
    .run();
  tx.touch(id);
}

export function addDecision(tx: WriteTx, panelId: Id, { paper, consents, ...decision }: Decision): void {
  const decisionId = newId();
  tx.tier.orm
    .insert(panelDecision)
    .values({
      id: decisionId,
      panelId,
      position: nextPosition(tx.tier, 'panel_decision', panelId),
      ...decision,
      recordId: paper?.recordId ?? null,
      fileId: paper?.fileId ?? null,
      sha256: paper?.sha256 ?? null,
    })
    .run();
  const first = nextPosition(tx.tier, 'panel_consent', panelId);
  consents.forEach(({ holder, paper: { recordId, fileId, sha256 } }, at) => {
    tx.tier.orm
      .insert(panelConsent)
      .values({ id: newId(), panelId, position: first + at, decisionId, holder, recordId, fileId, sha256 })
      .run();
  });
  tx.touch(panelId);
}

export function addStep(
  tx: WriteTx,
  panelId: Id,
  step: Omit<PanelStepRow, 'id' | 'panelId' | 'position'>,
): void {
  tx.tier.orm
    .insert(panelStep)
    .values({ id: newId(), panelId, position: nextPosition(tx.tier, 'panel_step', panelId), ...step })
    .run();
  tx.touch(panelId);
}

/** The last number given out in a year's series 展审〔YYYY〕N号; 0 where there is none. */
export function lastReviewNumber(tier: TierFile, prefix: string): number {
  const numbers = prepared(
    tier,
    `select distinct json_extract(r.content, '$.fields.review_no') from revision r
     join item i on i.id = r.item_id where i.kind = 'panel' and json_extract(r.content, '$.fields.review_no') like ? || '%'`,
  )
    .pluck()
    .all(prefix) as string[];
  return Math.max(0, ...numbers.map((text) => Number.parseInt(text.slice(prefix.length), 10)));
}

function setPictures(tx: WriteTx, panelId: Id, pictures: readonly PanelPicture[]): void {
  tx.tier.orm.delete(panelPicture).where(eq(panelPicture.panelId, panelId)).run();
  pictures.forEach(({ recordId, fileId, sha256, caption, captionEn }, position) => {
    tx.tier.orm
      .insert(panelPicture)
      .values({ id: newId(), panelId, position, recordId, fileId, sha256, caption, captionEn })
      .run();
  });
  tx.touch(panelId);
}

function nextPosition(
  tier: TierFile,
  table: 'panel_decision' | 'panel_consent' | 'panel_step',
  panelId: Id,
): number {
  return Number(
    prepared(tier, `select coalesce(max(position) + 1, 0) from ${table} where panel_id = ?`)
      .pluck()
      .get(panelId),
  );
}
