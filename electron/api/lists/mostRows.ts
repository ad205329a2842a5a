import { SHEET_LIMITS } from '../../sheets/sheetLimits.ts';
import { invalid } from '../errors.ts';

/** What one sheet holds at most, so that it can be read in again. */
export const MOST_ROWS = SHEET_LIMITS.rows - 10;

export function tooManyRows() {
  return invalid({ rule: 'LIST_TOO_LONG', params: { max: MOST_ROWS } });
}
