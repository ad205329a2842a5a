import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { levelSchema } from '#shared/confidentiality/levels.ts';
import { defaultTerm, termSchema } from '#shared/confidentiality/terms.ts';
import type { ImportEntry, ImportedRow, ImportPlan } from '#shared/records/importsContract.ts';
import {
  catalogue,
  endProgress,
  NotAllFiledError,
  print,
  progress,
  remark,
  report,
  UsageError,
} from './output.ts';
import { type Client, type UnlockOptions, withVault } from './unlock.ts';

type AddOptions = UnlockOptions & {
  level: string;
  title?: string;
  term?: string;
  basis?: string;
  as: 'each' | 'one' | 'group';
  fields?: string;
  takeDuplicates?: boolean;
  catalogue?: string;
};

export async function add(paths: string[], options: AddOptions): Promise<void> {
  const plan = planOf(options);
  await withVault(options, async ({ client, place }) => {
    const places = paths.map((path) => place(path, kindOf(path)));
    const { catalogue: table } = options;
    const started =
      table === undefined
        ? await client.imports.begin({ plan, places })
        : await beginByCatalogue(client, place(table, 'file'), plan, places);
    const ended = await finished(client, started.id);
    const entries = await entriesOf(client, ended.id);
    const rows = await rowsOf(client, ended.id);
    const ids = [...new Set([...rows, ...entries].flatMap(({ recordId }) => recordId ?? []))];
    const t = await catalogue();
    report(options.json, { import: ended, ids }, () => ids);
    const ofFiles = entries.flatMap(({ state, problems }) => (state === 'DONE' ? [] : problems));
    const ofRows = rows.flatMap(({ state, title, row, problems }) =>
      state === 'DONE' ? [] : problems.map((problem) => ({ file: title, row, ...problem })),
    );
    const problems = [...ofFiles, ...ofRows];
    if (!options.json)
      for (const { path, duplicateOf } of entries)
        if (duplicateOf)
          remark(`${t.imports.states.DUPLICATE}${t.formats.colon}${path} → ${duplicateOf.title}`);
    const { HELD = 0, REFUSED = 0, FAILED = 0 } = ended.counts;
    const left = HELD + REFUSED + FAILED + rows.filter(({ state }) => state !== 'DONE').length;
    if (left > 0) throw new NotAllFiledError(left, problems);
  });
}

export async function search(text: string, options: UnlockOptions & { limit: string }): Promise<void> {
  await withVault(options, async ({ client }) => {
    const { groups } = await client.search.find({
      text,
      limit: Math.min(200, Math.max(1, Number(options.limit) || 20)),
    });
    const t = await catalogue();
    report(options.json, { groups }, () =>
      groups.flatMap(({ kind, count, more, hits }) => [
        `${t.search.kinds[kind]}${t.formats.colon}${count}${more ? '+' : ''}`,
        ...hits.map((hit) => `${hit.id}  ${hit.title.map((part) => part.text).join('')}  ${hit.detail}`),
      ]),
    );
    if (groups.length === 0 && !options.json) print('0');
  });
}

/** Rows without files become records too: the catalogue says that they are there. */
async function beginByCatalogue(
  client: Client,
  table: string,
  { level, term, basis, personalInfo, takeDuplicates }: ImportPlan,
  places: string[],
) {
  const source = { place: table, encoding: null, level, files: { from: 'PLACES' as const, places } };
  const { digest } = await client.catalogues.preview(source);
  return client.catalogues.begin({
    ...source,
    digest,
    bare: true,
    plan: { term, basis, personalInfo, takeDuplicates },
  });
}

async function entriesOf(client: Client, id: string): Promise<ImportEntry[]> {
  const entries: ImportEntry[] = [];
  for (let after: string | null = null; ; ) {
    const page: { entries: ImportEntry[]; after: string | null } = await client.imports.entries({
      id,
      states: [],
      after,
      limit: 500,
    });
    entries.push(...page.entries);
    after = page.after;
    if (after === null) return entries;
  }
}

/** None for an import that follows no catalogue. */
async function rowsOf(client: Client, id: string): Promise<ImportedRow[]> {
  const rows: ImportedRow[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: { rows: ImportedRow[]; after: number | null } = await client.imports.rows({
      id,
      after,
      limit: 500,
    });
    rows.push(...page.rows);
    after = page.after;
  }
  return rows;
}

function planOf(options: AddOptions): ImportPlan {
  const level = levelSchema.safeParse(options.level);
  if (!level.success) throw new UsageError((usage) => usage.level);
  const term =
    options.term === undefined
      ? { success: true as const, data: defaultTerm(level.data) }
      : termSchema.safeParse(options.term);
  if (!term.success) throw new UsageError((usage) => usage.term);
  const shape = ({ each: 'EACH', one: 'ONE', group: 'GROUP' } as const)[options.as];
  if (shape !== 'EACH' && !options.title) throw new UsageError((usage) => usage.title);
  if (options.catalogue !== undefined && (shape !== 'EACH' || options.title || options.fields))
    throw new UsageError((usage) => usage.catalogueAlone);
  return {
    shape,
    level: level.data,
    term: term.data,
    basis: options.basis ?? '',
    personalInfo: false,
    title: options.title ?? '',
    fields: fieldsOf(options.fields),
    projectId: null,
    peopleIds: [],
    recordId: null,
    takeDuplicates: options.takeDuplicates === true,
  };
}

function fieldsOf(text: string | undefined): ImportPlan['fields'] {
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as ImportPlan['fields'];
  } catch {
    throw new UsageError((usage) => usage.notJson('--fields'));
  }
}

async function finished(client: Client, id: string) {
  for (;;) {
    const present = await client.imports.get({ id });
    progress('', present.bytes.done, present.bytes.total);
    if (present.state !== 'LISTING' && present.state !== 'RUNNING') {
      endProgress();
      return present;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

function kindOf(path: string): 'file' | 'folder' {
  const stat = statSync(resolve(path), { throwIfNoEntry: false });
  if (!stat) throw new UsageError((usage) => usage.notThere(path));
  return stat.isDirectory() ? 'folder' : 'file';
}
