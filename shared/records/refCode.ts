import { z } from 'zod';
import type { Tier } from '../confidentiality/levels.ts';
import type { Category } from './category.ts';
import { TIER_MARKS } from './refCodeElements.ts';
import type { Retention } from './retention.ts';

/** How 档号 of a fonds are written; frozen once the first record is numbered. */
export const DIALECTS = ['DAT13', 'DAT22'] as const;
export const dialectSchema = z.enum(DIALECTS);
export type Dialect = z.infer<typeof dialectSchema>;

/** DA/T 13-2022 but for DAT22_ITEM (DA/T 22-2015). */
export const TEMPLATES = [
  'DAT13_ITEM',
  'DAT22_ITEM',
  'DAT13_PROJECT',
  'DAT13_PHOTO',
  'DAT13_AV',
  'DAT13_ACCT',
] as const;
export type Template = (typeof TEMPLATES)[number];

/** All of a 档号 but its number. Empty texts are elements left out; a template takes the elements it has. */
export type RefCodeParts = {
  template: Template;
  fonds: string;
  category: Category;
  subcategory: string;
  /** 项目号, for DAT13_PROJECT. */
  project: string;
  year: number;
  retention: Retention;
  dept: string;
  tier: Tier;
};

/** A number has at least so many digits; it grows to five where a series outgrows them. */
const WIDTHS: Record<Template, number> = {
  DAT13_ITEM: 4,
  DAT22_ITEM: 4,
  DAT13_PROJECT: 3,
  DAT13_PHOTO: 3,
  DAT13_AV: 3,
  DAT13_ACCT: 3,
};
export const LAST_NUMBER = 99_999;

/** 照片 go by group, 录音 and 录像 by piece, 会计 by volume, 科技 of a numbered project by project, all else by 件. */
export function templateFor(category: Category, dialect: Dialect, project: string): Template {
  if (category === 'ZP') return 'DAT13_PHOTO';
  if (category === 'LY' || category === 'LX') return 'DAT13_AV';
  if (category === 'KU') return 'DAT13_ACCT';
  if (category === 'KJ' && project !== '') return 'DAT13_PROJECT';
  return dialect === 'DAT22' ? 'DAT22_ITEM' : 'DAT13_ITEM';
}

/**
 * What the numbers of a series count within: the code up to its number. Two records with the same key draw from
 * the same sequence. A series belongs to one tier; those of the closed tiers carry its mark in the 机构 element,
 * or where the template has none as a further level of the category.
 */
export function seriesKey(parts: RefCodeParts): string {
  const { template, fonds, category, subcategory, project, year, retention, dept, tier } = parts;
  const mark = TIER_MARKS[tier];
  const plain = joined('·', category, subcategory);
  const marked = joined('·', category, subcategory, mark);
  switch (template) {
    case 'DAT13_ITEM':
      return `${fonds}-${joined('·', plain, `${year}`, retention, dept + mark)}`;
    case 'DAT22_ITEM':
      return joined('-', fonds, `${plain}·${year}`, retention, dept + mark);
    case 'DAT13_PROJECT':
      return `${fonds}-${marked}·${project}`;
    case 'DAT13_PHOTO':
      return `${fonds}-${marked}·${year}·${retention}`;
    case 'DAT13_AV':
      return `${fonds}-${marked}·${year}·${retention}`;
    case 'DAT13_ACCT':
      return `${fonds}-${marked}·${year}`;
  }
}

/**
 * The 档号. `number` is the 件号, or of photos the 组号, of volumes the 案卷号; `item` is the 件号 within a group or
 * volume, null for the whole. Throws RangeError beyond five digits.
 */
export function formatRefCode(parts: RefCodeParts, number: number, item: number | null = null): string {
  const head = `${seriesKey(parts)}-${padded(number, WIDTHS[parts.template])}`;
  return item === null ? head : `${head}-${padded(item, 3)}`;
}

/** The templates whose form this code has; empty for what is no 档号. */
export function templatesOf(code: string): Template[] {
  return TEMPLATES.filter((template) => PATTERNS[template].test(code));
}

/** Null when the code has the form of its template, or of any where none is given; else the rule it breaks. */
export function validateRefCode(code: string, template?: Template): 'REF_CODE_INVALID' | null {
  const isValid = template === undefined ? templatesOf(code).length > 0 : PATTERNS[template].test(code);
  return isValid ? null : 'REF_CODE_INVALID';
}

/** The number at the end of a code that belongs to the series; null for codes of other series. */
export function numberInSeries(code: string, key: string): number | null {
  if (!code.startsWith(`${key}-`)) return null;
  const match = /^(\d{3,5})(?:-\d{3,5})?$/.exec(code.slice(key.length + 1));
  return match === null ? null : Number(match[1]);
}

/** Numbers missing between 1 and the highest: each is a failure of 四性检测 2-6, continuity. Ascending. */
export function findGaps(numbers: Iterable<number>): number[] {
  const present = new Set(numbers);
  let highest = 0;
  for (const number of present) highest = Math.max(highest, number);
  return Array.from({ length: highest }, (_, index) => index + 1).filter((number) => !present.has(number));
}

const PATH = '[A-Z]\\d{3}-[A-Z]{2}(?:·[A-Z0-9]{1,4})*';
const DEPT = '[\\p{Script=Han}A-Za-z0-9]+';
const PATTERNS: Record<Template, RegExp> = {
  DAT13_ITEM: new RegExp(`^${PATH}·\\d{4}·(?:Y|D30|D10)(?:·${DEPT})?-\\d{3,5}$`, 'u'),
  DAT22_ITEM: new RegExp(`^${PATH}·\\d{4}-(?:Y|D30|D10)(?:-${DEPT})?-\\d{3,5}$`, 'u'),
  DAT13_PROJECT: /^[A-Z]\d{3}-KJ(?:·[A-Z]{2})(?:·(?:PM|HM))?·[A-Z0-9]+-\d{3,5}(?:-\d{3,5})?$/,
  DAT13_PHOTO: /^[A-Z]\d{3}-ZP(?:·[A-Z0-9]{1,4})*·\d{4}·(?:Y|D30|D10)-\d{3,5}(?:-\d{3,5})?$/,
  DAT13_AV: /^[A-Z]\d{3}-L[XY](?:·[A-Z0-9]{1,4})*·\d{4}·(?:Y|D30|D10)-\d{3,5}$/,
  DAT13_ACCT: /^[A-Z]\d{3}-KU(?:·[A-Z0-9]{1,4})*·\d{4}-\d{3,5}(?:-\d{3,5})?$/,
};

function joined(separator: string, ...elements: string[]): string {
  return elements.filter((element) => element !== '').join(separator);
}

function padded(number: number, width: number): string {
  if (!Number.isInteger(number) || number < 1 || number > LAST_NUMBER) {
    throw new RangeError(`no number of a reference code: ${number}`);
  }
  return String(number).padStart(width, '0');
}
