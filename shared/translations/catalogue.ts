import type { Problem } from '../errors.ts';
import type { zhCN } from './zhCN.ts';

/** All text for people, by noun. Chinese is the measure: the type checker keeps every other language in step. */
export type Catalogue = Omit<typeof zhCN, 'rules'> & { rules: Record<keyof typeof zhCN.rules, RuleText> };

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type RuleParams = NonNullable<Problem['params']>;
/** The sentence of a rule that was not kept: what happened, why, what to do. */
export type RuleText = string | ((params: RuleParams) => string);

/** Reads one language; each is a module of its own, so that a screen loads only the one it shows. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  if (language === 'en') return (await import('./en.ts')).en;
  return (await import('./zhCN.ts')).zhCN;
}
