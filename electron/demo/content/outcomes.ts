import type { OutcomePlan } from './outcomePlan.ts';
import { EARLY_OUTCOMES } from './outcomesEarly.ts';
import { LATER_OUTCOMES } from './outcomesLater.ts';

export const OUTCOMES: readonly OutcomePlan[] = [...EARLY_OUTCOMES, ...LATER_OUTCOMES];
