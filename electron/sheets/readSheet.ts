import readWorkbook from 'read-excel-file/universal';
import type { TextEncoding } from '#shared/sheets/encoding.ts';
import { decodeTable } from './decodeTable.ts';
import { parseCsv } from './parseCsv.ts';
import { SheetError } from './sheetError.ts';
import { SHEET_LIMITS } from './sheetLimits.ts';
import { storedZip } from './storedZip.ts';
import { workbookParts } from './workbookParts.ts';

/** Every cell as text; '' where there is none. Rows are as long as their last cell. */
export type SheetTable = { name: string; rows: string[][] };

export type ReadTables = {
  tables: SheetTable[];
  /** Of a text table; null: a workbook. */
  encoding: TextEncoding | null;
};

/**
 * Reads a workbook (.xlsx) or a text table (.csv), told apart by their bytes. Formulas are never computed: a cell shows the
 * value that was stored with it. Dates come as YYYY-MM-DD, numbers as they are written without grouping.
 * `encoding` overrides what the bytes suggest. @throws SheetError
 */
export async function readSheet(bytes: Uint8Array, encoding?: TextEncoding): Promise<ReadTables> {
  if (bytes.length === 0) throw new SheetError('SHEET_EMPTY');
  if (bytes.length > SHEET_LIMITS.fileBytes)
    throw new SheetError('SHEET_TOO_LARGE', { max: SHEET_LIMITS.fileBytes / 1024 / 1024 });
  if (startsWith(bytes, ZIP)) return { tables: await readXlsx(bytes), encoding: null };
  if (startsWith(bytes, COMPOUND_FILE))
    throw new SheetError(isSealed(bytes) ? 'SHEET_ENCRYPTED' : 'SHEET_OLD_FORMAT');
  const decoded = decodeTable(bytes, encoding);
  return { tables: [{ name: '', rows: parseCsv(decoded.text) }], encoding: decoded.encoding };
}

async function readXlsx(bytes: Uint8Array): Promise<SheetTable[]> {
  const parts = await workbookParts(bytes);
  // Any part may be a sheet: the relationships say which.
  for (const part of parts.values()) assertSize(part);
  const sheets = await readWorkbook(storedZip(parts).buffer, { trim: false, parseNumber: numberText }).catch(
    () => {
      throw new SheetError('SHEET_DAMAGED');
    },
  );
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: withoutEnd(data.map((row) => row.map(textOf))),
  }));
}

/** A cell far out makes a reader fill everything before it: its address is looked at before anything is read. */
function assertSize(part: Uint8Array): void {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
  let cells = 0;
  for (const [, letters = '', row] of xml.matchAll(
    /<(?:\w+:)?c\b(?:[^>]*?\br\s*=\s*["']([A-Za-z]{1,9})(\d{1,12})["'])?/g,
  )) {
    cells += 1;
    if (cells > SHEET_LIMITS.cells) throw new SheetError('SHEET_TOO_MANY_ROWS', { max: SHEET_LIMITS.rows });
    if (Number(row ?? 0) > SHEET_LIMITS.rows)
      throw new SheetError('SHEET_TOO_MANY_ROWS', { max: SHEET_LIMITS.rows });
    if (columnOf(letters) > SHEET_LIMITS.columns)
      throw new SheetError('SHEET_TOO_MANY_COLUMNS', { max: SHEET_LIMITS.columns });
  }
  for (const [, row] of xml.matchAll(
    /<(?:\w+:)?row\b[^>]*?\br\s*=\s*["'](\d{1,12})["'][^>]*[^/]>\s*<(?:\w+:)?c\b/g,
  )) {
    if (Number(row) > SHEET_LIMITS.rows)
      throw new SheetError('SHEET_TOO_MANY_ROWS', { max: SHEET_LIMITS.rows });
  }
}

/** A is 1. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Long whole numbers keep all their digits; others lose the noise of binary fractions. */
function numberText(written: string): string {
  return /^-?\d+$/.test(written) ? written : String(Number(Number(written).toPrecision(15)));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  const text = String(value);
  if (text.length > SHEET_LIMITS.cellLength)
    throw new SheetError('SHEET_CELL_TOO_LONG', { max: SHEET_LIMITS.cellLength });
  return text;
}

function withoutEnd(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  return rows.slice(0, last + 1);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** A workbook under a password is an old compound file with this stream in it; without it it is an .xls. */
function isSealed(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0] as const;
