import {
  type CaptureTime,
  captureTime,
  type Position,
  positionOfIso6709,
} from '#shared/records/photoMetadata.ts';
import type { FileSource } from '../source.ts';
import { type Box, boxAtPath, boxesIn, topLevelBoxes, viewOf } from './boxes.ts';

export type MovieFacts = {
  durationMs: number | null;
  width: number | null;
  height: number | null;
  codecs: string[];
  gps: Position | null;
  takenAt: CaptureTime | null;
  damaged: boolean;
};

/**
 * What the movie box of an MP4 or MOV says; the media data is not read. The time of taking comes from QuickTime's own key with its
 * offset only: `creation_time` should be UTC, cameras write local time into it as often as not, so it says nothing certain.
 */
export async function movieFacts(source: FileSource): Promise<MovieFacts> {
  const { boxes, whole } = await topLevelBoxes(source);
  const moov = boxes.find(({ type }) => type === 'moov');
  if (moov === undefined || moov.end - moov.start > MAX_MOVIE_BOX)
    return { ...NOTHING, damaged: moov === undefined || !whole };
  const bytes = await source.read(moov.bodyStart, moov.end - moov.bodyStart);
  const tracks = boxesIn(bytes)
    .filter(({ type }) => type === 'trak')
    .map((track) => trackFacts(bytes, track))
    .toArray();
  const picture = tracks.find(({ handler }) => handler === 'vide');
  const described = quickTimeKeys(bytes);
  return {
    durationMs: duration(bytes),
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    codecs: tracks.flatMap(({ handler, codec }) =>
      codec !== null && (handler === 'vide' || handler === 'soun') ? [codec] : [],
    ),
    gps: positionOfIso6709(described.get(KEY_LOCATION) ?? userDataLocation(bytes) ?? ''),
    takenAt: quickTimeDate(described.get(KEY_DATE) ?? null),
    damaged: !whole,
  };
}

type TrackFacts = { handler: string; codec: string | null; width: number | null; height: number | null };

function trackFacts(bytes: Uint8Array, track: Box): TrackFacts {
  const handlerBox = boxAtPath(bytes, track, 'mdia', 'hdlr');
  const handler = handlerBox === null ? '' : latin1(bytes, handlerBox.bodyStart + 8, 4);
  const table = boxAtPath(bytes, track, 'mdia', 'minf', 'stbl', 'stsd');
  const entry = table === null ? undefined : boxesIn(bytes, table.bodyStart + 8, table.end).next().value;
  const facts = { handler, codec: entry?.type.trim() || null, width: null, height: null };
  if (handler !== 'vide' || entry === undefined || entry.end - entry.bodyStart < 28) return facts;
  const view = viewOf(bytes);
  const stored = {
    width: view.getUint16(entry.bodyStart + 24),
    height: view.getUint16(entry.bodyStart + 26),
  };
  return isTurned(bytes, track)
    ? { ...facts, width: stored.height, height: stored.width }
    : { ...facts, ...stored };
}

/** Is the picture shown turned by a quarter? By the matrix of the track header (§8.3.2): |b| = 1 and a = 0. */
function isTurned(bytes: Uint8Array, track: Box): boolean {
  const header = boxAtPath(bytes, track, 'tkhd');
  if (header === null) return false;
  const matrix = header.bodyStart + (bytes[header.bodyStart] === 1 ? 52 : 40);
  if (matrix + 36 > header.end) return false;
  const view = viewOf(bytes);
  return view.getInt32(matrix) === 0 && Math.abs(view.getInt32(matrix + 4)) === 0x10000;
}

/** Of the movie header (§8.2.2); all ones means not known. */
function duration(bytes: Uint8Array): number | null {
  const header = boxAtPath(bytes, null, 'mvhd');
  if (header === null) return null;
  const view = viewOf(bytes);
  const long = bytes[header.bodyStart] === 1;
  if (header.bodyStart + (long ? 32 : 20) > header.end) return null;
  const timescale = view.getUint32(header.bodyStart + (long ? 20 : 12));
  const units = long
    ? Number(view.getBigUint64(header.bodyStart + 24))
    : view.getUint32(header.bodyStart + 16);
  const unknown = long ? units >= 2 ** 63 : units === 0xffffffff;
  return timescale === 0 || units === 0 || unknown ? null : Math.round((units / timescale) * 1000);
}

/** moov/udta/©xyz: length, language, ISO 6709 text (QuickTime File Format, user data text). */
function userDataLocation(bytes: Uint8Array): string | null {
  const box = boxAtPath(bytes, null, 'udta', '\u00a9xyz');
  if (box === null || box.bodyStart + 4 > box.end) return null;
  const length = Math.min(viewOf(bytes).getUint16(box.bodyStart), box.end - box.bodyStart - 4);
  return latin1(bytes, box.bodyStart + 4, length);
}

/** moov/meta with the handler 'mdta': names in `keys`, values in `ilst` by their number (QuickTime metadata). */
function quickTimeKeys(bytes: Uint8Array): Map<string, string> {
  const values = new Map<string, string>();
  const meta = metaBox(bytes);
  const keys = meta === null ? null : boxAtPath(bytes, meta, 'keys');
  const list = meta === null ? null : boxAtPath(bytes, meta, 'ilst');
  if (keys === null || list === null) return values;
  const names = boxesIn(bytes, keys.bodyStart + 8, keys.end)
    .map((key) => latin1(bytes, key.bodyStart, key.end - key.bodyStart))
    .toArray();
  for (const item of boxesIn(bytes, list.bodyStart, list.end)) {
    const name = names[viewOf(bytes).getUint32(item.start + 4) - 1];
    const data = boxAtPath(bytes, item, 'data');
    if (name === undefined || data === null || data.bodyStart + 8 > data.end) continue;
    values.set(name, new TextDecoder().decode(bytes.subarray(data.bodyStart + 8, data.end)));
  }
  return values;
}

/** In MP4 a `meta` box begins with version and flags (ISO/IEC 14496-12 §8.11.1), in QuickTime it does not. */
function metaBox(bytes: Uint8Array): Box | null {
  const meta = boxAtPath(bytes, null, 'meta');
  if (meta === null || boxAtPath(bytes, meta, 'hdlr') !== null) return meta;
  return { ...meta, bodyStart: meta.bodyStart + 4 };
}

/** '2024-05-01T10:20:30+0800' */
function quickTimeDate(text: string | null): CaptureTime | null {
  const offset = /([+-]\d{2}):?(\d{2})$/.exec(text ?? '');
  return captureTime(text, offset === null ? null : `${offset[1]}:${offset[2]}`);
}

function latin1(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + Math.min(length, MAX_TEXT)));
}

const NOTHING: MovieFacts = {
  durationMs: null,
  width: null,
  height: null,
  codecs: [],
  gps: null,
  takenAt: null,
  damaged: false,
};
const KEY_LOCATION = 'com.apple.quicktime.location.ISO6709';
const KEY_DATE = 'com.apple.quicktime.creationdate';
const MAX_TEXT = 1024;
const MAX_MOVIE_BOX = 128 * 1024 * 1024;
