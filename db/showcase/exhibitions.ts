import { asc, desc, eq } from 'drizzle-orm';
import { type Id, newId } from '#shared/ids.ts';
import type { ColumnInput, ExhibitionFields } from '#shared/showcase/exhibition.ts';
import type { Pack } from '#shared/showcase/exportContract.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { exhibition, exhibitionColumn, exhibitionPack, exhibitionPanel } from './schema.ts';

export function readExhibition(tier: TierFile, id: Id): Omit<ExhibitionFields, 'title'> | null {
  const row = tier.orm.select().from(exhibition).where(eq(exhibition.id, id)).get();
  if (!row) return null;
  const { id: _, ...fields } = row;
  return fields;
}

/** The columns in order, each with its panels in order. */
export function readColumns(tier: TierFile, id: Id): (ColumnInput & { id: Id })[] {
  const columns = tier.orm
    .select()
    .from(exhibitionColumn)
    .where(eq(exhibitionColumn.exhibitionId, id))
    .orderBy(asc(exhibitionColumn.position))
    .all();
  const panels = tier.orm
    .select()
    .from(exhibitionPanel)
    .where(eq(exhibitionPanel.exhibitionId, id))
    .orderBy(asc(exhibitionPanel.position))
    .all();
  return columns.map(({ id: columnId, kind, title, titleEn }) => ({
    id: columnId,
    kind,
    title,
    titleEn,
    panelIds: panels.filter((each) => each.columnId === columnId).map(({ panelId }) => panelId),
  }));
}

/** Newest first. */
export function readPacks(tier: TierFile, id: Id): Pack[] {
  return tier.orm
    .select()
    .from(exhibitionPack)
    .where(eq(exhibitionPack.exhibitionId, id))
    .orderBy(desc(exhibitionPack.madeAt))
    .all()
    .map(({ exhibitionId: _, ...pack }) => pack);
}

/** The last number of a day's series of serials; 0 where there is none. */
export function lastSerialNumber(tier: TierFile, prefix: string): number {
  const serials = prepared(tier, `select serial from exhibition_pack where serial like ? || '%'`)
    .pluck()
    .all(prefix) as string[];
  return Math.max(0, ...serials.map((serial) => Number.parseInt(serial.slice(prefix.length), 10)));
}

/** The item's row, titled with the title, must be there already. */
export function insertExhibition(
  tx: WriteTx,
  id: Id,
  { title: _, ...fields }: ExhibitionFields,
  columns: readonly ColumnInput[],
): void {
  tx.tier.orm
    .insert(exhibition)
    .values({ id, ...fields })
    .run();
  setColumns(tx, id, columns);
}

export function changeExhibition(
  tx: WriteTx,
  id: Id,
  { title, ...fields }: ExhibitionFields,
  columns: readonly ColumnInput[],
): void {
  tx.tier.orm.update(exhibition).set(fields).where(eq(exhibition.id, id)).run();
  setColumns(tx, id, columns);
  setTitle(tx, id, title);
}

export function enterPack(tx: WriteTx, exhibitionId: Id, pack: Pack): void {
  tx.tier.orm
    .insert(exhibitionPack)
    .values({ ...pack, exhibitionId })
    .run();
  tx.touch(exhibitionId);
}

function setColumns(tx: WriteTx, exhibitionId: Id, columns: readonly ColumnInput[]): void {
  const own = new Set(readColumns(tx.tier, exhibitionId).map(({ id }) => id));
  tx.tier.orm.delete(exhibitionColumn).where(eq(exhibitionColumn.exhibitionId, exhibitionId)).run();
  tx.tier.orm.delete(exhibitionPanel).where(eq(exhibitionPanel.exhibitionId, exhibitionId)).run();
  columns.forEach(({ id, kind, title, titleEn, panelIds }, position) => {
    const columnId = id !== null && own.has(id) ? id : newId();
    tx.tier.orm
      .insert(exhibitionColumn)
      .values({ id: columnId, exhibitionId, position, kind, title, titleEn })
      .run();
    panelIds.forEach((panelId, place) => {
      tx.tier.orm
        .insert(exhibitionPanel)
        .values({ id: newId(), exhibitionId, columnId, panelId, position: place })
        .run();
    });
  });
  tx.touch(exhibitionId);
}
