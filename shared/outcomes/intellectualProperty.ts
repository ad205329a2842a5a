import { z } from 'zod';
import { addMonths, type CalendarDate, daysBetween } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { type PatentNumberProblem, readPatentNumber } from './patentNumber.ts';

export const IP_KINDS = [
  'INVENTION',
  'UTILITY_MODEL',
  'DESIGN',
  'SOFTWARE_COPYRIGHT',
  'WORK',
  'LAYOUT',
  'PLANT_VARIETY',
  'TRADEMARK',
  'KNOW_HOW',
  'STANDARD_DOCUMENT',
  'DATA_RIGHT',
] as const;
export const ipKindSchema = z.enum(IP_KINDS);
export type IpKind = z.infer<typeof ipKindSchema>;

/** 法律状态. */
export const IP_STATES = [
  'PLANNED',
  'FILED',
  'PUBLISHED',
  'EXAMINED',
  'GRANTED',
  'REFUSED',
  'ABANDONED',
  'LAPSED',
  'INVALIDATED',
] as const;
export const ipStateSchema = z.enum(IP_STATES);
export type IpState = z.infer<typeof ipStateSchema>;

const date = z.iso.date('NOT_A_DATE').nullable();

export const ipItemSchema = z.object({
  id: idSchema,
  kind: ipKindSchema,
  name: z.string().trim().min(1, 'REQUIRED').max(200),
  /** 申请号, 专利号 or 登记号 as it is stored; '' before there is one. */
  number: z.string().trim().max(40),
  state: ipStateSchema,
  filedOn: date,
  publishedOn: date,
  grantedOn: date,
  /** The day until which the next annual fee is to be paid; null where none is due. */
  feeDueOn: date,
  holders: z.string().trim().max(300),
  inventors: z.string().trim().max(300),
  /** 背景知识产权: what a party brought along, not what the project made. */
  background: z.boolean(),
  note: z.string().trim().max(500),
});
export type IpItem = z.infer<typeof ipItemSchema>;

export type IpWarning =
  | PatentNumberProblem
  | 'IP_NUMBER_MISSING'
  | 'IP_DATES_OUT_OF_ORDER'
  | 'IP_TERM_ENDED'
  | 'IP_FEE_OVERDUE'
  | 'IP_FEE_SOON';

/** Days before a fee is due from which it is shown as near. */
export const FEE_WARNING_DAYS = 60;
/** 专利法 art. 42: years from the day of filing. */
const TERM_YEARS: Partial<Record<IpKind, number>> = { INVENTION: 20, UTILITY_MODEL: 10, DESIGN: 15 };
const PATENTS: ReadonlySet<IpKind> = new Set(['INVENTION', 'UTILITY_MODEL', 'DESIGN']);
/** What is over costs nothing more. */
const ENDED: ReadonlySet<IpState> = new Set(['REFUSED', 'ABANDONED', 'LAPSED', 'INVALIDATED']);

export function isPatent(kind: IpKind): boolean {
  return PATENTS.has(kind);
}

/** The last day of a patent's term; null for what has no term or no day of filing. */
export function ipTermEnd({ kind, filedOn }: Pick<IpItem, 'kind' | 'filedOn'>): CalendarDate | null {
  const years = TERM_YEARS[kind];
  return years === undefined || filedOn === null ? null : addMonths(filedOn, years * 12);
}

/** What a person should look at; none of it is refused, because old papers may carry it. */
export function ipWarnings(item: IpItem, today: CalendarDate): IpWarning[] {
  return [...numberWarnings(item, today), ...dateWarnings(item, today), ...feeWarnings(item, today)];
}

function numberWarnings({ kind, number, state }: IpItem, today: CalendarDate): IpWarning[] {
  if (!isPatent(kind)) return [];
  if (number === '') return state === 'PLANNED' ? [] : ['IP_NUMBER_MISSING'];
  const reading = readPatentNumber(number, Number(today.slice(0, 4)));
  if (typeof reading === 'string') return [reading];
  return reading.sort === 'APPLICATION' && reading.kind !== kind ? ['PATENT_NUMBER_OTHER_KIND'] : [];
}

function dateWarnings(item: IpItem, today: CalendarDate): IpWarning[] {
  const days = [item.filedOn, item.publishedOn, item.grantedOn].filter((day) => day !== null);
  const found: IpWarning[] = [];
  if (days.some((day, index) => index > 0 && (days[index - 1] ?? day) > day))
    found.push('IP_DATES_OUT_OF_ORDER');
  const end = ipTermEnd(item);
  if (end !== null && end < today && !ENDED.has(item.state)) found.push('IP_TERM_ENDED');
  return found;
}

function feeWarnings({ feeDueOn, state }: IpItem, today: CalendarDate): IpWarning[] {
  if (feeDueOn === null || ENDED.has(state)) return [];
  const left = daysBetween(today, feeDueOn);
  if (left < 0) return ['IP_FEE_OVERDUE'];
  return left <= FEE_WARNING_DAYS ? ['IP_FEE_SOON'] : [];
}
