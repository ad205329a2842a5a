import { SheetError } from './sheetError.ts';
import { SHEET_LIMITS } from './sheetLimits.ts';

const SEPARATORS = [',', '\t', ';'] as const;

/**
 * A text table after RFC 4180: cells in quotes may hold separators, line ends and doubled quotes. The separator is the one
 * of comma, tab and semicolon that stands most often in the first line. @throws SheetError
 */
export function parseCsv(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let cells = 0;

  function add(cell: string): void {
    if (cell.length > SHEET_LIMITS.cellLength)
      throw new SheetError('SHEET_CELL_TOO_LONG', { max: SHEET_LIMITS.cellLength });
    row.push(cell);
    cells += 1;
    if (row.length > SHEET_LIMITS.columns)
      throw new SheetError('SHEET_TOO_MANY_COLUMNS', { max: SHEET_LIMITS.columns });
  }
  function endRow(): void {
    rows.push(row);
    row = [];
    if (rows.length > SHEET_LIMITS.rows || cells > SHEET_LIMITS.cells)
      throw new SheetError('SHEET_TOO_MANY_ROWS', { max: SHEET_LIMITS.rows });
  }

  while (at < text.length) {
    const cell =
      text[at] === '"' ? quotedCell(text, at, separator, rows.length + 1) : plainCell(text, at, separator);
    add(cell.value);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) add('');
      continue;
    }
    endRow();
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  if (row.length > 0) endRow();
  const last = rows.findLastIndex((each) => each.some((cell) => cell !== ''));
  return rows.slice(0, last + 1);
}

function plainCell(text: string, start: number, separator: string): { value: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

/** What stands behind the closing quote up to the next separator belongs to the cell, as spreadsheet programs read it. */
function quotedCell(
  text: string,
  start: number,
  separator: string,
  row: number,
): { value: string; end: number } {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) throw new SheetError('SHEET_QUOTES_OPEN', { row });
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at += 1;
  }
  const rest = plainCell(text, at, separator);
  return { value: value + rest.value, end: rest.end };
}

function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const line = (end === -1 ? text : text.slice(0, end)).replace(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
