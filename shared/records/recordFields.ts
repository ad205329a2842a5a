import { z } from 'zod';
import { type PartialDate, parsePartialDate } from '../dates.ts';
import { readWrittenDate } from '../writtenDates.ts';
import { CATEGORIES } from './category.ts';
import { codeTextSchema, departmentSchema } from './refCodeElements.ts';
import { RETENTIONS } from './retention.ts';

/** Dates after this year are taken for slips of the pen. */
const LAST_YEAR = 2200;

/** Control characters, line separators, and the direction overrides that make text read as something else. */
const UNSAFE_IN_LINE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
const UNSAFE_IN_TEXT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

/** 原件形态: paper, thing, born digital, negatives and prints, tape, disc, other; '' while not known. */
export const ORIGINAL_FORMS = [
  'PAPER', // 纸质
  'OBJECT', // 实物
  'BORN_DIGITAL', // 电子原生
  'PHOTO_PRINT', // 照片
  'NEGATIVE', // 底片
  'TAPE', // 磁带
  'DISC', // 光盘
  'OTHER',
] as const;
export const originalFormSchema = z.enum(ORIGINAL_FORMS);
export type OriginalForm = z.infer<typeof originalFormSchema>;

/** 语种, as ISO 639 codes; '' while not known. */
export const LANGUAGES = ['zh', 'en', 'ja', 'ko', 'de', 'fr', 'ru', 'es', 'other'] as const;

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' of the calendar. */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'NOT_A_DATE')
  .refine((text) => parsePartialDate(text) !== null, 'DATE_NOT_REAL')
  .refine((text) => Number(text.slice(0, 4)) <= LAST_YEAR, 'DATE_TOO_LATE');

/** A date as written by people or catalogues, kept in ISO form. */
export const docDateSchema = z
  .string()
  .max(40, 'NOT_A_DATE')
  .transform((text, context) => {
    const reading = readWrittenDate(text);
    if (reading.ok) return reading.date;
    context.addIssue({ code: 'custom', message: reading.code });
    return z.NEVER;
  })
  .pipe(partialDateSchema);

/**
 * What a person may write about a record. Texts are trimmed and NFC; an empty text means "not known". No field has
 * a default, so that a partial change touches only what it names. Messages are rule codes, TOO_LONG with params.max.
 */
export const recordFieldsSchema = z.object({
  title: lineOf(500).pipe(z.string().min(1, 'REQUIRED')),
  docDate: docDateSchema.nullable(),
  /** 责任者; for photos the photographer. */
  responsible: lineOf(200),
  /** 文件编号. */
  docNo: lineOf(100),
  category: z.enum([...CATEGORIES, ''], 'CATEGORY_UNKNOWN'),
  /** Second level of the category; '' takes the category's own. */
  subcategory: codeTextSchema,
  retention: z.enum([...RETENTIONS, ''], 'RETENTION_UNKNOWN'),
  /** 年度. */
  year: z
    .number()
    .int('YEAR_NOT_WHOLE')
    .min(1000, 'YEAR_TOO_EARLY')
    .max(LAST_YEAR, 'YEAR_TOO_LATE')
    .nullable(),
  /** 机构(问题). */
  dept: departmentSchema,
  originalForm: z.enum([...ORIGINAL_FORMS, ''], 'ORIGINAL_FORM_UNKNOWN'),
  /** Where the original is kept: room, shelf, box. */
  originalPlace: lineOf(200),
  /** Where it came about or was taken. */
  place: lineOf(200),
  description: textOf(20_000),
  keywords: z
    .array(lineOf(50).pipe(z.string().min(1, 'REQUIRED')))
    .max(50, 'TOO_MANY')
    .transform((words) => [...new Set(words)])
    .pipe(z.array(z.string())),
  language: z.enum([...LANGUAGES, ''], 'LANGUAGE_UNKNOWN'),
});
export type RecordFields = z.infer<typeof recordFieldsSchema>;

export const EMPTY_RECORD_FIELDS: Omit<RecordFields, 'title'> = {
  docDate: null,
  responsible: '',
  docNo: '',
  category: '',
  subcategory: '',
  retention: '',
  year: null,
  dept: '',
  originalForm: '',
  originalPlace: '',
  place: '',
  description: '',
  keywords: [],
  language: '',
};

/** The 年度 a document date suggests. */
export function yearOfDate(date: PartialDate | null): number | null {
  return date === null ? null : (parsePartialDate(date)?.year ?? null);
}

/**
 * The 年度 goes with the document's date as long as nobody set it apart from it. Not once the record is filed: its 档号 holds
 * the year.
 */
export function withYear<Changes extends { docDate?: PartialDate | null; year?: number | null }>(
  before: { stage: 'DRAFT' | 'ARCHIVED'; docDate: PartialDate | null; year: number | null },
  changes: Changes,
): Changes {
  if (changes.docDate === undefined || changes.year !== undefined || before.stage !== 'DRAFT') return changes;
  const follows = before.year === null || before.year === yearOfDate(before.docDate);
  return follows ? { ...changes, year: yearOfDate(changes.docDate) } : changes;
}

/** One line of text without control or direction characters; the length counts characters, not UTF-16 units. */
function lineOf(length: number) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(safeText(length, UNSAFE_IN_LINE));
}

/** Text of several lines; line ends become \n. */
function textOf(length: number) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(safeText(length, UNSAFE_IN_TEXT));
}

function safeText(length: number, unsafe: RegExp) {
  return z
    .string()
    .refine((text) => countCharacters(text) <= length, { error: 'TOO_LONG', params: { max: length } })
    .refine((text) => !unsafe.test(text), 'CONTROL_CHARACTER')
    .refine((text) => text.isWellFormed(), 'NOT_UNICODE');
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
