import { z } from 'zod';
import type { Level } from './levels.ts';
import { formatTerm, parseTerm, type Term } from './terms.ts';

/**
 * The sign between level and term. ★ is not among them: it marks state secrets, and 保守国家秘密法 art. 22
 * forbids a state-secret mark on anything that is none.
 */
export const MARK_SEPARATORS = ['▲', '·', ''] as const;
export const markSeparatorSchema = z.enum(MARK_SEPARATORS, {
  error: (issue) => (issue.input === STATE_SECRET_SIGN ? 'MARK_STATE_SECRET_SIGN' : 'MARK_SEPARATOR_UNKNOWN'),
});
export type MarkSeparator = z.infer<typeof markSeparatorSchema>;
export const DEFAULT_MARK_SEPARATOR: MarkSeparator = '▲';

/** 权属: the short name a mark begins with (中央企业商业秘密保护暂行规定 art. 15). */
export const markOwnerSchema = z
  .string()
  .trim()
  .min(1, 'REQUIRED')
  .max(60, 'TOO_LONG')
  .refine((owner) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(owner), 'CONTROL_CHARACTER')
  .refine((owner) => !owner.includes(STATE_SECRET_SIGN), 'MARK_STATE_SECRET_SIGN');

/** owner and term are null where a mark read from paper does not state them. */
export type Mark = { owner: string | null; level: Level; term: Term; separator: MarkSeparator };
export type MarkReading =
  | { ok: true; mark: Mark }
  | { ok: false; code: 'MARK_UNREADABLE' | 'MARK_STATE_SECRET_SIGN' };

const STATE_SECRET_SIGN = '★';
/** The term is spelled out, so that an owner whose name holds a level word is still read as owner. */
const MARK_PATTERN =
  /^(?<owner>.*?)(?<level>核心商密|普通商密|内部)\s*(?<separator>[▲·]?)\s*(?<term>(?:[\d０-９]{1,4}\s*(?:年|个月|月|日|天)|长期|公布前)?)$/u;
const MARKED_LEVELS = { INTERNAL: '内部', TRADE_SECRET: '普通商密', CORE_TRADE_SECRET: '核心商密' } as const;

/** ××联合体普通商密▲5年: owner, level, separator, term. 公开 bears no mark: null. */
export function formatMark({
  owner,
  level,
  term,
  separator = DEFAULT_MARK_SEPARATOR,
}: {
  owner: string;
  level: Level;
  term: Term;
  separator?: MarkSeparator;
}): string | null {
  if (level === 'PUBLIC') return null;
  const tail = term === null ? '' : `${separator}${formatTerm(term)}`;
  return `${owner.trim()}${MARKED_LEVELS[level]}${tail}`;
}

/** Reads a mark back. A mark with ★ is refused, whatever its level words: it claims to be a state secret's. */
export function parseMark(text: string): MarkReading {
  if (text.includes(STATE_SECRET_SIGN)) return { ok: false, code: 'MARK_STATE_SECRET_SIGN' };
  const groups = MARK_PATTERN.exec(text.trim())?.groups ?? {};
  const { owner = '', separator = '', term: termText = '' } = groups;
  const level = levelOfWord(groups.level);
  const term = termText === '' ? null : parseTerm(termText);
  if (level === null || (term === null && termText !== '')) return { ok: false, code: 'MARK_UNREADABLE' };
  const known = MARK_SEPARATORS.find((candidate) => candidate === separator) ?? '';
  return { ok: true, mark: { owner: owner.trim() || null, level, term, separator: known } };
}

function levelOfWord(word: string | undefined): Level | null {
  if (word === MARKED_LEVELS.INTERNAL) return 'INTERNAL';
  if (word === MARKED_LEVELS.TRADE_SECRET) return 'TRADE_SECRET';
  return word === MARKED_LEVELS.CORE_TRADE_SECRET ? 'CORE_TRADE_SECRET' : null;
}
