import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeWorkbook, { type CellObject, type Feature, type Row } from 'write-excel-file/node';
import { headerRow, type SheetColumn, type WrittenSheet } from './sheet.ts';
import { sheetMarkup } from './sheetMarkup.ts';

/** What the library takes as the content of further parts. */
type FileContent = Stream | Buffer | Blob;

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A font every Chinese Windows and WPS has; elsewhere the program takes its own. */
const FONT = { fontFamily: '微软雅黑', fontSize: 10 };
const HEADER_FILL = '#EEF1F4';

/** A workbook with these sheets: typed columns, the header frozen and filterable, drop-downs where there are choices. */
export async function writeSheet(...sheets: WrittenSheet[]): Promise<Uint8Array> {
  const markup: Feature<FileContent> = {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            return sheet ? sheetMarkup(xml, sheet) : xml;
          },
        },
      },
    },
  };
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: headerRow(sheet),
    data: rowsOf(sheet),
  }));
  return writeWorkbook(written, { ...FONT, features: [markup] }).toBuffer();
}

function rowsOf({ heading, columns, rows, blankRows = 0 }: WrittenSheet): Row[] {
  const head: Row[] =
    heading === '' ? [] : [[{ value: escaped(heading), type: String, fontWeight: 'bold', height: 22 }]];
  const titles = columns.map(
    ({ title }): CellObject => ({
      value: escaped(title),
      type: String,
      fontWeight: 'bold',
      backgroundColor: HEADER_FILL,
      bottomBorderStyle: 'thin',
      alignVertical: 'center',
      height: 20,
    }),
  );
  const blank = columns.map(({ type }): CellObject => (type === 'TEXT' ? { type: String, format: '@' } : {}));
  return [
    ...head,
    titles,
    ...rows.map((row) => columns.map((column, index) => cellOf(column, row[index] ?? null))),
    ...Array.from({ length: blankRows }, () => blank),
  ];
}

function cellOf({ type }: SheetColumn, value: string | number | null): CellObject | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  if (type === 'DATE' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= FIRST_DAY) {
    return {
      value: new Date(`${value}T00:00:00Z`),
      type: Date,
      format: 'yyyy-mm-dd',
      align: 'left',
      alignVertical: 'top',
    };
  }
  const wraps = value.includes('\n');
  return {
    value: escaped(value),
    type: String,
    format: '@',
    alignVertical: 'top',
    ...(wraps ? { wrap: true } : {}),
  };
}

/** Literal text that looks like an escape of the format (_x0041_) would be read as the letter it names. */
function escaped(text: string): string {
  const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  return cut.replace(/_(x[0-9a-fA-F]{4}_)/g, '_x005F_$1');
}

/** Spreadsheets count days from here; what is earlier is text. */
const FIRST_DAY = '1900-03-01';
const MOST_CHARACTERS = 32_000;
