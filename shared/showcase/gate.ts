import { z } from 'zod';
import type { CalendarDate } from '../dates.ts';
import type { Problem } from '../errors.ts';
import { type Citation, citationSchema } from '../records/citation.ts';

/**
 * What must be answered before anything is exhibited, in the order of the review. Exhibition makes information known to the
 * public (侵犯商业秘密民事案件规定 2020 art. 4) and takes the novelty of an invention that was not filed (专利法 art. 24).
 */
export const GATE_POINTS = [
  'PERSONAL_INFO',
  'CLAIMS',
  'ACCURACY',
  'TRADE_SECRET',
  'PATENT',
  'THIRD_PARTY',
  'LEVEL',
  'STATE_SECRET',
  'HUMAN_GENETIC',
] as const;
export type GatePoint = (typeof GATE_POINTS)[number];

/** WAIVED: the right-holder knows that showing destroys novelty and signs that they want it. */
export const FINDINGS = ['PASSED', 'NOT_APPLICABLE', 'WAIVED', 'FAILED'] as const;
export type Finding = (typeof FINDINGS)[number];

export const PANEL_STATES = [
  'DRAFT',
  'UNIT_REVIEW',
  'IP_REVIEW',
  'SECRECY_REVIEW',
  'APPROVED',
  'PUBLISHED',
  'WITHDRAWN',
] as const;
export type PanelState = (typeof PANEL_STATES)[number];

export type ReviewState = 'UNIT_REVIEW' | 'IP_REVIEW' | 'SECRECY_REVIEW';

/** Who answers what: the unit for its content, then its rights, last its secrecy. */
export const POINTS_OF: Readonly<Record<ReviewState, readonly GatePoint[]>> = {
  UNIT_REVIEW: ['PERSONAL_INFO', 'CLAIMS', 'ACCURACY'],
  IP_REVIEW: ['TRADE_SECRET', 'PATENT', 'THIRD_PARTY'],
  SECRECY_REVIEW: ['LEVEL', 'STATE_SECRET', 'HUMAN_GENETIC'],
};

/** What may be answered: consent and rights may not concern a panel, the others concern every one. */
export const FINDINGS_OF: Readonly<Record<GatePoint, readonly Finding[]>> = {
  PERSONAL_INFO: ['PASSED', 'NOT_APPLICABLE', 'FAILED'],
  CLAIMS: ['PASSED', 'FAILED'],
  ACCURACY: ['PASSED', 'FAILED'],
  TRADE_SECRET: ['PASSED', 'NOT_APPLICABLE', 'FAILED'],
  PATENT: ['PASSED', 'NOT_APPLICABLE', 'WAIVED', 'FAILED'],
  THIRD_PARTY: ['PASSED', 'NOT_APPLICABLE', 'FAILED'],
  LEVEL: ['PASSED', 'FAILED'],
  STATE_SECRET: ['PASSED', 'FAILED'],
  HUMAN_GENETIC: ['PASSED', 'FAILED'],
};

/** A written consent: whose, and the signed paper. */
export const consentSchema = z.object({
  holder: z.string().trim().min(1, 'REQUIRED').max(120),
  paper: citationSchema,
});
export type Consent = z.infer<typeof consentSchema>;

export const decisionInputSchema = z.object({
  point: z.enum(GATE_POINTS),
  finding: z.enum(FINDINGS),
  /** Who decided: a person of the unit or office, not necessarily a user of this vault. */
  reviewer: z.string().trim().min(1, 'REQUIRED').max(60),
  decidedOn: z.iso.date(),
  /** On what it stands, in words. */
  evidence: z.string().trim().min(1, 'REQUIRED').max(500),
  /** The signed paper, where there is one. */
  paper: citationSchema.nullable(),
  /** Who consented in writing: each co-owner of the trade secret, each person who is shown. */
  consents: z.array(consentSchema).max(30).default([]),
});
export type DecisionInput = z.infer<typeof decisionInputSchema>;

/** A decision as it is kept: bound to the content it was made on. */
export type Decision = DecisionInput & { contentHash: string };

/** VOID: decided, but on a text or picture that is another now. CONTRADICTED: decided, but the facts say otherwise. */
export type PointStatus = 'OPEN' | 'GREEN' | 'FAILED' | 'VOID' | 'CONTRADICTED';

/** What the program itself can see, whatever was decided. */
export type PanelFacts = {
  isPublic: boolean;
  picturesPublic: boolean;
  picturesPresent: boolean;
  /** Every outcome above 公开 that the panel presents was compared with its present content ({@link Redaction}). */
  isRedacted: boolean;
  /** Units to which the presented outcomes belong. */
  owners: readonly string[];
};

/** A signed waiver is a paper, not a word. */
export function needsPaper(point: GatePoint, finding: Finding): boolean {
  return point === 'PATENT' && finding === 'WAIVED';
}

/** So is a consent: of every co-owner (商业秘密), of every person (PIPL arts. 25, 29: separate consent). */
export function needsConsents(point: GatePoint, finding: Finding): boolean {
  return finding === 'PASSED' && (point === 'TRADE_SECRET' || point === 'PERSONAL_INFO');
}

/** Owners of whom no consent is there. */
export function ownersWithout(
  consents: readonly Pick<Consent, 'holder'>[],
  owners: readonly string[],
): string[] {
  return owners.filter((owner) => !consents.some(({ holder }) => isSamePerson(holder, owner)));
}

/** The rule a decision breaks, or null. */
export function checkDecision(
  decision: DecisionInput,
  state: PanelState,
  owners: readonly string[],
  today: CalendarDate,
): Problem | null {
  if (!FINDINGS_OF[decision.point].includes(decision.finding))
    return { rule: 'FINDING_NOT_FOR_POINT', field: 'finding' };
  if (!isReview(state) || !POINTS_OF[state].includes(decision.point))
    return { rule: 'POINT_NOT_UNDER_REVIEW', field: 'point' };
  if (decision.decidedOn > today) return { rule: 'DAY_NOT_YET', field: 'decidedOn' };
  if (needsPaper(decision.point, decision.finding) && decision.paper === null)
    return { rule: 'PAPER_REQUIRED', field: 'paper' };
  if (!needsConsents(decision.point, decision.finding)) return null;
  if (decision.consents.length === 0) return { rule: 'CONSENT_REQUIRED', field: 'consents' };
  const [without] = decision.point === 'TRADE_SECRET' ? ownersWithout(decision.consents, owners) : [];
  return without === undefined
    ? null
    : { rule: 'CONSENT_OF_OWNER_MISSING', field: 'consents', params: { owner: without } };
}

/** The last decision on a point counts. */
export function latestOf(decisions: readonly Decision[], point: GatePoint): Decision | null {
  return decisions.findLast((decision) => decision.point === point) ?? null;
}

export function statusOf(
  decisions: readonly Decision[],
  point: GatePoint,
  contentHash: string,
  facts: PanelFacts,
): PointStatus {
  const decision = latestOf(decisions, point);
  if (decision === null) return 'OPEN';
  if (decision.contentHash !== contentHash) return 'VOID';
  if (decision.finding === 'FAILED') return 'FAILED';
  return contradiction(decision, facts) === null ? 'GREEN' : 'CONTRADICTED';
}

export const CONTRADICTIONS = ['NOT_PUBLIC', 'PICTURES', 'NOT_REDACTED', 'OWNER_WITHOUT_CONSENT'] as const;
export type Contradiction = (typeof CONTRADICTIONS)[number];

/** Which fact speaks against a decision that was in favour, or null. */
export function contradiction(
  { point, finding, consents }: Decision,
  facts: PanelFacts,
): Contradiction | null {
  if (point === 'LEVEL') {
    if (!facts.isPublic) return 'NOT_PUBLIC';
    if (!facts.picturesPublic || !facts.picturesPresent) return 'PICTURES';
    return facts.isRedacted ? null : 'NOT_REDACTED';
  }
  // A decision of an earlier time cites one paper for all and names nobody.
  const isNamed = point === 'TRADE_SECRET' && finding === 'PASSED' && consents.length > 0;
  return isNamed && ownersWithout(consents, facts.owners).length > 0 ? 'OWNER_WITHOUT_CONSENT' : null;
}

export function isReview(state: PanelState): state is ReviewState {
  return state === 'UNIT_REVIEW' || state === 'IP_REVIEW' || state === 'SECRECY_REVIEW';
}

/** Names are compared without spaces and case: two ways to write one name are one person. */
export function isSamePerson(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  return plain(one) === plain(other);
}

export type { Citation };
