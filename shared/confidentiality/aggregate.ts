import { highestLevel, type Level } from './levels.ts';
import { longestTerm, type Term } from './terms.ts';

export type Part = { id: string; level: Level; term: Term };

/** levelFrom and termFrom name the first part that caused the value; null when the value is that of nothing. */
export type Aggregate = { level: Level; levelFrom: string | null; term: Term; termFrom: string | null };

/**
 * What a bundle, export or folder is held as: the highest level and the longest term of its parts, each
 * with the part that caused it (the rule for compilations of state secrets, by analogy).
 */
export function aggregateOf(parts: readonly Part[]): Aggregate {
  const level = highestLevel(parts.map((part) => part.level));
  const term = longestTerm(parts.map((part) => part.term));
  return {
    level,
    levelFrom: parts.find((part) => part.level === level)?.id ?? null,
    term,
    termFrom: term === null ? null : (parts.find((part) => part.term === term)?.id ?? null),
  };
}
