import { z } from 'zod';

/**
 * The four levels 公开, 内部, 普通商密, 核心商密. There is deliberately no 绝密, 机密 or 秘密:
 * state secrets do not belong in this program (保守国家秘密法 arts. 29, 31(3)).
 * The order of the array serves display and {@link highestLevel} only.
 */
export const LEVELS = ['PUBLIC', 'INTERNAL', 'TRADE_SECRET', 'CORE_TRADE_SECRET'] as const;
export const levelSchema = z.enum(LEVELS);
export type Level = z.infer<typeof levelSchema>;

/** A tier is one encrypted file and one clearance; a user opens a tier or does not. */
export const TIERS = ['register', 'secret', 'core'] as const;
export const tierSchema = z.enum(TIERS);
export type Tier = z.infer<typeof tierSchema>;

const TIER_OF: Record<Level, Tier> = {
  PUBLIC: 'register',
  INTERNAL: 'register',
  TRADE_SECRET: 'secret',
  CORE_TRADE_SECRET: 'core',
};

/** The tier in which an item of this level lives, with all that hangs on it. */
export function tierOf(level: Level): Tier {
  return TIER_OF[level];
}

export function levelsOf(tier: Tier): Level[] {
  return LEVELS.filter((level) => TIER_OF[level] === tier);
}

/**
 * The one level comparison used for access: only what is 公开 may be exhibited. Everything else is
 * decided by which tiers are open, never by comparing levels.
 */
/** Whether a link between the two would have to lie in a higher tier than the one that links. */
export function liesAbove(far: Level, near: Level): boolean {
  return TIERS.indexOf(tierOf(far)) > TIERS.indexOf(tierOf(near));
}

export function isPublic(level: Level): boolean {
  return level === 'PUBLIC';
}

/**
 * The level of a whole made of parts: a compilation carries the highest level of its parts (by analogy
 * with the rule for state-secret compilations). Of nothing it is PUBLIC.
 */
export function highestLevel(levels: Iterable<Level>): Level {
  let highest = 0;
  for (const level of levels) highest = Math.max(highest, LEVELS.indexOf(level));
  return LEVELS[highest] ?? 'PUBLIC';
}

/** Whether a change of level goes up, down or nowhere. For naming a decision, not for access. */
export function levelChange(from: Level, to: Level): 'UP' | 'DOWN' | 'SAME' {
  const steps = LEVELS.indexOf(to) - LEVELS.indexOf(from);
  if (steps === 0) return 'SAME';
  return steps > 0 ? 'UP' : 'DOWN';
}
