import type { Tier } from '../confidentiality/levels.ts';
import { type CalendarDate, parsePartialDate } from '../dates.ts';
import type { Problem } from '../errors.ts';
import { defaultSubcategory } from './category.ts';
import type { RecordFields } from './recordFields.ts';
import { type Dialect, type RefCodeParts, templateFor, validateRefCode } from './refCode.ts';

export type ArchivingRecord = {
  fields: RecordFields;
  tier: Tier;
  /** The number of the record's project; '' without one. */
  projectCode: string;
  files: readonly { name: string; sha256: string | null; size: number }[];
  /** Set once the record is archived: a code is given once and never changes. */
  refCode: string | null;
};
export type ArchiveSettings = { fonds: string; dialect: Dialect };

/** 必填著录项 (四性检测 2-4): without these there is no 档号, or nobody could say later what the record is. */
export const REQUIRED_FIELDS = ['title', 'docDate', 'responsible', 'category', 'retention', 'year'] as const;

/** What stands in the way of 归档, by field or file; empty when nothing does. The code itself comes after. */
export function checkArchiving(record: ArchivingRecord, today: CalendarDate): Problem[] {
  if (record.refCode !== null) return [{ field: 'refCode', rule: 'ALREADY_ARCHIVED' }];
  return [...checkRequired(record.fields), ...checkYears(record.fields, today), ...checkFiles(record)];
}

/** What the record's code will be made of; null while a required field is missing. */
export function refCodePartsOf(
  record: ArchivingRecord,
  { fonds, dialect }: ArchiveSettings,
): RefCodeParts | null {
  const { category, subcategory, retention, year, dept } = record.fields;
  if (category === '' || retention === '' || year === null) return null;
  return {
    template: templateFor(category, dialect, record.projectCode),
    fonds,
    category,
    subcategory: subcategory === '' ? defaultSubcategory(category) : subcategory,
    project: record.projectCode,
    year,
    retention,
    dept,
    tier: record.tier,
  };
}

/** 档号规范性 and 唯一性 (四性检测 1-7, 1-8). `isTaken` says whether a record, here or moved away, has borne the code. */
export function checkRefCode(
  code: string,
  parts: RefCodeParts,
  isTaken: (code: string) => boolean,
): Problem[] {
  if (validateRefCode(code, parts.template) !== null) {
    return [{ field: 'refCode', rule: 'REF_CODE_INVALID', params: { code } }];
  }
  return isTaken(code) ? [{ field: 'refCode', rule: 'REF_CODE_TAKEN', params: { code } }] : [];
}

function checkRequired(fields: RecordFields): Problem[] {
  const missing = REQUIRED_FIELDS.filter((field) => fields[field] === '' || fields[field] === null);
  const problems: Problem[] = missing.map((field) => ({ field, rule: 'REQUIRED' }));
  // The code of an accounting volume names the kind of book: 凭证, 账簿, 报告, 其他.
  if (fields.category === 'KU' && fields.subcategory === '')
    problems.push({ field: 'subcategory', rule: 'REQUIRED' });
  return problems;
}

/** 值合理性 (四性检测 1-5): nothing is archived before it came about. */
function checkYears({ year, docDate }: RecordFields, today: CalendarDate): Problem[] {
  const problems: Problem[] = [];
  const thisYear = parsePartialDate(today)?.year ?? Number.POSITIVE_INFINITY;
  // As texts: a date known only to the year or month stands before its days.
  if (docDate !== null && docDate > today) problems.push({ field: 'docDate', rule: 'DATE_IN_FUTURE' });
  if (year !== null && year > thisYear) problems.push({ field: 'year', rule: 'YEAR_IN_FUTURE' });
  return problems;
}

function checkFiles({ fields, files }: ArchivingRecord): Problem[] {
  if (files.length === 0 && fields.originalPlace === '')
    return [{ field: 'files', rule: 'NO_FILE_AND_NO_ORIGINAL' }];
  return files
    .filter((file) => !/^[0-9a-f]{64}$/.test(file.sha256 ?? ''))
    .map((file) => ({ field: 'files', file: file.name, rule: 'HASH_MISSING' }));
}
