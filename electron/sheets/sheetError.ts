export type SheetFault =
  | 'SHEET_TOO_LARGE'
  | 'SHEET_TOO_MANY_ROWS'
  | 'SHEET_TOO_MANY_COLUMNS'
  | 'SHEET_CELL_TOO_LONG'
  | 'SHEET_ENCRYPTED'
  | 'SHEET_OLD_FORMAT'
  | 'SHEET_NOT_A_TABLE'
  | 'SHEET_DAMAGED'
  | 'SHEET_HAS_ENTITIES'
  | 'SHEET_ENCODING_UNKNOWN'
  | 'SHEET_QUOTES_OPEN'
  | 'SHEET_EMPTY';

/** Why a table cannot be read, as a rule code of the catalogue. */
export class SheetError extends Error {
  readonly rule: SheetFault;
  readonly params: Record<string, string | number>;
  constructor(rule: SheetFault, params: Record<string, string | number> = {}) {
    super(`the table cannot be read: ${rule}`);
    this.rule = rule;
    this.params = params;
  }
}
