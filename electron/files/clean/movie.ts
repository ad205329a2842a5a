import { joined, type Part } from '../copies.ts';
import { type Box, boxAtPath, boxesIn, topLevelBoxes, viewOf } from '../formats/boxes.ts';
import { trackNames } from '../formats/trackNames.ts';
import type { FileSource } from '../source.ts';
import { CannotCleanError } from './cannotClean.ts';
import { type MediaRange, sampleRanges } from './samples.ts';
import { userDataPatches } from './userData.ts';

/**
 * An MP4 or MOV in which only pictures and sound are left. Boxes that may hold anything else become free space of the same length, so that no
 * offset changes; of the media data only the bytes that samples of film and sound tracks lie in are kept, the rest (telemetry, subtitles,
 * blocks between samples) is zeros; user data inside the picture stream becomes filler. Fragmented films and codecs whose streams are not
 * looked into cannot be cleaned.
 */
export async function cleanMovie(source: FileSource): Promise<FileSource> {
  const { boxes, whole } = await topLevelBoxes(source);
  const movies = boxes.filter(({ type }) => type === 'moov');
  const [moov] = movies;
  if (!whole || moov === undefined || movies.length > 1) throw new CannotCleanError('DAMAGED');
  if (boxes.some(({ type }) => FRAGMENTED.has(type))) throw new CannotCleanError('FORMAT');
  if (moov.end - moov.start > MAX_MOVIE_BOX) throw new CannotCleanError('FILE_TOO_LARGE');
  const movie = new Uint8Array(await source.read(moov.start, moov.end - moov.start));
  const ranges = cleanMovieBox(movie);
  const patches = await userDataPatches(source, ranges);
  const parts = boxes.flatMap((box): Part[] => {
    if (box === moov) return [{ kind: 'bytes', bytes: movie }];
    if (box.type === 'mdat') return mediaData(source, box, ranges, patches);
    return box.type === 'ftyp' ? [rangeOf(source, box.start, box.end)] : freeSpace(box);
  });
  return joined(parts);
}

/** Blanks what may not stay, in place, and says where the samples of the tracks that stay lie. */
function cleanMovieBox(movie: Uint8Array): MediaRange[] {
  const ranges: MediaRange[] = [];
  const moov = boxesIn(movie).next().value;
  if (moov === undefined) throw new CannotCleanError('DAMAGED');
  for (const box of childrenOf(movie, moov)) {
    if (box.type === 'mvex') throw new CannotCleanError('FORMAT');
    if (box.type === 'trak' && KEPT_HANDLERS.has(handlerOf(movie, box)))
      ranges.push(...cleanTrack(movie, box));
    else if (box.type !== 'mvhd') blank(movie, box);
  }
  return ranges;
}

function cleanTrack(movie: Uint8Array, track: Box): MediaRange[] {
  const codec = codecOf(movie, track);
  if (!codec.known || !isSelfContained(movie, track)) throw new CannotCleanError('FORMAT');
  keepOnly(movie, track);
  for (const { start, end } of trackNames(movie, track)) movie.fill(0, start, end);
  return sampleRanges(movie, track, codec);
}

/** Goes down the boxes a track needs and blanks all others. */
function keepOnly(movie: Uint8Array, parent: Box): void {
  const allowed = NEEDED.get(parent.type);
  if (allowed === undefined) return;
  for (const box of childrenOf(movie, parent)) {
    if (allowed.has(box.type)) keepOnly(movie, box);
    else blank(movie, box);
  }
}

/** Children lie gap-free to the end; a terminating 32-bit zero is allowed in QuickTime. */
function childrenOf(movie: Uint8Array, parent: Box): Box[] {
  const children = [...boxesIn(movie, parent.bodyStart, parent.end)];
  const rest = parent.end - (children.at(-1)?.end ?? parent.bodyStart);
  if (rest !== 0 && rest !== 4) throw new CannotCleanError('DAMAGED');
  movie.fill(0, parent.end - rest, parent.end);
  return children;
}

function blank(movie: Uint8Array, box: Box): void {
  movie.fill(0, box.bodyStart, box.end);
  movie.set(FREE, box.start + 4);
}

function handlerOf(movie: Uint8Array, track: Box): string {
  const handler = boxAtPath(movie, track, 'mdia', 'hdlr');
  return handler === null
    ? ''
    : String.fromCharCode(...movie.subarray(handler.bodyStart + 8, handler.bodyStart + 12));
}

function codecOf(
  movie: Uint8Array,
  track: Box,
): { known: boolean; nalLengthSize: number; family: 'H264' | 'H265' | null } {
  const table = boxAtPath(movie, track, 'mdia', 'minf', 'stbl', 'stsd');
  const entries = table === null ? [] : [...boxesIn(movie, table.bodyStart + 8, table.end)];
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) return { known: false, nalLengthSize: 0, family: null };
  if (PLAIN_CODECS.has(entry.type)) return { known: true, nalLengthSize: 0, family: null };
  const family = FAMILIES.get(entry.type) ?? null;
  const configuration = boxesIn(movie, entry.bodyStart + VISUAL_ENTRY, entry.end).find(
    ({ type }) => type === 'avcC' || type === 'hvcC',
  );
  if (family === null || configuration === undefined) return { known: false, nalLengthSize: 0, family: null };
  const lengthByte = movie[configuration.bodyStart + (family === 'H264' ? 4 : 21)] ?? 0;
  return { known: true, nalLengthSize: (lengthByte & 3) + 1, family };
}

/** Is the media data in this very file (flag 1 of every data reference, ISO/IEC 14496-12 §8.7.2)? */
function isSelfContained(movie: Uint8Array, track: Box): boolean {
  const references = boxAtPath(movie, track, 'mdia', 'minf', 'dinf', 'dref');
  if (references === null) return false;
  return boxesIn(movie, references.bodyStart + 8, references.end).every(
    ({ bodyStart }) => ((movie[bodyStart + 3] ?? 0) & 1) === 1,
  );
}

/** Samples as they are but for the patches, zeros between them. Ranges and patches are walked once, in order. */
function mediaData(
  source: FileSource,
  box: Box,
  ranges: readonly MediaRange[],
  patches: readonly Patch[],
): Part[] {
  const parts: Part[] = [rangeOf(source, box.start, box.bodyStart)];
  let at = box.bodyStart;
  let next = 0;
  for (const { start, end } of merged(ranges, box)) {
    parts.push({ kind: 'zeros', length: start - at });
    at = start;
    for (; (patches[next]?.offset ?? end) < end; next += 1) {
      const patch = patches[next];
      if (patch === undefined || patch.offset < at) continue;
      parts.push(rangeOf(source, at, patch.offset), { kind: 'bytes', bytes: patch.bytes });
      at = patch.offset + patch.bytes.byteLength;
    }
    parts.push(rangeOf(source, at, end));
    at = end;
  }
  return [...parts, { kind: 'zeros', length: box.end - at }];
}

type Patch = { offset: number; bytes: Uint8Array };

/** Ranges inside the box in order, those that touch or overlap as one. */
function merged(ranges: readonly MediaRange[], box: Box): { start: number; end: number }[] {
  const inside = ranges.filter(({ start, end }) => start >= box.bodyStart && end <= box.end);
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of inside.toSorted((left, right) => left.start - right.start)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function freeSpace(box: Box): Part[] {
  const head = new Uint8Array(box.bodyStart - box.start);
  const view = viewOf(head);
  const size = box.end - box.start;
  view.setUint32(0, head.byteLength === 16 ? 1 : size);
  head.set(FREE, 4);
  if (head.byteLength === 16) view.setBigUint64(8, BigInt(size));
  return [
    { kind: 'bytes', bytes: head },
    { kind: 'zeros', length: box.end - box.bodyStart },
  ];
}

function rangeOf(source: FileSource, start: number, end: number): Part {
  return { kind: 'range', source, offset: start, length: end - start };
}

const FREE = [0x66, 0x72, 0x65, 0x65];
const MAX_MOVIE_BOX = 128 * 1024 * 1024;
const VISUAL_ENTRY = 78;
const FRAGMENTED: ReadonlySet<string> = new Set(['moof', 'styp', 'sidx']);
const KEPT_HANDLERS: ReadonlySet<string> = new Set(['vide', 'soun']);

const FAMILIES: ReadonlyMap<string, 'H264' | 'H265'> = new Map([
  ['avc1', 'H264'],
  ['avc3', 'H264'],
  ['hvc1', 'H265'],
  ['hev1', 'H265'],
]);
/** Codecs whose streams have no place for foreign data, or only for a few bytes of audio ancillary data. */
const PLAIN_CODECS: ReadonlySet<string> = new Set([
  ...['mp4a', 'alac', 'ac-3', 'ec-3', 'Opus', 'fLaC', '.mp3', 'sowt', 'twos', 'lpcm', 'in24', 'in32', 'raw '],
  ...['ulaw', 'alaw', 'ima4', 'samr', 'sawb', 'vp09'],
]);

const NEEDED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['trak', new Set(['tkhd', 'edts', 'mdia', 'tapt'])],
  ['mdia', new Set(['mdhd', 'hdlr', 'minf'])],
  ['minf', new Set(['vmhd', 'smhd', 'hdlr', 'dinf', 'stbl'])],
  [
    'stbl',
    new Set([
      ...['stsd', 'stts', 'ctts', 'cslg', 'stss', 'stps', 'sdtp', 'stsc', 'stsz', 'stz2', 'stco', 'co64'],
      ...['sgpd', 'sbgp'],
    ]),
  ],
]);
