import { readFile, stat } from 'node:fs/promises';
import type { Level } from '#shared/confidentiality/levels.ts';
import { defaultTerm, type Term } from '#shared/confidentiality/terms.ts';
import type { TextEncoding } from '#shared/sheets/encoding.ts';
import { loadCatalogue } from '#shared/translations/catalogue.ts';
import { offerFile } from '../documents/offer.ts';
import { readSheet } from '../sheets/readSheet.ts';
import { SHEET_LIMITS } from '../sheets/sheetLimits.ts';
import { writeSheet, XLSX_TYPE } from '../sheets/writeSheet.ts';
import { type CataloguePlan, planCatalogue } from '../tables/cataloguePlan.ts';
import { previewOf, rowsToImport } from '../tables/catalogueRows.ts';
import { listPaths, MOST_FILES, TooManyFilesError } from '../tables/listPaths.ts';
import { NoHeaderError } from '../tables/plan.ts';
import { recordColumns } from '../tables/recordColumns.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid } from './errors.ts';
import { assertTerm, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';

/** Rows ready to be filled in below the header of a template. */
const BLANK_ROWS = 500;

export const catalogues = {
  template: unlocked.catalogues.template.handler(async ({ context: { vault }, input }) => {
    const t = await loadCatalogue(input.language);
    const words = t.catalogues;
    const bytes = await writeSheet(
      {
        name: words.sheet,
        heading: '',
        mark: '',
        columns: recordColumns(t).map(({ field, title, required, choices }) => ({
          title: required ? `${title}*` : title,
          width: field === 'title' ? 44 : field === 'fileName' || field === 'refCode' ? 28 : 14,
          type: 'TEXT',
          ...(choices ? { choices: choices.map(({ names, code }) => names[0] ?? code) } : {}),
        })),
        rows: [],
        blankRows: BLANK_ROWS,
      },
      {
        name: t.tables.explained,
        heading: '',
        mark: '',
        columns: [{ title: t.tables.explained, width: 90, type: 'TEXT' }],
        rows: words.explanation.map((line) => [line]),
      },
    );
    return offerFile(vault, `${t.tables.templateName(words.sheet)}.xlsx`, XLSX_TYPE, bytes);
  }),

  preview: unlocked.catalogues.preview.handler(async ({ context, input }) => {
    openTierFor(context.vault, input.level);
    const { plan, encoding, paths } = await planned(context, input, defaultTerm(input.level));
    return previewOf(plan, paths, encoding);
  }),

  begin: unlocked.catalogues.begin.handler(async ({ context, input }) => {
    const { app, vault } = context;
    const { level, plan: common, bare } = input;
    assertTerm(level, common.term);
    const tier = openTierFor(vault, level);
    const { plan, paths, places } = await planned(context, input, common.term);
    if (plan.digest !== input.digest) throw conflict({ rule: 'TABLE_CHANGED' });
    const begun = await app.imports.begin(
      tier,
      {
        ...common,
        shape: 'CATALOGUE',
        level,
        title: '',
        fields: {},
        projectId: null,
        peopleIds: [],
        recordId: null,
      },
      places,
      rowsToImport(plan, paths, bare),
    );
    // A catalogue without files: nothing will come that could end the listing.
    if (input.files.from === 'PLACES' && places.length === 0) await app.imports.announce(begun.id, [], true);
    return begun;
  }),
};

type Source = {
  place: string;
  encoding: TextEncoding | null;
  level: Level;
  files: { from: 'PLACES'; places: string[] } | { from: 'UPLOADS'; paths: string[] };
};

async function planned(
  { app, vault }: UnlockedContext,
  { place, encoding, level, files }: Source,
  term: Term,
): Promise<{ plan: CataloguePlan; encoding: TextEncoding | null; paths: string[]; places: string[] }> {
  const resolve = (token: string, field: string) => {
    const path = app.places.resolve(token);
    if (path === null) throw invalid({ rule: 'PLACE_UNKNOWN', field });
    return path;
  };
  const table = resolve(place, 'place');
  const max = SHEET_LIMITS.fileBytes / 1024 / 1024;
  if ((await stat(table)).size > SHEET_LIMITS.fileBytes)
    throw invalid({ rule: 'SHEET_TOO_LARGE', field: 'file', params: { max } });
  const read = await readSheet(await readFile(table), encoding ?? undefined);
  const places = files.from === 'PLACES' ? files.places.map((token) => resolve(token, 'files')) : [];
  const found =
    files.from === 'UPLOADS' ? files.paths.map((path) => path.toWellFormed()) : await pathsIn(places);
  const paths = [...new Set(found)].sort();
  const columns = recordColumns(await loadCatalogue('zh-CN'));
  try {
    const plan = planCatalogue(vault, read.tables, paths, { level, term, columns });
    return { plan, encoding: read.encoding, paths, places };
  } catch (error) {
    if (!(error instanceof NoHeaderError)) throw error;
    throw invalid({ rule: 'TABLE_NO_HEADER', field: 'file', params: { columns: error.missing.join('、') } });
  }
}

async function pathsIn(places: readonly string[]): Promise<string[]> {
  try {
    return await listPaths(places);
  } catch (error) {
    if (!(error instanceof TooManyFilesError)) throw error;
    throw invalid({ rule: 'CATALOGUE_TOO_MANY_FILES', field: 'files', params: { max: MOST_FILES } });
  }
}
