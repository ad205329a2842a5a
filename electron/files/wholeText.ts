import { characters } from './formats/officeText.ts';
import { pdfWords } from './formats/pdf.ts';
import { decodeText } from './formats/text.ts';
import { readZipEntry, type ZipEntry, zipEntries } from './formats/zip.ts';
import { type FileSource, readAll } from './source.ts';

/**
 * All text of a text, PDF or office file, for comparing it with other text: what lay in pages, cells and runs follows one
 * another. Null where there is none or it cannot be read.
 */
export async function wholeText(source: FileSource, mediaType: string): Promise<string | null> {
  if (source.size > MAX_TEXT_FILE_BYTES) return null;
  if (mediaType === 'application/pdf') {
    const words = await pdfWords(await readAll(source));
    return words === null ? null : [...words.pages, ...words.described].join('\n');
  }
  if (/^text\/|[/+]xml$|\/json$/.test(mediaType)) {
    const text = decodeText(await readAll(source));
    return text === null || mediaType === 'text/plain' ? text : plain(text);
  }
  const entries = OFFICE.test(mediaType) ? await zipEntries(source) : null;
  return entries === null ? null : officeWords(source, entries);
}

async function officeWords(source: FileSource, entries: readonly ZipEntry[]): Promise<string> {
  const texts: string[] = [];
  for (const entry of entries.filter(({ name }) => TEXT_PART.test(name)).slice(0, MAX_PARTS)) {
    const xml = await readZipEntry(source, entry, MAX_PART_BYTES);
    if (xml !== null) texts.push(plain(new TextDecoder().decode(xml)));
  }
  return texts.join('\n');
}

function plain(markup: string): string {
  return characters(markup.replace(/<[^>]*>/g, ''));
}

const OFFICE = /officedocument|opendocument|\/ofd$/;
/** Documents, notes, comments, slides, strings and cells, pages, and what the file says of itself. */
const TEXT_PART =
  /^(word|ppt|xl)\/(?!theme|styles|fontTable|settings|_rels)[^.]*\.xml$|^docProps\/\w+\.xml$|^(content|meta)\.xml$|Content\.xml$/i;
const MAX_TEXT_FILE_BYTES = 64 * 1024 * 1024;
const MAX_PART_BYTES = 16 * 1024 * 1024;
const MAX_PARTS = 500;
