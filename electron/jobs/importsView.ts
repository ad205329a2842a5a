import type { TierFile } from '#db/open.ts';
import { pageOfRows } from '#db/records/importRows.ts';
import { pageOfEntries } from '#db/records/importsQueries.ts';
import type { ImportEntryRow, ImportRow } from '#db/records/importsSchema.ts';
import { readFile } from '#db/records/queries.ts';
import { find } from '#db/tiers.ts';
import { isShownHere } from '#shared/records/file.ts';
import type { EntryState, Import, ImportEntry, ImportedRow } from '#shared/records/importsContract.ts';
import type { OpenVault } from '../vault/session.ts';
import { holdersOf } from './importsDuplicates.ts';
import type { Run } from './importsRun.ts';
import { tallyOf } from './importsTally.ts';

export type EntriesQuery = { states: EntryState[]; after: string | null; limit: number };

/** What the service knows of an import that its row may not say: a full disk takes no new state either. */
export type Standing = Pick<Run, 'state' | 'problems'>;

/** An import as the screens see it; of one under way what the run knows, which is ahead of the rows. */
export function showImport(
  tier: TierFile,
  row: ImportRow,
  run: Run | null,
  standing: Standing | null,
): Import {
  const tally = run?.tally ?? tallyOf(tier, row.id);
  const { state, problems } = run ?? standing ?? row;
  return {
    id: row.id,
    state,
    plan: row.plan,
    title: row.title,
    problems: [...problems],
    startedAt: row.startedAt,
    counts: tally.counts(),
    bytes: tally.bytes(),
    needsFiles: row.source === 'UPLOADS' && state === 'PAUSED' && tally.of('WAITING') > 0,
  };
}

export function showEntries(
  vault: OpenVault,
  tier: TierFile,
  importId: string,
  { states, after, limit }: EntriesQuery,
): { entries: ImportEntry[]; after: string | null } {
  const from = after === null ? -1 : Number.parseInt(after, 10);
  const rows = pageOfEntries(tier, importId, { states, after: Number.isNaN(from) ? -1 : from, limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    entries: rows.map((row) => showEntry(vault, tier, row)),
    after: last ? String(last.position) : null,
  };
}

export function showRows(
  { tiers }: OpenVault,
  tier: TierFile,
  importId: string,
  { isCancelled, after, limit }: { isCancelled: boolean; after: number; limit: number },
): { rows: ImportedRow[]; after: number | null } {
  const rows = pageOfRows(tier, importId, after, limit);
  return {
    rows: rows.map((each) => ({
      row: each.row,
      title: each.title,
      files: each.files,
      ...standOf(each, isCancelled),
      recordId: each.recordId && find(tiers, each.recordId, { removed: true }) ? each.recordId : null,
    })),
    after: rows.length === limit ? (rows.at(-1)?.row ?? null) : null,
  };
}

/** A record that was made is made, also while more of its files come. After cancelling, none waits any more. */
function standOf(
  { state, problems, recordId }: Pick<ImportedRow, 'state' | 'problems' | 'recordId'>,
  isCancelled: boolean,
): Pick<ImportedRow, 'state' | 'problems'> {
  if (state !== 'WAITING') return { state, problems };
  if (recordId !== null) return { state: 'DONE', problems };
  return isCancelled
    ? { state: 'LEFT', problems: [...problems, { rule: 'CATALOGUE_ROW_CANCELLED' }] }
    : { state, problems };
}

/** What lies in a closed tier is not named. */
export function showEntry({ tiers }: OpenVault, tier: TierFile, row: ImportEntryRow): ImportEntry {
  const { id, path, size, state, problems, quotable, sha256 } = row;
  const file = state === 'DONE' && row.fileId ? readFile(tier, row.fileId) : null;
  const holder =
    state === 'DUPLICATE' && sha256 ? holdersOf(tiers, row.importId, { path, sha256, size })[0] : undefined;
  return {
    id,
    path,
    size,
    state,
    problems,
    recordId: row.recordId && find(tiers, row.recordId, { removed: true }) ? row.recordId : null,
    remarks: file?.problems ?? [],
    isShown: file === null || isShownHere(file.kind, file.thumbnail !== null, file.problems),
    duplicateOf: holder ? { recordId: holder.id, title: holder.title } : null,
    quotable,
  };
}
