import { createHash } from 'node:crypto';
import { listItems } from '#db/items/nounList.ts';
import { readProject } from '#db/projects/queries.ts';
import { recordsWithCodes } from '#db/records/importRows.ts';
import type { RowMaking } from '#db/records/importsSchema.ts';
import { unitKey } from '#shared/agreements/inForce.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { type Level, TIERS, tierOf } from '#shared/confidentiality/levels.ts';
import { parseMark } from '#shared/confidentiality/marks.ts';
import { defaultTerm, type Term } from '#shared/confidentiality/terms.ts';
import type { Problem } from '#shared/errors.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemRef } from '#shared/items.ts';
import type { CatalogueRow } from '#shared/records/catalogueContract.ts';
import { type CatalogueMatch, matchCatalogue } from '#shared/records/catalogueMatch.ts';
import { guardImport } from '#shared/records/importGuard.ts';
import { recordFieldsSchema, yearOfDate } from '#shared/records/recordFields.ts';
import { matchColumns, type TableColumn, valuesOf } from '#shared/sheets/tableColumns.ts';
import type { SheetTable } from '../sheets/readSheet.ts';
import type { OpenVault } from '../vault/session.ts';
import { NoHeaderError, problemsOf } from './plan.ts';

export type PlannedRecord = CatalogueRow & { make: RowMaking | null };
export type CataloguePlan = {
  rows: PlannedRecord[];
  match: CatalogueMatch;
  unknownColumns: string[];
  /** The same for the same list beside the same files and the same vault, whatever term is chosen for all. */
  digest: string;
};

/** A 档号 that a record had elsewhere stands as a line of its description: what this program numbers is given once, at 归档. */
export const FORMER_CODE = '原档号：';
const PAGES = '页数：';
/** Made once: a schema costs more than reading a row with it. */
const ROW_FIELDS = recordFieldsSchema.partial().required({ title: true });
type Values = Record<string, string>;
type Judged = Omit<PlannedRecord, 'row' | 'files'>;

/**
 * Every row of the first table that has a header, as it would come in beside these files. `term` and `level` hold where a row
 * says nothing. @throws NoHeaderError
 */
export function planCatalogue(
  vault: OpenVault,
  tables: readonly SheetTable[],
  paths: readonly string[],
  { level, term, columns }: { level: Level; term: Term; columns: readonly TableColumn[] },
): CataloguePlan {
  for (const { rows } of tables) {
    const matched = matchColumns(rows, columns);
    if (matched.headerAt < 0) continue;
    const judge = judgeRecords(vault, level, term);
    const read = rows.slice(matched.headerAt + 1).flatMap((row, index) => {
      if (row.every((cell) => cell.trim() === '')) return [];
      const values = valuesOf(row, matched, columns);
      return [{ values, row: matched.headerAt + index + 2, judged: judge(values) }];
    });
    const match = matchCatalogue(
      read.map(({ values, judged }) => namesOf(judged.status === 'TWICE' ? {} : values)),
      paths,
    );
    const planned = read.map(({ judged, row }, at) => withFiles({ ...judged, row }, match, at, paths));
    // The term that all rows share is chosen after the preview; what a row names itself stands in its values.
    const shown = planned.map(({ make, ...row }) => ({ ...row, make: make && { ...make, term: null } }));
    const seen = { level, values: read.map(({ values }) => values), shown, paths };
    const digest = createHash('sha256').update(canonicalJson(seen)).digest('hex');
    return { rows: planned, match, unknownColumns: matched.unknown, digest };
  }
  throw new NoHeaderError(columns);
}

function namesOf({ fileName = '', refCode = '', title = '', ordinal = '' }: Values) {
  return { fileName, refCode, title, ordinal };
}

/** A row that is to come in says which of its files are not there or not clear; without any it only describes. */
function withFiles(
  row: Omit<PlannedRecord, 'files'>,
  { files, missing, unclear }: CatalogueMatch,
  at: number,
  paths: readonly string[],
): PlannedRecord {
  const own = (files[at] ?? []).map((index) => paths[index] ?? '');
  const named = (rule: string, names: readonly string[] = []): Problem[] =>
    names.map((name) => ({ rule, field: 'fileName', params: { name } }));
  if (row.status !== 'NEW') return { ...row, files: own };
  const problems = [
    ...row.problems,
    ...named('CATALOGUE_FILE_MISSING', missing[at]),
    ...named('CATALOGUE_FILE_UNCLEAR', unclear[at]),
  ];
  return { ...row, files: own, problems, status: own.length === 0 ? 'BARE' : 'NEW' };
}

function judgeRecords(vault: OpenVault, level: Level, term: Term): (values: Values) => Judged {
  const codes = codesOnFile(vault);
  const people = namesOnFile(vault, 'person', level);
  const projects = namesOnFile(vault, 'project', level);
  const before = new Set<string>();
  return (values) => {
    const problems: Problem[] = [];
    const own = levelOf(values.level ?? '', level, term, problems);
    const fields = fieldsOf(values, problems);
    const title = values.title ?? '';
    if (
      guardImport({ name: title, folders: [], guardedFormat: null, firstPageText: null }).verdict === 'stop'
    )
      problems.push({ rule: 'STATE_SECRET_MARK', field: 'title', params: { where: 'name' } });
    const personIds = (values.people ?? '')
      .split(/[、,，;；\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .flatMap((name) => people(name, 'peopleIds', problems) ?? []);
    const project =
      (values.project ?? '') === '' ? null : projects(values.project ?? '', 'projectId', problems);
    const base = { title, level: own.level };
    if (fields === null || problems.length > 0)
      return { ...base, status: 'BAD', problems, existing: null, make: null };
    const code = codeKey(values.refCode ?? '');
    const existing = code === '' ? null : (codes.get(code) ?? null);
    const isTwice = code !== '' && before.has(code);
    if (code !== '') before.add(code);
    const status = existing ? 'EXISTS' : isTwice ? 'TWICE' : 'NEW';
    const make = { fields, ...own, projectId: project, peopleIds: [...new Set(personIds)] };
    return { ...base, status, problems: [], existing, make: status === 'NEW' ? make : null };
  };
}

/** 密级 as a name, or a whole mark such as 普通商密▲5年. State secrets have no level here; one of another tier needs its own import. */
function levelOf(
  written: string,
  level: Level,
  term: Term,
  problems: Problem[],
): { level: Level; term: Term } {
  if (written === '' || written === level) return { level, term };
  const mark = parseMark(written);
  const read = LEVEL_CODES.find((each) => each === written) ?? (mark.ok ? mark.mark.level : null);
  if (read === null) {
    const isSecret = /绝密|机密|秘密|★/.test(written) && !/商业秘密/.test(written);
    problems.push({
      rule: isSecret ? 'STATE_SECRET_MARK' : 'CATALOGUE_LEVEL_UNKNOWN',
      field: 'level',
      params: { level: written, where: 'text' },
    });
    return { level, term };
  }
  if (tierOf(read) !== tierOf(level)) problems.push({ rule: 'CATALOGUE_LEVEL_ELSEWHERE', field: 'level' });
  const said = mark.ok ? mark.mark.term : null;
  return { level: read, term: said ?? (read === level ? term : defaultTerm(read)) };
}
const LEVEL_CODES: readonly Level[] = ['PUBLIC', 'INTERNAL', 'TRADE_SECRET', 'CORE_TRADE_SECRET'];

/** What the columns say of the record; null where it breaks a rule. Columns that are empty say nothing. */
function fieldsOf(values: Values, problems: Problem[]): RowMaking['fields'] | null {
  const { title = '', docDate = '', year = '', keywords = '', note = '', refCode = '', pages = '' } = values;
  const lines = [note, refCode && `${FORMER_CODE}${refCode}`, pages && `${PAGES}${pages}`];
  const description = lines.filter((line) => line !== '').join('\n');
  const texts = [
    'responsible',
    'docNo',
    'category',
    'retention',
    'dept',
    'originalForm',
    'originalPlace',
    'place',
  ];
  const given = {
    title,
    ...Object.fromEntries(texts.flatMap((field) => (values[field] ? [[field, values[field]]] : []))),
    ...(docDate === '' ? {} : { docDate }),
    ...(year === '' ? {} : { year: Number(year.normalize('NFKC').replace(/年(?:度)?$/, '')) }),
    ...(keywords === '' ? {} : { keywords: keywords.split(/[、,，;；\s]+/).filter((word) => word !== '') }),
    ...(description === '' ? {} : { description }),
  };
  const parsed = ROW_FIELDS.safeParse(given);
  if (!parsed.success) {
    problems.push(...problemsOf(parsed.error));
    return null;
  }
  const { title: read, ...fields } = parsed.data;
  const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const date = fields.docDate ?? null;
  return { ...set, title: read, ...(fields.year === undefined && date ? { year: yearOfDate(date) } : {}) };
}

/** By 档号: those this program gave, and those noted when older catalogues came in. */
function codesOnFile({ tiers }: OpenVault): Map<string, ItemRef> {
  const codes = new Map<string, ItemRef>();
  for (const { id, title, level, refCode, description } of recordsWithCodes(tiers, FORMER_CODE)) {
    const ref = { id, kind: 'record' as const, title, level: level as Level };
    if (refCode !== null) codes.set(codeKey(refCode), ref);
    for (const line of description.split('\n'))
      if (line.startsWith(FORMER_CODE)) codes.set(codeKey(line.slice(FORMER_CODE.length)), ref);
  }
  return codes;
}

function codeKey(code: string): string {
  return code.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** People and projects by name (projects also by their code). Namesakes are not chosen between, nor is anything above the level named. */
function namesOnFile(vault: OpenVault, kind: 'person' | 'project', level: Level) {
  const byName = new Map<string, { id: Id; isAbove: boolean }[]>();
  for (const { tier, item } of listItems(vault.tiers, kind, '')) {
    const isAbove = TIERS.indexOf(tier.tier) > TIERS.indexOf(tierOf(level));
    const keys = [item.title, kind === 'project' ? readProject(tier, item.id).code : ''];
    for (const key of new Set(keys.map(unitKey)))
      if (key !== '') byName.set(key, [...(byName.get(key) ?? []), { id: item.id, isAbove }]);
  }
  return (name: string, field: string, problems: Problem[]): Id | null => {
    const found = byName.get(unitKey(name)) ?? [];
    const [only] = found;
    if (only === undefined) problems.push({ rule: 'CATALOGUE_NAME_UNKNOWN', field, params: { name } });
    else if (found.length > 1) problems.push({ rule: 'CATALOGUE_NAME_UNCLEAR', field, params: { name } });
    else if (only.isAbove)
      problems.push({ rule: 'LINK_TARGET_MORE_CONFIDENTIAL', field, params: { title: name } });
    else return only.id;
    return null;
  };
}
