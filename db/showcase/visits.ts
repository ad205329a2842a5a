import { asc, eq } from 'drizzle-orm';
import { type Id, newId } from '#shared/ids.ts';
import type { VisitFields } from '#shared/showcase/visit.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import type { WriteTx } from '../write.ts';
import { visit, visitShown } from './schema.ts';

/** What was shown, as it was on the day. */
export type ShownPanel = { panelId: Id; title: string; edition: number; reviewNo: string };

export function readVisit(tier: TierFile, id: Id): Omit<VisitFields, 'visitor'> | null {
  const row = tier.orm.select().from(visit).where(eq(visit.id, id)).get();
  if (!row) return null;
  const { id: _, noticeRecord, noticeFile, noticeSha256, ...fields } = row;
  const notice =
    noticeRecord && noticeFile && noticeSha256
      ? { recordId: noticeRecord, fileId: noticeFile, sha256: noticeSha256 }
      : null;
  return { ...fields, notice };
}

export function readShown(tier: TierFile, id: Id): ShownPanel[] {
  return tier.orm
    .select()
    .from(visitShown)
    .where(eq(visitShown.visitId, id))
    .orderBy(asc(visitShown.position))
    .all()
    .map(({ panelId, title, edition, reviewNo }) => ({ panelId, title, edition, reviewNo }));
}

/** The item's row, titled with the visitor's name, must be there already. */
export function insertVisit(tx: WriteTx, id: Id, fields: VisitFields, shown: readonly ShownPanel[]): void {
  tx.tier.orm
    .insert(visit)
    .values({ id, ...columnsOf(fields) })
    .run();
  setShown(tx, id, shown);
}

export function changeVisit(tx: WriteTx, id: Id, fields: VisitFields, shown: readonly ShownPanel[]): void {
  tx.tier.orm.update(visit).set(columnsOf(fields)).where(eq(visit.id, id)).run();
  setShown(tx, id, shown);
  setTitle(tx, id, fields.visitor);
}

function columnsOf({ visitor: _, notice, ...fields }: VisitFields) {
  return {
    ...fields,
    noticeRecord: notice?.recordId ?? null,
    noticeFile: notice?.fileId ?? null,
    noticeSha256: notice?.sha256 ?? null,
  };
}

function setShown(tx: WriteTx, visitId: Id, shown: readonly ShownPanel[]): void {
  tx.tier.orm.delete(visitShown).where(eq(visitShown.visitId, visitId)).run();
  shown.forEach((each, position) => {
    tx.tier.orm
      .insert(visitShown)
      .values({ id: newId(), visitId, position, ...each })
      .run();
  });
  tx.touch(visitId);
}
