import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { BoothPack } from '#shared/showcase/boothPack.ts';
import { type Box, boxesIn, topLevelBoxes } from '../files/formats/boxes.ts';
import { movieFacts } from '../files/formats/movie.ts';
import { trackNames } from '../files/formats/trackNames.ts';
import type { Inspector } from '../files/inspector.ts';
import { fromPath } from '../files/source.ts';
import { openBoothPage } from './boothPage.ts';
import { isCode } from './codes.ts';

/** A text of the pack and where it stands. `panel`: the number of the gated panel whose own text it is, else null. */
export type PackText = { file: string; panel: number | null; field: string; text: string };
export type PackFile = { name: string; sha256: string; bytes: number };
export type PackFault = { rule: string; file: string };

export type ReadBack = { files: PackFile[]; texts: PackText[]; faults: PackFault[] };

/** The only names a pack has: they say nothing. */
const NAMES =
  /^(index\.html|catalogue\.pdf|report\.html|sha256sums\.txt|media\/\d{3}-\d\.mp4|media\/\d{3}-\ds?\.jpg)$/;

/** Reads every file of a written pack again: its bytes, its words, and what it says beside them. */
export async function readBack(folder: string, page: string, inspector: Inspector): Promise<ReadBack> {
  const found: ReadBack = { files: [], texts: [], faults: [] };
  for (const name of await filesIn(folder)) {
    const path = join(folder, name);
    const { size } = await stat(path);
    const isFilm = name.endsWith('.mp4');
    const bytes = isFilm ? null : await readFile(path);
    found.files.push({ name, bytes: size, sha256: bytes ? sha256(bytes) : await sha256Of(path) });
    found.texts.push({ file: name, panel: null, field: 'name', text: name });
    if (!NAMES.test(name)) found.faults.push({ rule: 'LEAK_FILE_NAME', file: name });
    else if (bytes === null) found.faults.push(...(await filmFaults(path, name)));
    else if (name.endsWith('.jpg')) found.faults.push(...(await pictureFaults(bytes, name)));
    else if (name.endsWith('.pdf')) await readPdf(bytes, name, inspector, found);
    else if (name === 'index.html') readPage(bytes.toString('utf8'), page, found);
    else found.texts.push({ file: name, panel: null, field: 'text', text: bytes.toString('utf8') });
  }
  return found;
}

/** Every file of a folder with its hash. */
export async function filesOf(folder: string): Promise<PackFile[]> {
  const files: PackFile[] = [];
  for (const name of await filesIn(folder)) {
    const path = join(folder, name);
    files.push({ name, bytes: (await stat(path)).size, sha256: await sha256Of(path) });
  }
  return files;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** A picture drawn anew has none of these; a segment that is none of a bare JPEG holds something else. */
async function pictureFaults(bytes: Buffer, file: string): Promise<PackFault[]> {
  const { format, exif, xmp, iptc, comments } = await sharp(bytes).metadata();
  if (format !== 'jpeg' || exif || xmp || iptc || comments?.length) return [{ rule: 'LEAK_METADATA', file }];
  return isBareJpeg(bytes) ? [] : [{ rule: 'LEAK_METADATA', file }];
}

/** SOI, then JFIF, Adobe's colour mark, tables, frame and scan (ITU-T T.81 B.1.1.3); nothing after the end. */
export function isBareJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  let at = 2;
  for (;;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return false;
    if (marker === 0xda) break;
    const isTable = marker === 0xdb || marker === 0xc4 || marker === 0xdd;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc;
    if (!isTable && !isFrame && marker !== 0xe0 && marker !== 0xee) return false;
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (at + 4 > bytes.length) return false;
  }
  return (
    bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9 && Buffer.from(bytes).indexOf(EOI, at) === bytes.length - 2
  );
}

/** A film holds its tracks of pictures and sound, and no word beside them. */
async function filmFaults(path: string, file: string): Promise<PackFault[]> {
  const source = await fromPath(path);
  try {
    const facts = await movieFacts(source);
    if (facts.gps !== null) return [{ rule: 'LEAK_LOCATION', file }];
    if (facts.damaged || facts.takenAt !== null) return [{ rule: 'LEAK_METADATA', file }];
    const { boxes } = await topLevelBoxes(source);
    const strange = boxes.some(
      ({ type }) => !['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide'].includes(type),
    );
    const moov = boxes.find(({ type }) => type === 'moov');
    const movie = moov ? await source.read(moov.bodyStart, moov.end - moov.bodyStart) : new Uint8Array();
    const tells = boxesIn(movie).some(({ type }) => !['mvhd', 'trak', 'free'].includes(type));
    const named = boxesIn(movie)
      .filter(({ type }) => type === 'trak')
      .some((track) => trackTells(movie, track));
    return strange || tells || named ? [{ rule: 'LEAK_METADATA', file }] : [];
  } finally {
    await source.close();
  }
}

/** User data of a track, or a word where programs name their handlers and compressors. */
function trackTells(movie: Uint8Array, track: Box): boolean {
  const parts = boxesIn(movie, track.bodyStart, track.end);
  if (parts.some(({ type }) => !['tkhd', 'edts', 'mdia', 'tapt', 'free'].includes(type))) return true;
  return trackNames(movie, track).some(({ start, end }) =>
    movie.subarray(start, end).some((byte) => byte !== 0),
  );
}

/** Pages and document information; pictures inside must be as bare as those beside it. */
async function readPdf(bytes: Buffer, file: string, inspector: Inspector, found: ReadBack): Promise<void> {
  const words = await inspector.wholeText(
    { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) },
    'application/pdf',
  );
  if (words === null) found.faults.push({ rule: 'LEAK_UNREADABLE', file });
  else found.texts.push({ file, panel: null, field: 'text', text: words });
  const hides = ['Exif\0\0', 'http://ns.adobe.com/xap/', 'Photoshop 3.0'].some((mark) =>
    bytes.includes(mark),
  );
  if (hides) found.faults.push({ rule: 'LEAK_METADATA', file });
}

/** The page must be the built one with nothing but its data; every word of the data is a text of its panel. */
function readPage(written: string, page: string, found: ReadBack): void {
  const { pack, isUnchanged } = openBoothPage(page, written);
  if (pack === null || !isUnchanged) {
    found.faults.push({ rule: 'LEAK_PAGE_CHANGED', file: 'index.html' });
    return;
  }
  found.texts.push(...textsOfPack(pack));
}

export function textsOfPack({ panels, ...rest }: BoothPack): PackText[] {
  const file = 'index.html';
  return [
    ...wordsIn(rest).map(([field, text]) => ({ file, panel: null, field, text })),
    ...panels.flatMap((panel) =>
      wordsIn(panel).map(([field, text]) => ({ file, panel: panel.no, field, text })),
    ),
  ];
}

/** Strings of a value with the way to them; drawings and codes are none. */
function wordsIn(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string')
    return path.endsWith('code.path') || value === '' || isCode(value) ? [] : [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => wordsIn(part, path === '' ? key : `${path}.${key}`));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function sha256Of(path: string): Promise<string> {
  const source = await fromPath(path);
  const hash = createHash('sha256');
  try {
    for (let at = 0; at < source.size; at += 1 << 20) hash.update(await source.read(at, 1 << 20));
    return hash.digest('hex');
  } finally {
    await source.close();
  }
}

const EOI = Buffer.from([0xff, 0xd9]);
