import type { RuleParams, RuleText } from '../../catalogue.ts';
import type { recordsRules as zh } from '../../zh-CN/rules/records.ts';

/** What to do about a place the system does not open, by the system's code. */
function unreadable(code: RuleParams[string] | undefined): string {
  if (code === 'EACCES' || code === 'EPERM') return 'Check that it may be read, and try again.';
  if (code === 'EIO') return 'Reading failed; the medium may be damaged.';
  if (code === 'ENAMETOOLONG') return 'Its path is too long: move it to a shallower folder and try again.';
  return `The system says ${code ?? ''}.`;
}

/** Records, their imports and files, evidence. */
export const recordsRules: Record<keyof typeof zh, RuleText> = {
  // Saving a file from the vault
  SAVE_NO_ROOM:
    'There is not enough room at that place, so the file was not written. Make room or choose another place.',
  SAVE_NOT_WRITABLE: 'That place cannot be written to. Check the permissions or choose another place.',
  SAVE_INTERRUPTED:
    'Reading from the vault was interrupted, so the file was not written. Try again; if this returns, run “Check vault”.',
  SAVE_ADDRESS_GONE: 'The address of this file has run out. Open the page again, then save.',

  // Records
  EMPTY: 'It may not be empty.',
  TOO_MANY: ({ max }) => (max === undefined ? 'There are too many.' : `There are too many; ${max} at most.`),
  CONTROL_CHARACTER: 'It holds invisible control characters. Remove them and type it again.',
  NOT_UNICODE: 'It holds characters that cannot be read. Type it again.',
  DATE_UNREADABLE: 'This date cannot be read. Write 2026-11-20, or only the year, or year and month.',
  DATE_NOT_REAL: 'There is no such day. Check the date.',
  DATE_TOO_LATE: 'The date is too late. Check the year.',
  DATE_IN_FUTURE: 'The date is after today; what has not come about yet cannot be entered.',
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
  LINK_LIES_ABOVE: ({ title }) =>
    `The link to “${title}” lies with it in a higher tier and cannot be taken away or replaced from here. Lower “${title}” first.`,
  UNDO_UNKNOWN: 'The change to undo was not found.',
  UNDO_NOT_AN_EDIT: 'A decision cannot be undone, only followed by a new one.',
  UNDO_CHANGED_SINCE: 'It has been changed since and can no longer be undone.',
  UNDO_NAMES_RAISED:
    'Undoing would link it again to something that is more confidential by now and must not be named below. Change it by hand instead.',

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
  FOLDER_GONE: 'The folder is no longer there; its files were not taken.',
  FILE_UNREADABLE: ({ code }) => `The file cannot be opened and was not taken. ${unreadable(code)}`,
  FOLDER_UNREADABLE: ({ code }) =>
    `The folder cannot be opened; its files were not taken. ${unreadable(code)}`,
  FILE_NOT_TAKEN: 'The file was not taken. Try again.',
  UPLOAD_INCOMPLETE: 'The file did not arrive whole. Try again.',
  UPLOAD_FAILED: 'The file did not arrive. Try again.',

  // Evidence
  CITED_RECORD_MISSING: 'The cited record is gone. Choose again.',
  CITED_FILE_MISSING: ({ title }) => `“${title}” does not hold the cited file. Choose again.`,
  CITED_RECORD_MORE_CONFIDENTIAL: ({ title }) =>
    `“${title}” is more confidential and cannot be cited from here.`,
};
