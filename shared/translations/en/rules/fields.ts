import type { RuleText } from '../../catalogue.ts';
import type { fieldsRules as zh } from '../../zh-CN/rules/fields.ts';
import { numbered } from '../numbered.ts';

/** Fields and deeds of any area. */
export const fieldsRules: Record<keyof typeof zh, RuleText> = {
  // Fields in general
  REQUIRED: 'This field is required.',
  TOO_LONG: ({ max }) => `The text is too long: ${numbered(max, 'character')} at most.`,
  TOO_SHORT: ({ min }) => `The text is too short: at least ${numbered(min, 'character')}.`,
  NOT_A_DATE: 'This is not a date. Write it like 2026-11-20.',
  STILL_NAMED: ({ title, count }) =>
    Number(count) > 1 ? `${title} and others, ${count} in all, still name it.` : `${title} still names it.`,
  END_BEFORE_START: 'The end is before the start.',
  VERSION_CHANGED: 'Somebody else has changed this. Look at the newest state, then change it again.',

  // Further fields and deeds
  FIELD_INVALID: 'What was entered does not meet the requirements.',
  ENDS_BEFORE_START: 'The end is before the start.',
  CURSOR_UNKNOWN: 'The list has changed. Look at it again from the start.',
  DISK_FULL: 'The disk is full; this step was not done. Make room and try again.',
  NOT_A_FILE: 'This is no ordinary file and was not imported.',
  SYMBOLIC_LINK: 'This is a link and was not followed. Import the file it points to.',
};
