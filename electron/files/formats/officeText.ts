import type { FileSource } from '../source.ts';
import { firstPageOf, PAGE_CHARACTERS } from './text.ts';
import { readZipEntry, type ZipEntry } from './zip.ts';

type OfficeFormat = {
  /** A part that only this format has. */
  sign: RegExp;
  /** Null where the zip says it itself (OpenDocument's 'mimetype' entry). */
  mediaType: string | null;
  /** Parts that hold the first page, in order of reading. */
  parts: readonly RegExp[];
  textOf(xml: string): string;
};
type Markup = {
  /** Element whose characters are text; null: all characters are. */
  text: RegExp | null;
  /** Tags after which a new line begins. */
  lineEnd: RegExp;
  pageEnd: RegExp | null;
};

/** Which office format a zip is, by the parts that only this format has; null for any other zip. */
export function officeMediaType(entries: readonly ZipEntry[]): string | null {
  return formatOf(entries)?.mediaType ?? null;
}

/**
 * Text of the first page, as far as a document tells where a page ends (else a page's worth of text): for the import guard, not for
 * display. Headers and text boxes are in it. No macro, link or embedded object is touched: only characters of the main parts are read.
 */
export async function officeFirstPage(
  source: FileSource,
  entries: readonly ZipEntry[],
): Promise<string | null> {
  const format = formatOf(entries);
  if (format === null) return null;
  const lines: string[] = [];
  for (const part of format.parts) {
    for (const entry of entries.filter(({ name }) => part.test(name)).slice(0, MAX_PARTS)) {
      const xml = await readZipEntry(source, entry, MAX_PART_BYTES);
      if (xml !== null) lines.push(format.textOf(new TextDecoder().decode(xml)));
    }
  }
  return lines.length === 0 ? null : firstPageOf(lines.join('\n'));
}

function formatOf(entries: readonly ZipEntry[]): OfficeFormat | null {
  return FORMATS.find(({ sign }) => entries.some(({ name }) => sign.test(name))) ?? null;
}

function textOfMarkup(xml: string, markup: Markup): string {
  let text = '';
  let inside = markup.text === null;
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (text.length >= PAGE_CHARACTERS) break;
    if (!token.startsWith('<')) text += inside ? characters(token) : '';
    else if (markup.pageEnd?.test(token) === true && text.trim() !== '') break;
    else if (markup.lineEnd.test(token)) text += '\n';
    else if (markup.text?.test(token) === true) inside = !token.startsWith('</') && !token.endsWith('/>');
  }
  return text;
}

/**
 * OFD (GB/T 33190-2016) places every run of characters by itself, often one by one: runs of one height are one line. A line torn into
 * its runs would make a mark of the word 秘密 in 商业秘密.
 */
function textOfOfd(xml: string): string {
  let text = '';
  let lineTop: number | null = null;
  for (const [, attributes = '', content = ''] of xml.matchAll(
    /<(?:ofd:)?TextObject\s([^>]*)>([\s\S]*?)<\/(?:ofd:)?TextObject>/g,
  )) {
    if (text.length >= PAGE_CHARACTERS) break;
    const top = Number(/Boundary="\s*[-\d.]+\s+([-\d.]+)/.exec(attributes)?.[1] ?? Number.NaN);
    if (lineTop !== null && !(Math.abs(top - lineTop) < SAME_LINE_MM)) text += '\n';
    lineTop = top;
    for (const [, run = ''] of content.matchAll(/<(?:ofd:)?TextCode[^>]*>([^<]*)</g)) text += characters(run);
  }
  return text;
}

/** The five entities of XML and character references; a document may declare no others here. */
export function characters(escaped: string): string {
  return escaped.replace(/&(#x?[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const MAX_PART_BYTES = 2 * 1024 * 1024;
const MAX_PARTS = 4;
/** OFD measures in millimetres. */
const SAME_LINE_MM = 1.5;

const OOXML = 'application/vnd.openxmlformats-officedocument';

const FORMATS: readonly OfficeFormat[] = [
  {
    sign: /^word\/document\d*\.xml$/,
    mediaType: `${OOXML}.wordprocessingml.document`,
    parts: [/^word\/header\d*\.xml$/, /^word\/document\d*\.xml$/],
    textOf: (xml) =>
      textOfMarkup(xml, {
        text: /^<\/?w:t[\s/>]/,
        lineEnd: /^(<\/w:p>|<w:br[\s/>]|<w:cr[\s/>])/,
        pageEnd: /^(<w:lastRenderedPageBreak|<w:br [^>]*w:type="page")/,
      }),
  },
  {
    sign: /^xl\/workbook\.(xml|bin)$/,
    mediaType: `${OOXML}.spreadsheetml.sheet`,
    parts: [/^xl\/sharedStrings\.xml$/, /^xl\/worksheets\/sheet1\.xml$/],
    textOf: (xml) =>
      textOfMarkup(xml, {
        text: /^<\/?(t|oddHeader|firstHeader)[\s/>]/,
        lineEnd: /^<\/(si|is|oddHeader|firstHeader)>/,
        pageEnd: null,
      }),
  },
  {
    sign: /^ppt\/presentation\.xml$/,
    mediaType: `${OOXML}.presentationml.presentation`,
    parts: [/^ppt\/slides\/slide1\.xml$/],
    textOf: (xml) =>
      textOfMarkup(xml, { text: /^<\/?a:t[\s/>]/, lineEnd: /^(<\/a:p>|<a:br[\s/>])/, pageEnd: null }),
  },
  {
    sign: /^OFD\.xml$/i,
    mediaType: 'application/ofd',
    parts: [/(^|\/)Pages\/Page_0\/Content\.xml$/i],
    textOf: textOfOfd,
  },
  {
    sign: /^content\.xml$/,
    mediaType: null,
    parts: [/^content\.xml$/],
    textOf: (xml) =>
      textOfMarkup(xml, { text: null, lineEnd: /^(<\/text:(p|h)>|<text:line-break)/, pageEnd: null }),
  },
];
