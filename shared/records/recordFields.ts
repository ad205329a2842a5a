import { z } from 'zod';
import { isCalendarDate, type PartialDate, parsePartialDate } from '../dates.ts';
import { readWrittenDate } from '../writtenDates.ts';
import { CATEGORIES } from './category.ts';
import { codeTextSchema, departmentSchema } from './refCodeElements.ts';
import { RETENTIONS } from './retention.ts';

/** Dates after this year are taken for slips of the pen. */
const LAST_YEAR = 2200;

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
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'DATE_UNREADABLE')
  .refine((text) => parsePartialDate(text) !== null, 'DATE_NOT_REAL')
  .refine((text) => Number(text.slice(0, 4)) <= LAST_YEAR, 'DATE_TOO_LATE');

/** A date as written by people or catalogues, kept in ISO form. */
export const docDateSchema = z
  .string()
  .max(40, 'DATE_UNREADABLE')
  .transform((text, context) => {
    const reading = readWrittenDate(text);
    if (reading.ok) return reading.date;
    context.addIssue({ code: 'custom', message: reading.code });
    return z.NEVER;
  })
  .pipe(partialDateSchema);

/**
 * What a person may write about a record. Texts are trimmed and NFC; an empty text means "not known". No field has
 * a default, so that a partial change touches only what it names. Messages are rule codes.
 */
export const recordFieldsSchema = z.object({
  title: lineOf(500, 'TITLE').pipe(z.string().min(1, 'TITLE_EMPTY')),
  docDate: docDateSchema.nullable(),
  /** 责任者; for photos the photographer. */
  responsible: lineOf(200, 'RESPONSIBLE'),
  /** 文件编号. */
  docNo: lineOf(100, 'DOC_NO'),
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
  originalPlace: lineOf(200, 'ORIGINAL_PLACE'),
  /** Where it came about or was taken. */
  place: lineOf(200, 'PLACE'),
  description: textOf(20_000, 'DESCRIPTION'),
  keywords: z
    .array(lineOf(50, 'KEYWORD').pipe(z.string().min(1, 'KEYWORD_EMPTY')))
    .max(50, 'KEYWORDS_TOO_MANY')
    .transform((words) => [...new Set(words)]),
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

/** Whether the date names a day, as a 档号 or a term may need. */
export function hasDay(date: PartialDate | null): boolean {
  return date !== null && isCalendarDate(date);
}

/** One line of text without control or direction characters; length counts characters, not UTF-16 units. */
function lineOf(length: number, name: string) {
  return z
    .string()
    .max(length * 2 + 200, `${name}_TOO_LONG`)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .refine((text) => [...text].length <= length, `${name}_TOO_LONG`)
        .refine((text) => !UNSAFE_IN_LINE.test(text), `${name}_CONTROL_CHARACTER`)
        .refine((text) => text.isWellFormed(), `${name}_NOT_UNICODE`),
    );
}

/** Text of several lines; line ends become \n. */
function textOf(length: number, name: string) {
  return z
    .string()
    .max(length * 2 + 200, `${name}_TOO_LONG`)
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .refine((text) => [...text].length <= length, `${name}_TOO_LONG`)
        .refine((text) => !UNSAFE_IN_TEXT.test(text), `${name}_CONTROL_CHARACTER`)
        .refine((text) => text.isWellFormed(), `${name}_NOT_UNICODE`),
    );
}

/** Control characters, line separators, and the direction overrides that make text read as something else. */
const UNSAFE_IN_LINE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
const UNSAFE_IN_TEXT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;
