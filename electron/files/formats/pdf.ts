/// <reference path="./pdfjsWorker.d.ts" />
import { fileURLToPath } from 'node:url';
import type { FileSource } from '../source.ts';
import { firstPageOf } from './text.ts';

export type PdfFacts = {
  pages: number | null;
  firstPageText: string | null;
  problem: 'NEEDS_PASSWORD' | 'DAMAGED' | null;
};

/**
 * Number of pages and text of the first one. Only what these need is read of the file. Nothing in it is acted upon: scripts, forms, links and
 * attachments are left alone (pdf.js runs scripts only in a sandbox that is not loaded here).
 */
export async function pdfFacts(source: FileSource): Promise<PdfFacts> {
  if (source.size > MAX_PDF_BYTES) return { pages: null, firstPageText: null, problem: null };
  const { getDocument, PDFDataRangeTransport } = await loadPdfjs();
  const range = new PDFDataRangeTransport(source.size, null);
  let readError: unknown = null;
  let giveUp: () => void = () => undefined;
  const unreadable = new Promise<never>((_, reject) => {
    giveUp = () => reject(readError);
  });
  unreadable.catch(() => undefined);
  range.requestDataRange = (begin: number, end: number) => {
    source.read(begin, end - begin).then(
      // pdf.js takes the buffer over, so it gets one of its own.
      (bytes) => range.onDataRange(begin, new Uint8Array(bytes)),
      (error: unknown) => {
        readError = error;
        giveUp();
      },
    );
  };
  const task = getDocument({
    range,
    rangeChunkSize: RANGE_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    ...quietSettings(),
  });
  try {
    return await Promise.race([read(task), unreadable]);
  } catch (error) {
    if (readError !== null) throw readError;
    return {
      pages: null,
      firstPageText: null,
      problem: nameOf(error) === 'PasswordException' ? 'NEEDS_PASSWORD' : 'DAMAGED',
    };
  } finally {
    await task.destroy();
  }
}

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type LoadingTask = ReturnType<Pdfjs['getDocument']>;

async function read(task: LoadingTask): Promise<PdfFacts> {
  const document = await task.promise;
  const facts: PdfFacts = { pages: document.numPages, firstPageText: null, problem: null };
  try {
    const content = await (await document.getPage(1)).getTextContent();
    const text = content.items
      .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
      .join('');
    return { ...facts, firstPageText: firstPageOf(text) };
  } catch {
    return { ...facts, problem: 'DAMAGED' };
  }
}

/** What every document of one program and one minute says alike: no words of anybody. */
const MACHINE_MADE: ReadonlySet<string> = new Set([
  ...['PDFFormatVersion', 'Language', 'EncryptFilterName', 'Creator', 'Producer', 'CreationDate', 'ModDate'],
]);

/**
 * Text of all pages and what the document says of itself (title, author, XMP). Bytes in memory: for files the caller knows to
 * be small enough. Null where it cannot be read.
 */
export async function pdfWords(bytes: Uint8Array): Promise<{ pages: string[]; described: string[] } | null> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({ data: Uint8Array.from(bytes), ...quietSettings() });
  try {
    const document = await task.promise;
    const { info, metadata } = await document.getMetadata();
    const described = [
      ...Object.entries(info).flatMap(([name, value]) =>
        typeof value === 'string' && !MACHINE_MADE.has(name) ? [value] : [],
      ),
      ...(metadata === null ? [] : [String(metadata.getRaw())]),
    ];
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      page.cleanup();
    }
    return { pages, described };
  } catch {
    return null;
  } finally {
    await task.destroy();
  }
}

/** What lies in a document beside its pages: entries of its information, and by name what else it carries or does. */
export type PdfNotes = { information: Record<string, string>; carries: string[] };

/** Null where it cannot be read. Bytes in memory, as for {@link pdfWords}. */
export async function pdfNotes(bytes: Uint8Array): Promise<PdfNotes | null> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({ data: Uint8Array.from(bytes), ...quietSettings() });
  try {
    const document = await task.promise;
    const { info, metadata } = await document.getMetadata();
    const { Custom: custom = {}, ...entries } = info as Record<string, unknown>;
    const information = Object.entries({ ...entries, ...(custom as object) }).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    const flags = Object.entries(entries).flatMap(([name, value]) => (value === true ? [name] : []));
    const carried: [string, boolean][] = [
      ['XMP', metadata !== null],
      ['attachments', (await document.getAttachments()) !== null],
      ['outline', (await document.getOutline()) !== null],
      ['scripts', (await document.getJSActions()) !== null],
      ['annotations', await hasAnnotations(document)],
    ];
    const carries = carried.flatMap(([name, isThere]) => (isThere ? [name] : []));
    return { information: Object.fromEntries(information), carries: [...carries, ...flags] };
  } catch {
    return null;
  } finally {
    await task.destroy();
  }
}

async function hasAnnotations(document: Awaited<LoadingTask['promise']>): Promise<boolean> {
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    if ((await page.getAnnotations()).length > 0) return true;
    page.cleanup();
  }
  return false;
}

/** The parser runs in this thread: it already is a worker with a time limit, and a second one could not be stopped with it. */
async function loadPdfjs(): Promise<Pdfjs> {
  const { warn, log } = console;
  try {
    // On loading, pdf.js regrets that it found no canvas to draw on; text needs none.
    console.warn = console.log = () => undefined;
    const parser = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    Object.assign(globalThis, { pdfjsWorker: parser });
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
    console.log = log;
  }
}

/** Character maps and metrics pdf.js reads at need: in the package, or beside the bundled program in the folder pdf/. Ends in a slash. */
function dataFolder(): string {
  const url = import.meta.url.endsWith('.ts')
    ? new URL('.', import.meta.resolve('pdfjs-dist/package.json'))
    : new URL('./pdf/', import.meta.url);
  return fileURLToPath(url);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** Nothing of the file is drawn, run or fetched. */
function quietSettings() {
  return {
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    verbosity: 0,
    cMapUrl: `${dataFolder()}cmaps/`,
    standardFontDataUrl: `${dataFolder()}standard_fonts/`,
  };
}

/** pdf.js sets memory of the file's size aside, and a broken file is read wholly. */
const MAX_PDF_BYTES = 512 * 1024 * 1024;
const RANGE_BYTES = 256 * 1024;
