import type { RuleText } from '../../catalogue.ts';
import type { tablesRules as zh } from '../../zh-CN/rules/tables.ts';

/** Workbooks and tables that come in. */
export const tablesRules: Record<keyof typeof zh, RuleText> = {
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
  CATALOGUE_FILE_MISSING: ({ name }) => `There is no file “${name}”.`,
  CATALOGUE_FILE_UNCLEAR: ({ name }) => `Several files are called “${name}”; write the folder in the list.`,
  CATALOGUE_LEVEL_UNKNOWN: ({ level }) => `“${level}” is no known level.`,
  CATALOGUE_LEVEL_ELSEWHERE: 'The level of this row belongs to another tier; import these rows on their own.',
  CATALOGUE_NAME_UNKNOWN: ({ name }) => `“${name}” is not on file; enter it first or correct the name.`,
  CATALOGUE_NAME_UNCLEAR: ({ name }) => `There are several “${name}”; choose in the record after the import.`,
  CATALOGUE_TOO_MANY_FILES: ({ max }) => `Too many files: at most ${max} at once. Import them in parts.`,
  CATALOGUE_FILE_UNCLAIMED: 'No row of the list fits it; it was not taken in.',
  CATALOGUE_FILE_CLAIMED:
    'Several rows of the list fit it; it was not taken in. Write the file name in the list.',
  CATALOGUE_ROW_LEFT: ({ row }) => `Its row ${row} was not taken in.`,
  CATALOGUE_ROW_EXISTS: ({ title }) => `This reference code is on file: ${title}`,
  CATALOGUE_ROW_TWICE: 'This reference code stands twice in the list; only the first row came in.',
  CATALOGUE_ROW_BARE: 'It has no file, and was left out as chosen.',
  CATALOGUE_ROW_CANCELLED: 'The import was cancelled before it.',
  CATALOGUE_ROW_UNDONE: 'Taken back with this import.',
  CATALOGUE_FILES_NOT_TAKEN: 'None of its files was taken (each says why), so no record was made.',
  LIST_TOO_LONG: ({ max }) => `One sheet holds ${max} rows at most. Narrow the list, then export.`,
};
