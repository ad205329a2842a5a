import type { NewImportRow } from '#db/records/importRows.ts';
import {
  CATALOGUE_STATUSES,
  type CataloguePreview,
  type CatalogueStatus,
  STRAYS_SHOWN,
} from '#shared/records/catalogueContract.ts';
import type { TextEncoding } from '#shared/sheets/encoding.ts';
import type { CataloguePlan, PlannedRecord } from './cataloguePlan.ts';

/** The plan as it is shown before anything is written: every row, and the files that stay out. */
export function previewOf(
  { rows, match, unknownColumns, digest }: CataloguePlan,
  paths: readonly string[],
  encoding: TextEncoding | null,
): CataloguePreview {
  const pathOf = (file: number) => paths[file] ?? '';
  const rowOf = (at: number) => rows[at]?.row ?? 0;
  const strays = [
    ...match.claimed.map(({ file, rows: several }) => ({ path: pathOf(file), rows: several.map(rowOf) })),
    ...match.unclaimed.map((file) => ({ path: pathOf(file), rows: [] })),
  ];
  const counts = Object.fromEntries(
    CATALOGUE_STATUSES.map((status) => [status, rows.filter((row) => row.status === status).length]),
  ) as Record<CatalogueStatus, number>;
  return {
    rows: rows.map(({ make: _, ...row }) => row),
    counts,
    files: {
      all: paths.length,
      matched: rows.reduce((sum, { status, files }) => sum + (status === 'NEW' ? files.length : 0), 0),
      unclaimed: match.unclaimed.length,
      claimed: match.claimed.length,
    },
    strays: strays.slice(0, STRAYS_SHOWN),
    unknownColumns,
    encoding,
    digest,
  };
}

/**
 * The rows an import follows: those that come in wait for their files, the others are left and say why.
 *
 * @param bare whether rows without files come in too
 */
export function rowsToImport(
  { rows, match }: CataloguePlan,
  paths: readonly string[],
  bare: boolean,
): { rows: NewImportRow[]; claimedTwice: string[] } {
  return {
    rows: rows.map((planned) => rowToImport(planned, bare)),
    claimedTwice: match.claimed.map(({ file }) => paths[file] ?? ''),
  };
}

function rowToImport(
  { row, title, status, make, files, problems, existing }: PlannedRecord,
  bare: boolean,
): NewImportRow {
  const isWanted = status === 'NEW' || (status === 'BARE' && bare);
  const common = { row, title, files: files.length, recordId: null, paths: files };
  if (isWanted) return { ...common, make, state: 'WAITING', problems };
  const rule = WHY_LEFT[status];
  const why = rule === null ? [] : [{ rule, params: { title: existing?.title ?? '' } }];
  return { ...common, make: null, state: 'LEFT', problems: [...problems, ...why] };
}

/** A row that breaks a rule has said so already. */
const WHY_LEFT: Readonly<Record<CatalogueStatus, string | null>> = {
  NEW: null,
  BAD: null,
  BARE: 'CATALOGUE_ROW_BARE',
  EXISTS: 'CATALOGUE_ROW_EXISTS',
  TWICE: 'CATALOGUE_ROW_TWICE',
};
