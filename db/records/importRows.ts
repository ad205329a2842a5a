import { and, asc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { all, type OpenTiers } from '../tiers.ts';
import { type ImportRowRow, importRow, importRowFile } from './importsSchema.ts';

// Bookkeeping of the program like the other rows of an import: plain transactions, or part of the write they belong to.

export type NewImportRow = Omit<ImportRowRow, 'importId'> & { paths: readonly string[] };

/** The rows an import follows, and the files that more of them than one claim. All or nothing. */
export function insertImportRows(
  tier: TierFile,
  importId: Id,
  rows: readonly NewImportRow[],
  claimedTwice: readonly string[],
): void {
  tier.sqlite
    .transaction(() => {
      const file = prepared(tier, 'insert into import_row_file values (?, ?, ?) on conflict do nothing');
      for (const { paths, ...row } of rows) {
        tier.orm
          .insert(importRow)
          .values({ importId, ...row })
          .run();
        for (const path of paths) file.run(importId, path, row.row);
      }
      for (const path of claimedTwice) file.run(importId, path, 0);
    })
    .immediate();
}

/** The row a file belongs to; 'SEVERAL' where more claim it, null where none does. */
export function rowOfFile(tier: TierFile, importId: Id, path: string): ImportRowRow | 'SEVERAL' | null {
  const found = tier.orm
    .select()
    .from(importRowFile)
    .where(and(eq(importRowFile.importId, importId), eq(importRowFile.path, path)))
    .get();
  if (!found) return null;
  return found.row === 0 ? 'SEVERAL' : readImportRow(tier, importId, found.row);
}

export function readImportRow(tier: TierFile, importId: Id, row: number): ImportRowRow | null {
  const where = and(eq(importRow.importId, importId), eq(importRow.row, row));
  return tier.orm.select().from(importRow).where(where).get() ?? null;
}

export function pageOfRows(tier: TierFile, importId: Id, after: number, limit: number): ImportRowRow[] {
  return tier.orm
    .select()
    .from(importRow)
    .where(and(eq(importRow.importId, importId), gt(importRow.row, after)))
    .orderBy(asc(importRow.row))
    .limit(limit)
    .all();
}

/** Rows nothing was decided of yet, and those that got their record after they had been given up. */
export function rowsToSettle(tier: TierFile, importId: Id, limit: number): ImportRowRow[] {
  const late = and(inArray(importRow.state, ['LEFT']), isNotNull(importRow.recordId));
  return tier.orm
    .select()
    .from(importRow)
    .where(and(eq(importRow.importId, importId), or(eq(importRow.state, 'WAITING'), late)))
    .orderBy(asc(importRow.row))
    .limit(limit)
    .all();
}

export function rowsWithRecord(tier: TierFile, importId: Id): ImportRowRow[] {
  return tier.orm
    .select()
    .from(importRow)
    .where(and(eq(importRow.importId, importId), isNotNull(importRow.recordId)))
    .orderBy(asc(importRow.row))
    .all();
}

/** Alone or inside a write: then it stands or falls with it. */
export function changeImportRow(
  tier: TierFile,
  importId: Id,
  row: number,
  change: Partial<Pick<ImportRowRow, 'state' | 'problems' | 'recordId'>>,
): void {
  tier.orm
    .update(importRow)
    .set(change)
    .where(and(eq(importRow.importId, importId), eq(importRow.row, row)))
    .run();
}

export type CodeHolder = {
  id: Id;
  title: string;
  level: string;
  refCode: string | null;
  description: string;
};

/** Seen records that have a 档号, given here or noted from an older catalogue (a line of the description begins with `label`). */
export function recordsWithCodes(tiers: OpenTiers, label: string): CodeHolder[] {
  return all(
    tiers,
    (tier) =>
      prepared(
        tier,
        `select i.id, i.title, i.level, r.ref_code as refCode, case when instr(r.description, @label) > 0 then r.description else '' end as description
         from record r join item i on i.id = r.id
         where i.state = 'ACTIVE' and (r.ref_code is not null or instr(r.description, @label) > 0)`,
      ).all({ label }) as CodeHolder[],
  );
}
