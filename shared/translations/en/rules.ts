import type { RuleText } from '../catalogue.ts';
import type { rules as zh } from '../zh-CN/rules.ts';

/** Sentences for rule codes: what is wrong, why, and what to do. One line per code, by area. */
export const rules: Record<keyof typeof zh, RuleText> = {
  // Fields in general
  REQUIRED: 'This field is required.',
  TOO_LONG: ({ max }) => `The text is too long: ${max} characters at most.`,
  TOO_SHORT: ({ min }) => `The text is too short: at least ${min} characters.`,
  NOT_A_DATE: 'This is not a date. Write it like 2026-11-20.',
  END_BEFORE_START: 'The end is before the start.',
  VERSION_CHANGED: 'Somebody else has changed this. Look at the newest state, then change it again.',

  // Levels and terms
  TERM_INVALID: 'This is not a term. Write 5年, 6个月, 30日, 长期 or 公布前.',
  TERM_YEARS_EXPECTED: 'Write terms of whole years in years.',
  TERM_REQUIRED: 'This level needs a term.',
  TERM_NOT_ALLOWED: 'Public material has no term.',
  BASIS_REQUIRED: 'State the ground for this level.',
  BASIS_CLAUSE_REQUIRED: 'Name the clause or the document it rests on.',
  REASON_REQUIRED: 'Choose a reason.',
  REASON_TEXT_REQUIRED: 'Write the reason.',
  REASON_NOT_EXPIRED: 'The term is not over yet, so expiry cannot be the reason.',
  APPROVER_REQUIRED: 'Another user who is cleared for both levels has to approve this.',
  APPROVER_IS_PROPOSER: 'Nobody approves their own proposal.',
  APPROVER_NOT_CLEARED: 'The chosen approver is not cleared for both levels.',
  ONLY_COORDINATOR_ALONE: 'Where nobody can approve, only the coordinator may decide alone.',
  MARK_STATE_SECRET_SIGN: 'The mark contains ★: state secrets must not be kept here.',
  MARK_UNREADABLE: 'This mark cannot be read.',

  // Saving a file from the vault
  SAVE_NO_ROOM:
    'There is not enough room at that place, so the file was not written. Make room or choose another place.',
  SAVE_NOT_WRITABLE: 'That place cannot be written to. Check the permissions or choose another place.',
  SAVE_INTERRUPTED:
    'Reading from the vault was interrupted, so the file was not written. Try again; if this returns, run “Check vault”.',
  SAVE_ADDRESS_GONE: 'The address of this file has run out. Open the page again, then save.',
};
