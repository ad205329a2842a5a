import { bodyRules } from './rules/body.ts';
import { exchangeRules } from './rules/exchange.ts';
import { fieldsRules } from './rules/fields.ts';
import { meetingsRules } from './rules/meetings.ts';
import { membersRules } from './rules/members.ts';
import { outcomesRules } from './rules/outcomes.ts';
import { recordsRules } from './rules/records.ts';
import { showcaseRules } from './rules/showcase.ts';
import { tablesRules } from './rules/tables.ts';
import { vaultRules } from './rules/vault.ts';

/** Sentences for rule codes: what is wrong, why, and what to do. One line per code; no code stands in two areas. */
export const rules = {
  ...fieldsRules,
  ...vaultRules,
  ...recordsRules,
  ...outcomesRules,
  ...tablesRules,
  ...bodyRules,
  ...membersRules,
  ...exchangeRules,
  ...showcaseRules,
  ...meetingsRules,
};
