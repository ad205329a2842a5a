/** What a table of units or people may hold. */
export const TABLE_KINDS = ['UNITS', 'PEOPLE'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export type TableColumn = {
  /** As the fields of the noun name it; `unit` is the name of a person's unit. */
  field: string;
  /** The title the template gives it. */
  title: string;
  /** Other titles lists of this kind have. */
  also: readonly string[];
  required: boolean;
  /** Codes with what they are called; the first name is the template's. */
  choices: readonly { code: string; names: readonly string[] }[] | null;
};

export type MatchedColumns = {
  /** Of the header, counted from 0; -1 where no row is one. */
  headerAt: number;
  /** By column of the table; null where no field has this title. */
  fields: (string | null)[];
  unknown: string[];
};

/** Lists often begin with a title and the name of who made them: the header is looked for so far down. */
const HEADER_WITHIN = 10;

/** The header is the first row that names every required field; failing that there is none. */
export function matchColumns(
  rows: readonly (readonly string[])[],
  columns: readonly TableColumn[],
): MatchedColumns {
  for (const [headerAt, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const fields = fieldsOf(row, columns);
    if (!columns.every(({ field, required }) => !required || fields.includes(field))) continue;
    const unknown = row.filter((title, index) => title.trim() !== '' && fields[index] === null);
    return { headerAt, fields, unknown: unknown.map((title) => title.trim()) };
  }
  return { headerAt: -1, fields: [], unknown: [] };
}

/** Of two columns with the same title the first counts. */
function fieldsOf(row: readonly string[], columns: readonly TableColumn[]): (string | null)[] {
  const taken = new Set<string>();
  return row.map((title) => {
    const key = plain(title);
    const found = columns.find(
      ({ title: own, also, field }) =>
        !taken.has(field) && [own, ...also].some((name) => plain(name) === key),
    );
    if (found) taken.add(found.field);
    return found?.field ?? null;
  });
}

/** The values of one row by field; texts are trimmed, names of choices become codes, others stay for the rules to refuse. */
export function valuesOf(
  row: readonly string[],
  { fields }: MatchedColumns,
  columns: readonly TableColumn[],
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field, index) => {
      const column = columns.find((each) => each.field === field);
      const written = (row[index] ?? '').trim();
      return column ? [[column.field, codeOf(written, column)]] : [];
    }),
  );
}

function codeOf(written: string, { choices }: TableColumn): string {
  if (choices === null || written === '') return written;
  const key = plain(written);
  return (
    choices.find(({ code, names }) => [code, ...names].some((name) => plain(name) === key))?.code ?? written
  );
}

/** Width, case, blanks, marks of "required" and what stands in brackets at the end do not matter in a title. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*:]/g, '')
    .replace(/\(.*\)$/, '')
    .toLowerCase();
}
