import type { RuleText } from '../../catalogue.ts';
import type { bodyRules as zh } from '../../zh-CN/rules/body.ts';
import { numbered } from '../numbered.ts';

/** The joint body and its people. */
export const bodyRules: Record<keyof typeof zh, RuleText> = {
  ORCID_INVALID:
    'This is no ORCID: it has 16 signs such as 0000-0002-1825-0097, the last a check digit. Compare it with the ORCID page.',
  MONTH_INVALID: 'Write year and month as 2026-11.',
  SCORE_RANGE: 'A score lies between 0 and 100.',
  GROUP_REQUIRED: 'Choose the group.',
  GROUP_HAS_PEOPLE: ({ count }) =>
    `${numbered(count, 'appointment is', 'appointments are')} still running. End what runs before the group is dissolved.`,
  COORDINATOR_IS_KNOWN:
    'The appointment of the coordinator is public or internal: every user must know who is responsible.',
  COORDINATOR_OVERLAPS: ({ name, from, to }) =>
    `There is one coordinator at a time: ${name} holds the office from ${from} to ${to ?? 'now'}. Change the dates, or choose “takes over”.`,
  APPOINTED_ALREADY: ({ from }) => `This person holds the same office since ${from}; terms cannot overlap.`,
  EFFECTIVE_BEFORE_ADOPTED: 'It takes effect before it was adopted.',
  RULE_NUMBER_TAKEN: ({ number }) => `There is a version “${number}” already. Choose another number.`,
  RULE_VERSION_READ: 'Somebody has read this version, so it stays as it is. Add a new version.',
  READ_BEFORE_ADOPTED: 'The day of reading lies before the version was adopted.',
  READ_IN_FUTURE: 'The day of reading lies in the future.',
};
