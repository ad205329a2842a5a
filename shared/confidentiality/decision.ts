import { z } from 'zod';
import type { CalendarDate, PartialDate } from '../dates.ts';
import type { Problem } from '../errors.ts';
import { basisSchema } from './basis.ts';
import { isPublic, type Level, levelChange, levelSchema } from './levels.ts';
import { checkTerm, expiryOf, expiryState, type Term, termSchema } from './terms.ts';

/**
 * 定密, 升密, 降密, 延期, 解密. SET is the first decision, or a new one after the term has run out. A shorter term
 * at the same level is a LOWER; only what becomes 公开 is a RELEASE.
 */
export const DECISION_KINDS = ['SET', 'RAISE', 'LOWER', 'EXTEND', 'RELEASE_EARLY', 'RELEASE_EXPIRY'] as const;
export const decisionKindSchema = z.enum(DECISION_KINDS);
export type DecisionKind = z.infer<typeof decisionKindSchema>;

/** 解密理由: 期满, 已公开, 专利已公布, 技术淘汰, 权利人同意, 其他. */
export const LOWERING_REASONS = [
  'EXPIRED',
  'DISCLOSED',
  'PATENT_PUBLISHED',
  'OBSOLETE',
  'OWNER_CONSENT',
  'OTHER',
] as const;
/** 原定偏低, 价值提高, 协议要求, 汇编, 期满仍需保密, 其他. */
export const RAISING_REASONS = [
  'SET_TOO_LOW',
  'VALUE_INCREASED',
  'AGREEMENT_REQUIRES',
  'COMPILATION',
  'STILL_NEEDED',
  'OTHER',
] as const;
export const decisionReasonSchema = z.enum([...LOWERING_REASONS, ...RAISING_REASONS]);
export type DecisionReason = z.infer<typeof decisionReasonSchema>;

/** reason and remark may be empty only for the first decision. */
export const decisionSchema = z.object({
  level: levelSchema,
  term: termSchema,
  basis: basisSchema,
  reason: decisionReasonSchema.nullable(),
  remark: z.string().trim().max(2000, 'TOO_LONG'),
});
export type Decision = z.infer<typeof decisionSchema>;

/** level is null before the first decision. */
export type DecisionSubject = { level: Level | null; term: Term; docDate: PartialDate };

/** What a decision amounts to; null when it changes nothing. today is the calendar day. */
export function decisionKindOf(
  { level, term }: Pick<Decision, 'level' | 'term'>,
  subject: DecisionSubject,
  today: CalendarDate,
): DecisionKind | null {
  if (subject.level === null) return 'SET';
  const change = levelChange(subject.level, level);
  const over = isOver(subject, today);
  if (change === 'UP') return 'RAISE';
  if (change === 'DOWN') return isPublic(level) ? (over ? 'RELEASE_EXPIRY' : 'RELEASE_EARLY') : 'LOWER';
  if (term === subject.term) return null;
  if (over) return 'SET';
  return isLonger(term, subject) ? 'EXTEND' : 'LOWER';
}

/** Whether a second pair of eyes is needed: for everything but the first decision and an extension in time. */
export function needsReview(kind: DecisionKind, subject: DecisionSubject): boolean {
  return kind === 'SET' ? subject.level !== null : kind !== 'EXTEND';
}

/** The reasons to choose from; none for a first decision. */
export function reasonsFor(kind: DecisionKind, subject: DecisionSubject): readonly DecisionReason[] {
  if (kind === 'SET') return subject.level === null ? [] : RAISING_REASONS;
  if (kind === 'RAISE' || kind === 'EXTEND') return RAISING_REASONS;
  return LOWERING_REASONS;
}

/** Everything that is wrong with the decision, the approval apart; empty when it may be taken. */
export function checkDecision(decision: Decision, subject: DecisionSubject, today: CalendarDate): Problem[] {
  const termProblem = checkTerm(decision.level, decision.term);
  if (termProblem !== null) return [{ field: 'term', rule: termProblem }];
  const kind = decisionKindOf(decision, subject, today);
  if (kind === null) return [{ field: 'level', rule: 'DECISION_CHANGES_NOTHING' }];
  return [
    ...checkNewTerm(kind, decision, subject, today),
    ...checkBasis(kind, decision),
    ...checkReason(kind, decision, subject, today),
  ];
}

/** By analogy with 保守国家秘密法 art. 24 a term is prolonged before its end; afterwards only a term that still runs may be set. */
function checkNewTerm(
  kind: DecisionKind,
  { term }: Decision,
  subject: DecisionSubject,
  today: CalendarDate,
): Problem[] {
  const isRenewal = kind === 'SET' && subject.level !== null;
  if (!isRenewal || !isOver({ ...subject, term }, today)) return [];
  return [{ field: 'term', rule: 'TERM_ALREADY_OVER' }];
}

/** 公开 needs no basis, and neither does less secrecy; 内部 stands on the joint body's own rule. */
function checkBasis(kind: DecisionKind, { level, basis }: Decision): Problem[] {
  const isTradeSecret = level === 'TRADE_SECRET' || level === 'CORE_TRADE_SECRET';
  if (!isTradeSecret || basis !== '' || (kind !== 'SET' && kind !== 'RAISE')) return [];
  return [{ field: 'basis', rule: 'BASIS_REQUIRED' }];
}

function checkReason(
  kind: DecisionKind,
  { reason, remark }: Decision,
  subject: DecisionSubject,
  today: CalendarDate,
): Problem[] {
  const choices = reasonsFor(kind, subject);
  if (choices.length === 0) return [];
  if (reason === null) return [{ field: 'reason', rule: 'REASON_REQUIRED' }];
  if (!choices.includes(reason)) return [{ field: 'reason', rule: 'REASON_NOT_FOR_THIS_DECISION' }];
  if (reason === 'EXPIRED' && !isOver(subject, today))
    return [{ field: 'reason', rule: 'REASON_NOT_EXPIRED' }];
  if (reason === 'OTHER' && remark === '') return [{ field: 'remark', rule: 'REASON_TEXT_REQUIRED' }];
  return [];
}

function isOver({ docDate, term }: DecisionSubject, today: CalendarDate): boolean {
  return expiryState(expiryOf(docDate, term), today) === 'EXPIRED';
}

function isLonger(term: Term, subject: DecisionSubject): boolean {
  const before = expiryOf(subject.docDate, subject.term);
  const after = expiryOf(subject.docDate, term);
  if (before !== null && after !== null) return after > before;
  if (before !== null) return true;
  return subject.term === 'UNTIL_PUBLISHED' && term === 'PERMANENT';
}
