import { headerRow, type WrittenSheet } from './sheet.ts';

/**
 * What the writing library has no option for, as elements of the worksheet part in the order ECMA-376 (18.3.1.99) demands:
 * the filter of the header, the drop-downs, and the mark at the head of every printed page.
 */
export function sheetMarkup(xml: string, sheet: WrittenSheet): string {
  const withFilter = insertBefore(withInheritedNames(xml), filterOf(sheet), [
    'mergeCells',
    'conditionalFormatting',
    ...AFTER_VALIDATIONS,
  ]);
  const withChoices = insertBefore(withFilter, choicesOf(sheet), AFTER_VALIDATIONS);
  return insertBefore(withChoices, headerOf(sheet), AFTER_PAGE_HEADER);
}

/**
 * The library looks up the number of a text in a plain object. A text that names what every object has ("toString") finds
 * that instead of a number; such a cell carries its text itself.
 */
function withInheritedNames(xml: string): string {
  return INHERITED.reduce(
    (text, [found, name]) =>
      text.replaceAll(` t="s"><v>${found}</v>`, ` t="inlineStr"><is><t>${name}</t></is>`),
    xml,
  );
}

const INHERITED = Object.getOwnPropertyNames(Object.prototype).map(
  (name) => [String(({} as Record<string, unknown>)[name]), name] as const,
);

const AFTER_PAGE_HEADER = ['rowBreaks', 'colBreaks', 'drawing', 'legacyDrawing', 'tableParts', 'extLst'];
const AFTER_VALIDATIONS = ['hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', ...AFTER_PAGE_HEADER];

function insertBefore(xml: string, markup: string, names: readonly string[]): string {
  if (markup === '') return xml;
  const places = [...names.map((name) => xml.indexOf(`<${name}`)), xml.indexOf('</worksheet>')];
  const at = Math.min(...places.filter((place) => place !== -1));
  return xml.slice(0, at) + markup + xml.slice(at);
}

function filterOf(sheet: WrittenSheet): string {
  if (sheet.rows.length === 0) return '';
  const row = headerRow(sheet);
  return `<autoFilter ref="A${row}:${columnName(sheet.columns.length)}${row + sheet.rows.length}"/>`;
}

/** A list in the formula itself may have 255 characters; longer ones have no drop-down. */
function choicesOf(sheet: WrittenSheet): string {
  const first = headerRow(sheet) + 1;
  const last = first + Math.max(sheet.rows.length + (sheet.blankRows ?? 0), 1) - 1;
  const lists = sheet.columns.flatMap(({ choices }, index) => {
    const list = choices?.join(',') ?? '';
    if (list === '' || list.length > 255) return [];
    const column = columnName(index + 1);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${column}${first}:${column}${last}"><formula1>${escapeXml(`"${list}"`)}</formula1></dataValidation>`;
  });
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

function headerOf({ mark }: WrittenSheet): string {
  if (mark === '') return '';
  return `<headerFooter><oddHeader>${escapeXml(`&L${mark.replaceAll('&', '&&')}`)}</oddHeader><oddFooter>${escapeXml('&C&P / &N')}</oddFooter></headerFooter>`;
}

/** 1 is A. */
function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnName((column - 1 - rest) / 26) + letter : letter;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
