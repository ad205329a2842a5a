import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoothPack, BoothPanel } from '#shared/showcase/boothPack.ts';
import { soundsOf } from '#shared/showcase/sounds.ts';
import type { PdfNotes } from '../files/formats/pdf.ts';
import type { Inspector } from '../files/inspector.ts';
import { fromBytes, fromPath } from '../files/source.ts';
import { openBoothPage } from './boothPage.ts';
import { isCode } from './codes.ts';
import { filmFaults } from './filmFaults.ts';
import { pictureFaults } from './pictureFaults.ts';

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

/** Pages and what the document says of itself; pictures inside must be as bare as those beside it. */
async function readPdf(bytes: Buffer, file: string, inspector: Inspector, found: ReadBack): Promise<void> {
  const source = fromBytes(bytes);
  const words = await inspector.wholeText(source, 'application/pdf');
  const notes = await inspector.pdfNotes(source);
  if (words === null || notes === null) {
    found.faults.push({ rule: 'LEAK_UNREADABLE', file });
    return;
  }
  found.texts.push({ file, panel: null, field: 'text', text: words });
  const hides = ['Exif\0\0', 'http://ns.adobe.com/xap/', 'Photoshop 3.0'].some((mark) =>
    bytes.includes(mark),
  );
  if (hides || tellsMore(notes)) found.faults.push({ rule: 'LEAK_METADATA', file });
}

/** The catalogue names its exhibition and the program; its title is one of the texts. It carries nothing and does nothing. */
function tellsMore({ information, carries }: PdfNotes): boolean {
  return (
    carries.length > 0 ||
    Object.entries(information).some(([name, value]) =>
      name === 'Creator' || name === 'Producer' ? value !== PROGRAM : !TOLD.has(name),
    )
  );
}

/** The page must be the built one with nothing but its data; every word of the data is a text of its panel. */
function readPage(written: string, page: string, found: ReadBack): void {
  const { pack, isUnchanged } = openBoothPage(page, written);
  if (pack === null || !isUnchanged || !pack.panels.every(soundsAreTheirOwn)) {
    found.faults.push({ rule: 'LEAK_PAGE_CHANGED', file: 'index.html' });
    return;
  }
  found.texts.push(...textsOfPack(pack));
}

/** Sounds are no words of their own: they are told by what they sound like, or something else is written there. */
function soundsAreTheirOwn({ sounds, title, unitName }: BoothPanel): boolean {
  return sounds.title === soundsOf(title.zh) && sounds.unitName === soundsOf(unitName.zh);
}

export function textsOfPack({ panels, ...rest }: BoothPack): PackText[] {
  const file = 'index.html';
  return [
    ...wordsIn(rest).map(([field, text]) => ({ file, panel: null, field, text })),
    ...panels.flatMap(({ sounds: _, ...panel }) =>
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

const PROGRAM = 'Mengbu';
const TOLD: ReadonlySet<string> = new Set([
  'PDFFormatVersion',
  'Language',
  'CreationDate',
  'ModDate',
  'Title',
]);
