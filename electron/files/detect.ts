import { fileTypeFromBuffer } from 'file-type';
import { UNKNOWN_MEDIA_TYPE } from '#shared/records/mediaKinds.ts';
import { officeMediaType } from './formats/officeText.ts';
import { decodeText } from './formats/text.ts';
import { type ZipEntry, zipEntries } from './formats/zip.ts';
import type { FileSource } from './source.ts';

export type Detected = {
  mediaType: string;
  /** The head as text, where the file is text; of markup the characters between the tags. */
  text: string | null;
  /** The contents of a zip, where it is one and could be listed. */
  entries: ZipEntry[] | null;
};

/** Bytes of a file's beginning that detection looks at. */
export const HEAD_BYTES = 64 * 1024;

/** What a file is, by its content alone: signatures, the parts of a zip, the root element of XML, else text or not. */
export async function detect(source: FileSource, head: Uint8Array): Promise<Detected> {
  const signature = await signatureOf(head);
  if (isZip(head)) {
    const entries = await zipEntries(source);
    const office = entries === null ? null : officeMediaType(entries);
    return { mediaType: office ?? signature ?? 'application/zip', text: null, entries };
  }
  if (signature !== null && signature !== 'application/xml') {
    return { mediaType: signature, text: null, entries: null };
  }
  if (hasLatePdfHeader(head)) return { mediaType: 'application/pdf', text: null, entries: null };
  const text = head.byteLength === 0 ? null : decodeText(head);
  if (text === null) return { mediaType: signature ?? UNKNOWN_MEDIA_TYPE, text, entries: null };
  const mediaType = textMediaType(text);
  return {
    mediaType,
    text: mediaType === 'text/plain' ? text : text.replace(/<[^>]*>/g, '\n'),
    entries: null,
  };
}

async function signatureOf(head: Uint8Array): Promise<string | null> {
  try {
    const type = await fileTypeFromBuffer(head);
    const mime = type?.mime.split(';', 1)[0] ?? null;
    return mime === null ? null : (CANONICAL.get(mime) ?? mime);
  } catch {
    return null;
  }
}

function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    (head[2] === 3 || head[2] === 5) &&
    (head[3] === 4 || head[3] === 6)
  );
}

/** Readers accept the PDF header anywhere in the first 1024 bytes (ISO 32000-1, annex H.3, note 13). */
function hasLatePdfHeader(head: Uint8Array): boolean {
  return /%PDF-\d\.\d/.test(new TextDecoder('latin1').decode(head.subarray(0, 1024)));
}

function textMediaType(text: string): string {
  const markup = rootMarkup(text);
  if (/^<(\w+:)?svg[\s/>]/.test(markup)) return 'image/svg+xml';
  if (/^<!doctype html|^<html[\s>]/i.test(markup)) return 'text/html';
  return /^\s*<\?xml\s/.test(text) ? 'application/xml' : 'text/plain';
}

/** The text from its first element or HTML doctype on: without XML declaration, comments, instructions and doctypes of XML. */
function rootMarkup(text: string): string {
  const start =
    /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+(?!html\b)[^[>]*(?:\[[^\]]*\]\s*)?>\s*)*/i.exec(text);
  return text.slice(start?.[0].length ?? 0, (start?.[0].length ?? 0) + 64);
}

/** Other names in use for one format. */
const CANONICAL: ReadonlyMap<string, string> = new Map([
  ['audio/x-m4a', 'audio/mp4'],
  ['video/x-m4v', 'video/mp4'],
  ['audio/x-wav', 'audio/wav'],
  ['audio/vnd.wave', 'audio/wav'],
  ['audio/x-flac', 'audio/flac'],
]);
