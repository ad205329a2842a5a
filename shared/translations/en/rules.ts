import type { RuleParams, RuleText } from '../catalogue.ts';
import type { rules as zh } from '../zh-CN/rules.ts';
import { levels } from './levels.ts';
import { showcase } from './showcase.ts';

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

  // Saving a file from the vault
  SAVE_NO_ROOM:
    'There is not enough room at that place, so the file was not written. Make room or choose another place.',
  SAVE_NOT_WRITABLE: 'That place cannot be written to. Check the permissions or choose another place.',
  SAVE_INTERRUPTED:
    'Reading from the vault was interrupted, so the file was not written. Try again; if this returns, run “Check vault”.',
  SAVE_ADDRESS_GONE: 'The address of this file has run out. Open the page again, then save.',

  // Outcomes and maturity panels
  OUTCOME_KEYWORDS_TOO_MANY: 'At most three keywords.',
  OUTCOME_REGISTRATION_NO:
    'A registration number has three characters of place or department, four of the year, Y and four running, such as 3302026Y0001.',
  SHARE_NOT_POSITIVE: 'A share must be more than 0.',
  SHARES_NOT_WHOLE: ({ sum }) => `The shares add up to ${sum} %; they must make 100 %.`,
  SHARES_PARTY_TWICE: 'A contributor can stand on the list only once.',
  SCORE_STEP: 'Scores go by steps of 0.5.',
  SCORE_NEGATIVE: 'A score cannot be below 0.',
  SCORE_TOO_HIGH: ({ score, max }) => `${score} is more than the ${max} points of this indicator.`,
  SCORE_TWICE: 'An indicator can be scored only once.',
  SCORE_MISSING: 'This indicator has no score yet.',
  OPINION_REQUIRED: 'Write an opinion.',
  SHEET_LOCKED: 'The score sheet is locked and cannot be changed.',
  SHEET_NOT_LOCKED: 'The score sheet is not locked; change it as it is.',
  SHEET_THERE_ALREADY: 'This expert has a score sheet already.',
  PANEL_CONCLUDED: 'The panel is concluded and cannot be changed. Convene another one to judge anew.',
  PANEL_NOT_CONCLUDED: 'It is not concluded yet; there is no report to print.',
  PANEL_EXPERT_BOUND: ({ name }) => `${name} has made a declaration or begun a sheet and stays on the list.`,
  PANEL_NOT_DECLARED: ({ name }) => `${name} has not signed the recusal declaration yet.`,
  PANEL_NOT_SEATED: 'This expert is recused or absent and cannot score.',
  PANEL_SHEET_HANDED_IN: 'This expert has handed in a sheet and cannot be called absent.',
  PANEL_SHEET_MISSING: ({ name }) => `The score sheet of ${name} is not locked yet.`,
  PANEL_SHEET_STALE: ({ name }) =>
    `The evidence of ${name} has changed since the sheet was locked. Open the sheet again and look at it.`,
  PANEL_SHEET_CHANGED: ({ name }) => `The score sheet of ${name} is not what it was when it was locked.`,
  PANEL_WITHOUT_SHEETS: 'There is no score sheet that counts.',
  SHEET_MAY_NOT_LEAVE: ({ title }) =>
    `“${title}” is above internal: the sheet and its material cannot leave. Score it in the program.`,
  ANSWER_NOT_ONE: 'This is no answer to a score sheet.',
  ANSWER_FOREIGN:
    'This answer belongs to no score sheet that this vault sent, or its code does not fit. It is not filed.',
  ANSWER_COPY_USED: 'An answer to this copy is filed already and says something else. Ask the expert.',
  EVERY_TIER_NEEDED: 'This is done by a user who can open every level.',
  RECUSAL_FOUND_SAME_UNIT: 'The register shows this expert in a contributing unit: recusal is required.',
  RECUSAL_FOUND_COMPLETER: 'The register shows this expert as a contributor: recusal is required.',

  // Records
  EMPTY: 'It may not be empty.',
  TOO_MANY: ({ max }) => (max === undefined ? 'There are too many.' : `There are too many; ${max} at most.`),
  CONTROL_CHARACTER: 'It holds invisible control characters. Remove them and type it again.',
  NOT_UNICODE: 'It holds characters that cannot be read. Type it again.',
  DATE_UNREADABLE: 'This date cannot be read. Write 2026-11-20, or only the year, or year and month.',
  DATE_NOT_REAL: 'There is no such day. Check the date.',
  DATE_TOO_LATE: 'The date is too late. Check the year.',
  DATE_IN_FUTURE: 'The date is after today; what has not come about yet cannot be archived.',
  YEAR_NOT_WHOLE: 'The year has four digits.',
  YEAR_TOO_EARLY: 'The year is too early. Check it.',
  YEAR_TOO_LATE: 'The year is too late. Check it.',
  YEAR_IN_FUTURE: 'The year is after this one. Check it.',
  CATEGORY_UNKNOWN: 'There is no such category. Choose one of the list.',
  RETENTION_UNKNOWN: 'There is no such retention. Choose permanent, 30 years or 10 years.',
  ORIGINAL_FORM_UNKNOWN: 'There is no such form. Choose one of the list.',
  LANGUAGE_UNKNOWN: 'There is no such language. Choose one of the list.',
  CODE_INVALID: 'Capital letters and digits only, four at most.',
  CODE_ENDS_IN_TIER_MARK: 'A code may not end in PM or HM: they mark the series of confidential tiers.',
  DEPARTMENT_INVALID: 'Han characters, letters and digits only, 30 at most.',
  DEPARTMENT_ENDS_IN_TIER_MARK: 'It may not end in PM or HM: they mark the series of confidential tiers.',
  ALREADY_ARCHIVED: 'It is archived already; its reference code does not change.',
  REF_CODE_INVALID: ({ code }) =>
    `Reference code ${code} breaks the rules. Check category, year and department.`,
  REF_CODE_TAKEN: ({ code }) => `Reference code ${code} is in use, and no code is given twice.`,
  NO_FILE_AND_NO_ORIGINAL:
    'There is neither a file nor a place of the original. Add a file or write where the original is.',
  HASH_MISSING: 'The file has no checksum. Add it again.',
  ARCHIVED_FILES_STAY: 'Files of an archived record cannot be removed.',
  FILES_NOT_THOSE_PRESENT:
    'The files have changed meanwhile. Look at the present ones and arrange them again.',
  CHANGED_SINCE: 'Somebody has changed it meanwhile. Look at the present content and change it again.',
  NOT_THERE: 'It is gone, or lies in a level that is not open.',
  PRESENTING: 'In visitor mode only what is public can be looked at. End visitor mode first.',
  TIER_NOT_OPEN: 'You are not cleared for this level and cannot store or change anything in it.',
  LINK_TARGET_MISSING: 'The chosen project or person is gone.',
  LINK_TARGET_MORE_CONFIDENTIAL: ({ title }) =>
    `“${title}” is more confidential and cannot be linked from here.`,
  UNDO_UNKNOWN: 'The change to undo was not found.',
  UNDO_NOT_AN_EDIT: 'A decision cannot be undone, only followed by a new one.',
  UNDO_CHANGED_SINCE: 'It has been changed since and can no longer be undone.',

  // Imports
  STATE_SECRET_MARK:
    'It looks like a state secret (it bears such a mark), which must not be kept here. It was not stored.',
  WORK_SECRET_MARK: 'It bears the mark of a work secret, which must not be kept here. It was not stored.',
  GENOMIC: 'Human genetic data must not be kept here; only references such as the approval number.',
  DICOM: 'Medical images (DICOM) identify patients and must not be kept here.',
  SYSTEM_FILE: 'Made by the operating system; there is nothing to keep.',
  VAULT_ITSELF: 'This is a file of the vault itself and cannot be imported.',
  PLACE_UNKNOWN: 'The chosen place is no longer valid. Choose it again.',
  PLACE_UNREACHABLE: 'The chosen place cannot be opened. Check that it is there and may be read.',
  IMPORT_SOURCE_UNREACHABLE:
    'The source folder cannot be opened (a drive may be unplugged). Connect it and go on.',
  IMPORT_ENDED: 'This import is over.',
  IMPORT_ENTRY_NOT_WANTED: 'This file is not awaited.',
  IMPORT_ENTRY_NOT_QUOTABLE: 'No declaration can let this one in.',
  IMPORT_RECORD_GONE: 'The record they were to be added to is gone.',
  IMPORT_RECORD_FULL: ({ max }) =>
    `A record holds ${max} files at most; the rest was not taken. Make several records.`,
  IMPORT_FAULT:
    'The import was interrupted; what is done stays. Go on; if that fails, run “Check the vault”.',
  IMPORT_UNDONE: 'Removed when the import was undone.',
  STORE_FAILED: 'Writing to the vault failed; this step was not done. Run “Check the vault”.',
  FILE_CHANGED_WHILE_READ: 'The file was being changed while it was read. Try again when it is finished.',
  FILE_GONE: 'The file is no longer there.',
  FILE_UNREADABLE: 'The file cannot be opened. Check that it may be read, and try again.',
  FOLDER_UNREADABLE:
    'The folder cannot be opened; its files were not taken. Check that it may be read, and try again.',
  FILE_NOT_TAKEN: 'The file was not taken. Try again.',
  UPLOAD_INCOMPLETE: 'The file did not arrive whole. Try again.',
  UPLOAD_FAILED: 'The file did not arrive. Try again.',

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

  // Further fields and deeds
  FIELD_INVALID: 'What was entered does not meet the requirements.',
  ENDS_BEFORE_START: 'The end is before the start.',
  CURSOR_UNKNOWN: 'The list has changed. Look at it again from the start.',
  DISK_FULL: 'The disk is full; this step was not done. Make room and try again.',
  NOT_A_FILE: 'This is no ordinary file and was not taken in.',
  SYMBOLIC_LINK: 'This is a link and was not followed. Import the file it points to.',

  // Tables
  SHEET_TOO_LARGE: ({ max }) =>
    `The file is too large; the most is ${max} MB. Split it, or take the pictures out.`,
  SHEET_TOO_MANY_ROWS: ({ max }) =>
    `Too many rows; the most is ${max}. Split the table, or delete empty rows at its end.`,
  SHEET_TOO_MANY_COLUMNS: ({ max }) => `Too many columns; the most is ${max}. Delete those not needed.`,
  SHEET_CELL_TOO_LONG: ({ max }) => `A cell holds too much text; the most is ${max} characters.`,
  SHEET_ENCRYPTED: 'The workbook has a password. Take it off in Excel or WPS, then import it.',
  SHEET_OLD_FORMAT: 'This is an old .xls file. Save it as .xlsx in Excel or WPS, then import it.',
  SHEET_NOT_A_TABLE: 'This is no table. Choose an .xlsx or .csv file.',
  SHEET_DAMAGED: 'The file is damaged and cannot be read. Save it again, or get another copy.',
  SHEET_HAS_ENTITIES: 'The table declares entities and may be hostile; it was not read.',
  SHEET_ENCODING_UNKNOWN: 'The encoding of the text is not known. Save it as .xlsx, or as .csv in UTF-8.',
  SHEET_QUOTES_OPEN: ({ row }) => `A quotation mark in row ${row} is never closed.`,
  SHEET_EMPTY: 'The table is empty.',
  TABLE_NO_HEADER: ({ columns }) => `No header: one of the first 10 rows must name ${columns}.`,
  TABLE_UNIT_UNKNOWN: ({ name }) => `The unit “${name}” is not on file. Enter it first, or correct the name.`,
  TABLE_CHANGED: 'The table or the vault changed since the preview. Look again.',
  LIST_TOO_LONG: ({ max }) => `One sheet holds ${max} rows at most. Narrow the list, then export.`,

  // The joint body and its people
  ORCID_INVALID:
    'This is no ORCID: it has 16 signs such as 0000-0002-1825-0097, the last a check digit. Compare it with the ORCID page.',
  MONTH_INVALID: 'Write year and month as 2026-11.',
  SCORE_RANGE: 'A score lies between 0 and 100.',
  GROUP_REQUIRED: 'Choose the group.',
  GROUP_HAS_PEOPLE: ({ count }) =>
    `${count} appointments are still running. End them before the group is dissolved.`,
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

  // Units, screening and membership
  NOT_A_NUMBER: 'Enter a number.',
  NOT_WHOLE: 'Enter a whole number.',
  NEGATIVE: 'It cannot be below 0.',
  TOO_LARGE: 'The number is too large. Check it.',
  USCC_LENGTH: ({ length }) => `A unified social credit code has 18 characters; this has ${length}.`,
  USCC_AUTHORITY_CHARACTER: ({ character }) =>
    `Character 1 (registering authority) cannot be “${character}”. The letters I, O, Z, S, V do not occur.`,
  USCC_CLASS_CHARACTER: ({ character }) =>
    `Character 2 (kind of body) cannot be “${character}”. The letters I, O, Z, S, V do not occur.`,
  USCC_REGION_CHARACTER: ({ position, character }) =>
    `Character ${position} (region, characters 3–8) must be a digit; it is “${character}”.`,
  USCC_SUBJECT_CHARACTER: ({ position, character }) =>
    `Character ${position} (subject, characters 9–17) cannot be “${character}”. The letters I, O, Z, S, V do not occur.`,
  USCC_CHECK_CHARACTER: ({ character }) =>
    `Character 18 (check) cannot be “${character}”. The letters I, O, Z, S, V do not occur.`,
  USCC_CHECK_WRONG: ({ expected, found }) =>
    `Character 18 (check) does not fit: the first 17 ask for ${expected}, here is ${found}. Compare all of it with the certificate.`,
  USCC_AND_EXEMPTION: 'There is a code: no reason for having none is needed.',
  USCC_TAKEN: ({ unit }) => `“${unit}” bears this code already. A unit is entered once.`,
  RD_STAFF_EXCEEDS_STAFF: 'More R&D staff than staff. Check both.',
  POSTCODE_INVALID: 'A postcode has 6 digits.',
  EMAIL_INVALID: 'This is no e-mail address.',
  CREDIT_NOTE_REQUIRED: 'Say what was found (case number, court, matter).',
  DELIVERED_WHEN: 'Give the day it was delivered.',
  SCORE_OVER_FULL: 'More than the full points of this item.',
  SCORE_EVIDENCE_REQUIRED: 'This score cites no evidence.',
  SCORE_STALE: 'The evidence of this score has changed or run out. Judge anew and cite again.',
  REVIEW_BEFORE_YEAR: 'Reviewed before the year began.',
  REVIEW_YEAR_TAKEN: 'This year was reviewed already.',
  NOT_A_MEMBER: 'The unit is not a member now.',
  MEMBER_HAS_LEFT: 'The unit has left. To join again it must be screened.',
  UNIT_IS_MEMBER: 'The unit is a member already.',
  MEASURE_RUNS: 'A measure of this kind is under way. Finish it first.',
  MEASURE_CLOSED: 'This measure has ended.',
  MEASURE_DUE_REQUIRED: 'Give the day it is due.',
  NOTICE_TOO_SHORT: ({ earliest }) =>
    `Withdrawal takes 30 days’ written notice: ${earliest} at the earliest.`,
  STEP_OUT_OF_ORDER: 'Take the steps in order. None can be skipped.',
  STEP_BEFORE_LAST: ({ last }) => `Earlier than the step before (${last}).`,
  STEPS_MISSING: 'There are steps left to take.',
  DEFENCE_REQUIRED: 'Say how the member defended itself: orally, in writing, or not at all.',
  EXIT_CHECKLIST_OPEN: ({ count }) => `${count} items of the exit checklist are open.`,
  EXIT_BEFORE_NOTICE_ENDS: ({ earliest }) => `Not before the notice ends (${earliest}).`,
  VOTE_REQUIRED: 'Enter the vote.',
  VOTE_MORE_THAN_MEMBERS: 'More are present than the council has members.',
  COUNCIL_VOTE_DOES_NOT_ADD_UP: ({ cast, recused, present }) =>
    `The vote does not add up: ${cast} cast and ${recused} recused of ${present} present.`,
  VOTE_NO_QUORUM: ({ present, needed }) =>
    `${present} present is less than half of the council (${needed} at least).`,
  VOTE_NO_MAJORITY: ({ inFavour, needed }) =>
    `${inFavour} in favour is less than two thirds of those present (${needed} at least).`,
  CASE_RUNS: 'A case about this unit is under way.',
  CASE_ENDED: 'This case has ended and stays as it is.',
  CASE_STAGE_CHANGED: 'The case stands at another stage by now. Look at it again.',
  OUTCOME_NOT_POSSIBLE: 'This cannot be decided at this stage, and no stage can be skipped.',
  ONLY_COORDINATOR_WAIVES: 'Only the general coordinator waives a stage, with a reason.',
  UNIT_FIELD_MISSING: 'Not filled in for the unit yet.',
  CREDIT_MISSING: 'Not looked up yet.',
  CREDIT_EXPIRED: 'Looked up more than 90 days ago. Look it up again.',
  CREDIT_BARS: 'There is a barring entry: the council must give its reason before the unit can be admitted.',
  CHECK_NOTE_REQUIRED: 'Say why it fails or does not apply.',
  CHECKLIST_OPEN: ({ count }) => `${count} items of the checklist are open.`,
  CHECKLIST_FAILED: ({ count }) => `${count} items of the checklist failed.`,
  CHECKLIST_NO_EVIDENCE: ({ count }) => `${count} items passed without evidence.`,
  CHECKLIST_STALE: ({ count }) => `The evidence of ${count} items has changed or run out.`,
  PANEL_TOO_SMALL: ({ count, needed }) => `${count} experts score; it takes ${needed} at least.`,
  PANEL_UNSIGNED: ({ count }) => `${count} score sheets are not signed.`,
  PANEL_STALE: ({ count }) => `The evidence of ${count} score sheets has changed or run out: score anew.`,
  PANEL_BELOW: ({ mean, needed }) => `The mean is ${mean}, below ${needed}.`,
  SCREENING_PANEL_ENDED: 'The panel has ended; its sheets stay as they are.',
  NO_PANEL_IN_PRESET: 'The short procedure has no panel.',
  NEEDS_EVERY_TIER: 'A user who opens every level must do this.',
  EXPERT_TWICE: 'This expert sits on the panel already.',
  EXPERT_OF_APPLICANT: 'This expert belongs to the applicant and cannot sit on the panel.',
  SHEET_SIGNED: 'The sheet is signed. Reopen it to score anew.',
  PUBLICITY_NOT_BEGUN: 'The publicity has not begun.',
  PUBLICITY_RUNS: ({ ends }) => `The publicity runs to the end of ${ends}.`,
  OBJECTIONS_PENDING: ({ count }) => `${count} objections are not settled.`,
  OBJECTION_UPHELD: ({ count }) => `${count} objections were upheld: it cannot pass.`,
  OBJECTION_ANSWER_REQUIRED: 'Give the answer and its day.',
  AGREEMENT_NOT_SIGNED: 'The agreement is not signed yet.',
  SIGNED_AFTER_DECISION: 'Signed after the decision.',
  FEE_NOT_SET: 'The fee is not settled; enter 0 where none is due.',
  FEE_NOT_PAID: 'The fee is not paid.',

  // Evidence
  CITED_RECORD_MISSING: 'The cited record is gone. Choose again.',
  CITED_FILE_MISSING: ({ title }) => `“${title}” does not hold the cited file. Choose again.`,
  CITED_RECORD_MORE_CONFIDENTIAL: ({ title }) =>
    `“${title}” is more confidential and cannot be cited from here.`,

  // Exchange
  CARD_TOO_LONG: 'The file is too large to be a contact card.',
  CARD_UNREADABLE: 'This is no Mengbu contact card.',
  CARD_NEWER: 'The card was made by a newer Mengbu. Update the program first.',
  CARD_FIELD: 'The card does not keep the format. Ask for it to be exported again.',
  CARD_NOT_CANONICAL: 'The text of the card was rewritten. Ask for it to be exported again.',
  CARD_KEY_TWICE: 'The card has the same key twice and is refused.',
  CARD_SIGNATURE: 'The signature of the card does not hold: it is incomplete or changed. Ask for it again.',
  CARD_SIGNED_BY_OTHER: 'The card is not signed by its own key and is refused.',
  CARD_NAME_INVALID: 'The name holds invisible characters. Please write it anew.',
  CARD_NOT_MADE: 'No contact card was made yet.',
  CARD_IS_OWN: 'This is our own card.',
  CARD_KEYS_CHANGED: ({ unit }) =>
    `The keys of ${unit} are others than before. Compare them before accepting.`,
  CARD_NAME_KNOWN: ({ unit }) => `A contact named ${unit} has other keys. Compare them before adding.`,
  FINGERPRINT_CHANGED: 'The keys changed meanwhile. Compare again.',
  CONTACT_NOT_THERE: 'This contact is not there any more.',
  NOTHING_FOUND: 'Nothing was found that could go.',
  NOTHING_MAY_GO: 'Nothing of what was chosen may go.',
  TOO_MANY_ITEMS: 'A bundle holds 10,000 items at most. Send several.',
  SELECTION_CHANGED: 'Something changed since the check. Check again.',
  SERIES_NOT_THERE: 'The chosen series is not there.',
  EXPIRY_PAST: 'The date lies before today.',
  PASSPHRASE_REQUIRED: 'A passphrase is needed.',
  PASSPHRASE_NOT_FOR_CARDS: 'A bundle for a contact is sealed to their key, without a passphrase.',
  FILE_NAME_INVALID: 'The file name has characters that cannot be used.',
  JOB_CANCELLED: 'Stopped; no file was left behind.',
  UPLOAD_OUT_OF_ORDER: 'The transfer was interrupted. Drop the file again.',
  UPLOAD_NOT_COMPLETE: 'The file has not arrived wholly yet.',
  BUNDLE_CANNOT_DECRYPT:
    'The keys open here do not open it: it is for somebody else, or for a level you cannot open.',
  BUNDLE_LEVEL_NOT_OPEN: 'What is inside is of a level that is not open; it is not shown.',
  BUNDLE_DAMAGED: 'The file is damaged or incomplete. Ask the sender for it again.',
  BUNDLE_NOT_A_BUNDLE: 'This is no Mengbu bundle.',
  BUNDLE_NEWER_VERSION: ({ needs }) => `Made by a newer version; it needs a program that knows “${needs}”.`,
  BUNDLE_SIGNATURE_INVALID: 'The signature is missing or does not hold.',
  BUNDLE_BAG_INVALID: ({ rule }) => `The contents are not those of the manifest (${rule}).`,
  BUNDLE_REFUSED_ENTRY: ({ rule }) => `Refused for safety (${rule}).`,
  BUNDLE_PLAN_INVALID: ({ rule }) => `This cannot go into a bundle (${rule}).`,
  BUNDLE_SOURCE_CHANGED:
    'A file is not what it was when it was filed; no bundle was made. Run “Check the vault”.',
  BUNDLE_KEY_INVALID: 'The key or passphrase does not keep the format.',
  BUNDLE_TARGET_EXISTS: 'A file of this name is there already and was not replaced.',
  BUNDLE_TARGET_NOT_EMPTY: 'The folder is not empty.',
  BUNDLE_FILE_TOO_LARGE: 'This disk cannot hold a file that large (FAT32: 4 GB a file).',
  BUNDLE_DISK_FULL: 'The disk is full; no file was left behind.',
  BUNDLE_TARGET_UNUSABLE: 'The chosen place cannot be written to.',
  BUNDLE_NOT_MADE: 'It was not made, and no file was left behind.',
  BUNDLE_NOT_IMPORTED: 'It was not imported; the vault is unchanged.',
  SIGNED_BELOW_LEVEL: 'The signing key is for a lower level than the contents; they are not shown.',
  IMPORT_NOT_SIGNED: 'Without a signature that holds it cannot be imported.',
  IMPORT_NOT_WHOLE: 'Incomplete or changed, so it cannot be imported.',
  IMPORT_OWN_BUNDLE: "This is this vault's own bundle.",
  IMPORT_SENDER_UNKNOWN:
    'The sender is no contact, or the key is another: it cannot be imported. Get and compare their card first.',
  IMPORT_FOR_SOMEBODY_ELSE: 'It is not addressed to us and cannot be imported.',
  IMPORT_RECALLED: 'The sender has recalled it; it cannot be imported.',
  IMPORT_OURS_NOT_THERE: 'They say it is ours, but it is not in the vault or was removed.',
  IMPORT_OTHER_KIND: 'It is of another kind than the same item here.',
  IMPORT_ORIGIN_NOT_SENDER: ({ unit }) => `It belongs to ${unit}; only they may update it.`,
  IMPORT_TIER_NOT_OPEN: 'This level is not open. A user with the clearance may import it.',
  IMPORT_TERM_INVALID: 'This is not a term. Write it like 5 years, 6 months or 30 days.',
  IMPORT_TITLE_UNUSABLE: 'The title is too long or holds characters that cannot be used.',
  IMPORT_OLDER_THAN_KNOWN: 'Older than what was received before.',
  IMPORT_LEVEL_RAISED: 'They raised its level. Raise it here first, then import.',
  IMPORT_CONFLICT_UNDECIDED: 'Both sides changed it. Choose whose counts.',

  // Showcase
  DAY_NOT_YET: 'The date is later than today.',
  FINDING_NOT_FOR_POINT: 'This finding cannot be made on this point. Choose one from the list.',
  POINT_NOT_UNDER_REVIEW: 'This point is not under review now. Decide it when its stage is reached.',
  PAPER_REQUIRED: 'This finding must cite a written paper of the archive.',
  STEP_NOT_FROM_STATE: 'This cannot be done in the present state. Reload and try again.',
  POINT_OPEN: ({ point }) => `“${pointName(point)}” is not decided yet.`,
  POINT_FAILED: ({ point }) => `“${pointName(point)}” failed. Send the panel back.`,
  POINT_VOID: ({ point }) =>
    `The decision on “${pointName(point)}” is void because the content changed. Review it again.`,
  POINT_CONTRADICTED: ({ point }) =>
    `“${pointName(point)}” contradicts the facts: the panel and the records of its pictures must be public, the cited files unchanged.`,
  APPROVAL_VOID: 'The content changed after the approval. Review it again.',
  APPROVAL_EXPIRED: ({ date }) => `The approval ended on ${date}. Review it again.`,
  VALID_TO_REQUIRED: 'Say how long the approval holds.',
  VALID_TO_PAST: 'The approval cannot end before today.',
  APPROVER_PREPARED_IT: 'Who prepared the panel cannot approve it.',
  SECRECY_REVIEWER_IS_AUTHOR: 'The secrecy reviewer cannot be who declared the content accurate.',
  CODE_TEXT_ONLY: 'The code holds text only, no web address: a booth has no network.',
  NOT_A_PICTURE_OR_FILM: 'Only pictures and films can be cited here.',
  TARGET_REQUIRED: 'An exhibition for one unit must name it.',
  PANEL_TWICE: 'A panel can stand only once in an exhibition.',
  NOTICE_NOT_SIGNED: 'A signed notice is cited: tick “signed” too.',
  PANEL_NOT_IN_EXHIBITION: 'The panel is not in this exhibition.',
  PANEL_NOT_PUBLISHED: ({ title }) => `“${title}” is not published yet.`,
  PANEL_NOT_SHOWABLE: ({ title, why, point }) => `“${title}” cannot be shown: ${whyNot(why, point)}`,
  PANEL_NOT_YET: ({ title, date }) => `“${title}” may be shown from ${date} on.`,
  PANEL_NO_MORE: ({ title, date }) => `“${title}” could be shown until ${date}.`,
  EXHIBITION_NOT_PUBLIC: 'The exhibition itself is not public. Change its level first.',
  EXHIBITION_EMPTY: 'The exhibition has no panels.',
  EXHIBITION_OVER: ({ date }) => `The exhibition ended on ${date}.`,
  PANELS_HIDDEN: ({ count }) =>
    `${count} panels were removed or lie in a level that is not open. Take them out of the columns.`,
  EXPIRES_TOO_LATE: ({ date }) => `It can be valid to ${date} at the latest.`,
  BOOTH_PAGE_MISSING: 'The booth page is missing in this program. Install it again.',
  PACK_NOT_MADE: 'No pack was made; no file was left behind.',
  PACK_FOLDER_TAKEN: ({ name }) => `There is a folder named ${name} already; nothing was overwritten.`,
  PICTURE_GONE: ({ title }) => `A picture of “${title}” is not in the archive any more.`,
  PICTURE_UNREADABLE: ({ title }) => `A picture of “${title}” cannot be read. Replace it.`,
  PICTURE_OVER_LIMIT: ({ title }) => `A picture of “${title}” is too large. Replace it.`,
  FILM_CANNOT_BE_CLEANED: ({ title }) =>
    `The film of “${title}” cannot be freed of what it says beside its pictures. Convert it to a plain MP4.`,
  LEAK_TEXT: ({ text, title, level, panel }) =>
    `${placeOf(panel)}the same text as “${title}” (${levelName(level)}): “${text}”. Reword it, or declassify the source first.`,
  LEAK_NAME: ({ name, title, level }) => `The name of “${title}” (${levelName(level)}) occurs: “${name}”.`,
  LEAK_REF_CODE: ({ code }) => `The reference code ${code} of a record above public occurs.`,
  LEAK_FILE_HASH: 'The same bytes as a file above public.',
  LEAK_PERSON: ({ what, panel }) => `${placeOf(panel)}the name “${what}”, without the person's consent.`,
  LEAK_PERSONAL: ({ what, panel }) => `${placeOf(panel)}personal data ${what}.`,
  LEAK_METADATA: 'The file still holds metadata.',
  LEAK_LOCATION: 'The file says where it was taken.',
  LEAK_FILE_NAME: 'The file name is not a number.',
  LEAK_PAGE_CHANGED: 'The booth page is not as it was built.',
  LEAK_UNREADABLE: 'The file cannot be read back.',
  NOT_A_TIME: 'This is not a time. Write it like 09:30.',
  MINUTES_SIGNED: 'The minutes are signed and cannot be changed. Begin a correction first.',
  MINUTES_NOT_SIGNED: 'The minutes are not signed; change them as they are.',
  MINUTES_EMPTY: 'Minutes have at least one topic or one resolution.',
  ISSUED_BEFORE_HELD: 'The day of issue is before the meeting.',
  ISSUE_NUMBER_HALF: 'An issue number has a year and a number.',
  ISSUE_NUMBER_INVALID: 'Write the issue number like 〔2026〕3号 or 2026-3.',
  ISSUE_NUMBER_TAKEN: ({ number, title }) => `${number} is the number of “${title}”.`,
  TWO_CHAIRS: 'Only one person chairs.',
  TWO_RECORDERS: 'Only one person takes the minutes.',
  EXCUSED_WITH_DUTY: ({ name }) => `${name} is excused and can neither chair nor take the minutes.`,
  ATTENDS_TWICE: 'The same person is listed twice.',
  VOTE_MORE_PRESENT_THAN_DUE: ({ present, due }) => `${present} are present, more than the ${due} expected.`,
  VOTE_DOES_NOT_ADD_UP: ({ cast, present }) =>
    `For, against, abstained and recused make ${cast}; ${present} are present.`,
  RESOLUTION_DROPPED_WITHOUT_REASON: 'Say why it is dropped.',
};

type Param = RuleParams[string] | undefined;

function pointName(point: Param): string {
  return namedIn(showcase.gate.points, point)?.name ?? '';
}

function levelName(level: Param): string {
  return namedIn(levels.names, level) ?? '';
}

/** 0: not within a panel. */
function placeOf(panel: Param): string {
  return panel === 0 || panel === undefined ? 'In the pack: ' : `On panel ${panel}: `;
}

function whyNot(why: Param, point: Param): string {
  if (why === 'APPROVAL_VOID') return 'its content changed after the approval.';
  if (why === 'APPROVAL_EXPIRED') return 'its approval has ended.';
  return `“${pointName(point)}” does not hold any more.`;
}

function namedIn<Value>(names: Readonly<Record<string, Value>>, name: Param): Value | undefined {
  return typeof name === 'string' && Object.hasOwn(names, name) ? names[name] : undefined;
}
