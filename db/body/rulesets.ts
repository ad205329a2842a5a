import { eq } from 'drizzle-orm';
import type { RulesetFields } from '#shared/body/ruleset.ts';
import type { Id } from '#shared/ids.ts';
import { readChildRows, setChildRows } from '../items/childRows.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import type { WriteTx } from '../write.ts';
import { ruleset } from './schema.ts';

export type RuleVersionRow = {
  id?: Id | undefined;
  number: string;
  adoptedOn: string;
  effectiveOn: string;
  adoptedBy: string;
  text: string;
  recordId: Id | null;
  fileId: Id | null;
  sha256: string | null;
};

export type RuleReadingRow = {
  id?: Id | undefined;
  versionId: Id;
  readerName: string;
  personId: Id | null;
  userId: Id | null;
  readOn: string;
  recordedBy: string;
};

export function readRuleset(tier: TierFile, id: Id): Omit<RulesetFields, 'title'> {
  const row = tier.orm.select().from(ruleset).where(eq(ruleset.id, id)).get();
  if (!row) throw new Error(`${id} is no ruleset`);
  return { type: row.type, note: row.note };
}

/** The item's row, with the title, must be there already. */
export function insertRuleset(tx: WriteTx, id: Id, { title: _, ...fields }: RulesetFields): void {
  tx.tier.orm
    .insert(ruleset)
    .values({ id, ...fields })
    .run();
  tx.touch(id);
}

export function changeRuleset(tx: WriteTx, id: Id, { title, ...fields }: RulesetFields): void {
  tx.tier.orm.update(ruleset).set(fields).where(eq(ruleset.id, id)).run();
  setTitle(tx, id, title);
}

export function readVersions(tier: TierFile, id: Id): (RuleVersionRow & { id: Id })[] {
  return readChildRows(tier, 'ruleset', 'versions', id);
}

export function setVersions(tx: WriteTx, id: Id, rows: readonly RuleVersionRow[]): void {
  setChildRows(tx, 'ruleset', 'versions', id, rows);
}

export function readReadings(tier: TierFile, id: Id): (RuleReadingRow & { id: Id })[] {
  return readChildRows(tier, 'ruleset', 'readings', id);
}

export function setReadings(tx: WriteTx, id: Id, rows: readonly RuleReadingRow[]): void {
  setChildRows(tx, 'ruleset', 'readings', id, rows);
}
