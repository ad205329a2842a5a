import { checkedParts, isoDate } from '../dates.ts';

/**
 * When a picture was taken, as the camera's clock showed it. `offset` ('+08:00', 'Z') is null unless the file states it: without it
 * the time is a wall clock's, of an unknown zone, and must not be turned into UTC.
 */
export type CaptureTime = { local: string; offset: string | null };
/** Decimal degrees (WGS 84 unless the camera says otherwise), altitude in metres above sea level, direction in degrees from north. */
export type Position = { lat: number; lon: number; alt: number | null; direction: number | null };
/** 捕获设备 of DA/T 54: what the file says of the device, word for word. */
export type Camera = {
  make: string | null;
  model: string | null;
  serial: string | null;
  software: string | null;
};
/** EXIF orientation: 1 upright, 2–8 mirrored or turned (CIPA DC-008 §4.6.4 A). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** 0, 9 and anything else a camera may write count as 1: shown as stored. */
export function orientationOf(value: unknown): Orientation {
  return isOrientation(value) ? value : 1;
}

/**
 * EXIF 'YYYY:MM:DD HH:MM:SS' and the optional OffsetTime. Null for blanks, zeros and times that do not exist: a camera whose clock
 * was never set says nothing.
 */
export function captureTime(text: string | null, offset: string | null): CaptureTime | null {
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(text?.trim() ?? '');
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  if (hour === undefined || minute === undefined || second === undefined) return null;
  const parts = checkedParts(year, month, day);
  if (parts === null || hour > 23 || minute > 59 || second > 59) return null;
  return { local: `${isoDate(parts)}T${match[4]}:${match[5]}:${match[6]}`, offset: checkedOffset(offset) };
}

/** Degrees, minutes, seconds and hemisphere letter to decimal degrees. Null where a part or the hemisphere is missing: half a position is none. */
export function decimalDegrees(parts: readonly number[], hemisphere: string | null): number | null {
  const sign = { N: 1, E: 1, S: -1, W: -1 }[hemisphere?.trim().toUpperCase() ?? ''];
  const [degrees, minutes = 0, seconds = 0] = parts;
  if (sign === undefined || degrees === undefined) return null;
  if (![degrees, minutes, seconds].every((part) => Number.isFinite(part) && part >= 0)) return null;
  return sign * (degrees + minutes / 60 + seconds / 3600);
}

/**
 * A position out of its parts, or null. Outside the globe is no position; neither is exactly 0°, 0°, which devices write while they
 * have no fix.
 */
export function positionOf(
  lat: number | null,
  lon: number | null,
  alt: number | null,
  direction: number | null,
): Position | null {
  if (lat === null || lon === null || !Number.isFinite(lat) || !Number.isFinite(lon)) return null;
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180 || (lat === 0 && lon === 0)) return null;
  return {
    lat,
    lon,
    alt: alt !== null && Number.isFinite(alt) ? alt : null,
    direction: direction !== null && direction >= 0 && direction <= 360 ? direction : null,
  };
}

/** ISO 6709 annex H as films carry it: '+33.1268-117.3273+010.000/'. Only the decimal-degree form; null for any other. */
export function positionOfIso6709(text: string): Position | null {
  const match = /^([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?/.exec(text.trim());
  if (match === null) return null;
  return positionOf(
    Number(match[1]),
    Number(match[2]),
    match[3] === undefined ? null : Number(match[3]),
    null,
  );
}

function isOrientation(value: unknown): value is Orientation {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 8;
}

function checkedOffset(offset: string | null): string | null {
  const trimmed = offset?.trim() ?? '';
  return /^(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.test(trimmed) ? trimmed : null;
}
