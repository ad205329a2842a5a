import { z } from 'zod';

/** 草稿, 已申请, 秘书处初审, 专家评审, 理事会审议, 公示, 签约缴费, 入盟 (domain rules 1.7). */
export const STAGES = [
  'DRAFT',
  'SUBMITTED',
  'SECRETARIAT_REVIEW',
  'EXPERT_REVIEW',
  'COUNCIL',
  'PUBLICITY',
  'SIGNING',
  'ADMITTED',
] as const;
export type Stage = (typeof STAGES)[number];

/** Where a case can also stand: sent back for completion, or ended without admission. */
export const CASE_STAGES = [...STAGES, 'RETURNED', 'REJECTED', 'WITHDRAWN'] as const;
export const caseStageSchema = z.enum(CASE_STAGES);
export type CaseStage = z.infer<typeof caseStageSchema>;

export const PRESETS = ['FULL', 'SHORT'] as const;
export const presetSchema = z.enum(PRESETS);
export type Preset = z.infer<typeof presetSchema>;

/** The charter's way: all stages, or 初审 → 理事会 → 入盟. */
export const STAGES_OF: Record<Preset, readonly Stage[]> = {
  FULL: STAGES,
  SHORT: ['DRAFT', 'SUBMITTED', 'SECRETARIAT_REVIEW', 'COUNCIL', 'ADMITTED'],
};

export const OUTCOMES = ['PASSED', 'WAIVED', 'RETURNED', 'RESUBMITTED', 'REJECTED', 'WITHDRAWN'] as const;
export const outcomeSchema = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcomeSchema>;

/** The council decides itself and an application is the applicant's: neither can be waived. */
const WAIVABLE: ReadonlySet<CaseStage> = new Set([
  'SECRETARIAT_REVIEW',
  'EXPERT_REVIEW',
  'PUBLICITY',
  'SIGNING',
]);

/** Working days the secretariat has for its review (proposal of domain rules 1.7). */
export const REVIEW_WORKING_DAYS = 10;

/** Where the case stands after the outcome; null where this outcome is not possible at this stage. No stage can be skipped. */
export function stageAfter(preset: Preset, stage: CaseStage, outcome: Outcome): CaseStage | null {
  if (isEnded(stage)) return null;
  if (stage === 'RETURNED') {
    if (outcome === 'RESUBMITTED') return 'SECRETARIAT_REVIEW';
    return outcome === 'REJECTED' || outcome === 'WITHDRAWN' ? outcome : null;
  }
  switch (outcome) {
    case 'PASSED':
      return nextOf(preset, stage);
    case 'WAIVED':
      return WAIVABLE.has(stage) ? nextOf(preset, stage) : null;
    case 'RETURNED':
      return stage === 'SECRETARIAT_REVIEW' ? 'RETURNED' : null;
    case 'RESUBMITTED':
      return null;
    case 'REJECTED':
      return stage === 'DRAFT' ? null : 'REJECTED';
    case 'WITHDRAWN':
      return 'WITHDRAWN';
  }
}

export function outcomesAt(preset: Preset, stage: CaseStage): Outcome[] {
  return OUTCOMES.filter((outcome) => stageAfter(preset, stage, outcome) !== null);
}

export function isEnded(stage: CaseStage): boolean {
  return stage === 'ADMITTED' || stage === 'REJECTED' || stage === 'WITHDRAWN';
}

/** The stage at which a case stopped or stands, for the rail: a returned case waits at the secretariat's review. */
export function railStage(preset: Preset, steps: readonly { stage: CaseStage; outcome: Outcome }[]): Stage {
  let stage: CaseStage = 'DRAFT';
  let last: Stage = 'DRAFT';
  for (const step of steps) {
    const next = stageAfter(preset, stage, step.outcome);
    if (next === null) break;
    stage = next;
    if ((STAGES as readonly string[]).includes(next)) last = next as Stage;
    else if (next === 'RETURNED') last = 'SECRETARIAT_REVIEW';
  }
  return last;
}

function nextOf(preset: Preset, stage: CaseStage): CaseStage | null {
  const stages = STAGES_OF[preset];
  const at = (stages as readonly CaseStage[]).indexOf(stage);
  return at < 0 ? null : (stages[at + 1] ?? null);
}
