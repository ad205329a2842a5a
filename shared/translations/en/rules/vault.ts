import type { RuleText } from '../../catalogue.ts';
import type { vaultRules as zh } from '../../zh-CN/rules/vault.ts';

/** The vault, its places, what is damaged, levels and decisions on them. */
export const vaultRules: Record<keyof typeof zh, RuleText> = {
  // Levels and terms
  TERM_INVALID: 'This is not a term. Write it like 5 years, 6 months or 30 days.',
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

  // The vault and its places
  FOLDER_NOT_EMPTY: 'The folder is not empty. Make a new folder or choose another name.',
  FOLDER_HAS_VAULT:
    'The folder already holds a vault. Choose another folder, or “Open a vault” on the start page.',
  FOLDER_EXISTS: 'There is a folder of this name already. Choose another name.',
  FOLDER_NAME_INVALID:
    'This folder name cannot be used: it may not contain \\ / : * ? " < > | nor end with a dot or a space.',
  NOT_A_VAULT: 'There is no vault in this folder. Choose the folder that holds vault.json.',
  NO_VAULT_CHOSEN: 'No vault is chosen yet. Open or create one first.',
  LOCK_FIRST: 'Another vault is open. Lock it first.',
  ONLY_IN_BROWSER_DOOR: 'This is only for the folder list in the browser.',
  USER_NAME_TAKEN: 'There is a user of this name already. Choose another name.',
  USER_UNKNOWN: 'The vault has no such user.',
  CLEARANCE_NOT_YOURS: 'You do not have this clearance yourself and cannot give it.',
  RECOVERY_UNREADABLE:
    'This is not a recovery key: it has 24 words, or one line that begins with AGE-SECRET-KEY-1. Compare it with the printed sheet.',
  RECOVERY_WORDS_WRONG: 'Some words are not those of the printed sheet. Check each and try again.',
  RECOVERY_NOT_PREPARED: 'The recovery key is no longer valid. Make and print it again.',
  REF_CODE_DIALECT_FROZEN: 'Records have been given codes; the coding rule can no longer be changed.',
  FONDS_INVALID: 'A fonds number is one capital letter and three digits, for example A001.',
  ALL_TIERS_NEEDED: 'Only a user who can open every level may do this.',

  // What is damaged, as the check and the unlocking find it
  TIER_FILE_MISSING: 'The file of this level is not in the vault’s folder. Restore it from a backup.',
  TIER_FILE_FOREIGN:
    'The file of this level was not written by this vault and is not used. Restore it from a backup.',
  TIER_FILE_OTHER_VAULT: 'The file of this level belongs to another vault and is not used.',
  TIER_KEY_MISSING: 'The key file of this level is missing or cannot be opened. Restore it from a backup.',
  TIER_KEY_CHANGED: 'The key of this level is not the one last seen and is not used. Ask the coordinator.',
  TIER_ROLLED_BACK:
    'The file of this level is older than the one last seen, or was replaced, and is not used. Find out who put an old file back.',
  TIER_DAMAGED: 'The file of this level is damaged. Restore it from a backup.',
  TIER_PUBLIC_KEYS_DIFFER:
    'The public keys of this level are not those on record; somebody may have changed them. Ask the coordinator.',
  VAULT_ID_CHANGED: 'The vault’s identity is not the one last seen; it was not opened.',
  DATABASE_DAMAGED: 'The database file has damaged pages. Restore it from a backup.',
  FILE_BYTES_CHANGED: 'The content of a file is not what its checksum says. Restore it from a backup.',
  FILE_BYTES_MISSING: 'The content of a file is missing. Restore it from a backup.',
  JOURNAL_GAP: 'Entries are missing from the journal.',
  JOURNAL_TIER_CHAIN: 'A journal entry does not follow on the one before.',
  JOURNAL_ITEM_CHAIN: 'The history of this item does not follow on.',
  JOURNAL_ENTRY_CHANGED: 'A journal entry was changed.',
  JOURNAL_ACTOR_CHANGED: 'The person of a journal entry was changed.',
  JOURNAL_CONTENT_CHANGED: 'A journal entry does not agree with its content.',
  JOURNAL_BEHIND: 'The item is newer than the journal: a change was not entered.',
  REVISION_MISSING: 'A version is missing from the history.',
  ITEM_CHANGED_OUTSIDE: 'The item was changed outside of Mengbu.',

  // Decisions on levels
  REASON_NOT_FOR_THIS_DECISION: 'This reason does not fit the change. Choose one of the list.',
  DECISION_CHANGES_NOTHING: 'Neither level nor term changes.',
  TERM_ALREADY_OVER: 'This term would already be over. Choose a longer one, or release it.',
  MARK_SEPARATOR_UNKNOWN: 'There is no such separator. Choose one of the list.',
  SENSITIVE_INFO_IS_PERSONAL_INFO: 'Sensitive personal information is personal information too: tick both.',
  NDA_IS_CONFIDENTIAL: 'A confidentiality agreement has a confidentiality clause: tick it.',
};
