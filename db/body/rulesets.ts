import { eq } from 'drizzle-orm';
import type { RulesetFields, RuleVersionFields } from '#shared/body/ruleset.ts';
import type { Id } from '#shared/ids.ts';
import { readChildRows, setChildRows } from '../items/childRows.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import type { WriteTx } from '../write.ts';
import { ruleset } from './schema.ts';

export type RuleVersionRow = RuleVersionFields & { id?: Id | undefined };

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

type StoredVersion = Omit<RuleVersionFields, 'paper'> & {
  id: Id;
  recordId: Id | null;
  fileId: Id | null;
  sha256: string | null;
};

export function readVersions(tier: TierFile, id: Id): (RuleVersionRow & { id: Id })[] {
  const rows = readChildRows<StoredVersion>(tier, 'ruleset', 'versions', id);
  return rows.map(({ recordId, fileId, sha256, ...fields }) => ({
    ...fields,
    paper: recordId && fileId && sha256 ? { recordId, fileId, sha256 } : null,
  }));
}

export function setVersions(tx: WriteTx, id: Id, rows: readonly RuleVersionRow[]): void {
  const stored = rows.map(({ paper, ...fields }) => ({
    ...fields,
    recordId: paper?.recordId ?? null,
    fileId: paper?.fileId ?? null,
    sha256: paper?.sha256 ?? null,
  }));
  setChildRows(tx, 'ruleset', 'versions', id, stored);
}

export function readReadings(tier: TierFile, id: Id): (RuleReadingRow & { id: Id })[] {
  return readChildRows(tier, 'ruleset', 'readings', id);
}

export function setReadings(tx: WriteTx, id: Id, rows: readonly RuleReadingRow[]): void {
  setChildRows(tx, 'ruleset', 'readings', id, rows);
}
