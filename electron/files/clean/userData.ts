import type { FileSource } from '../source.ts';
import { CannotCleanError } from './cannotClean.ts';
import type { MediaRange } from './samples.ts';

/**
 * Places inside H.264 and H.265 streams where unregistered user data lies (SEI payload type 5, ITU-T H.274; some cameras write their
 * position there), each with filler data of the same length, which decoders skip. In order of offset.
 */
export async function userDataPatches(
  source: FileSource,
  ranges: readonly MediaRange[],
): Promise<{ offset: number; bytes: Uint8Array }[]> {
  const patches: { offset: number; bytes: Uint8Array }[] = [];
  for (const { start, end, samples, nalLengthSize, family } of ranges) {
    if (family === null) continue;
    // Samples of a chunk lie side by side: one reading for them all, unless somebody made one of the whole film.
    const chunk = end - start <= MAX_CHUNK ? await source.read(start, end - start) : null;
    let at = start;
    for (const size of samples) {
      if (size > MAX_CHUNK) throw new CannotCleanError('DAMAGED');
      const sample = chunk?.subarray(at - start, at - start + size) ?? (await source.read(at, size));
      if (sample.byteLength < size) throw new CannotCleanError('DAMAGED');
      for (const unit of units(sample, nalLengthSize)) {
        if (hasUserData(sample.subarray(unit.start, unit.end), family)) {
          patches.push({ offset: at + unit.start, bytes: filler(unit.end - unit.start, family) });
        }
      }
      at += size;
    }
  }
  return patches.toSorted((left, right) => left.offset - right.offset);
}

/** NAL units, each behind its length. */
function* units(sample: Uint8Array, lengthSize: number): Generator<{ start: number; end: number }> {
  let at = 0;
  while (at + lengthSize <= sample.byteLength) {
    const length = sample.subarray(at, at + lengthSize).reduce((value, byte) => value * 256 + byte, 0);
    const start = at + lengthSize;
    if (start + length > sample.byteLength) throw new CannotCleanError('DAMAGED');
    if (length > 0) yield { start, end: start + length };
    at = start + length;
  }
}

function hasUserData(unit: Uint8Array, family: 'H264' | 'H265'): boolean {
  const first = unit[0] ?? 0;
  const isMessage = family === 'H264' ? (first & 0x1f) === 6 : SEI_H265.has((first >> 1) & 0x3f);
  if (!isMessage) return false;
  const payload = withoutEmulation(unit.subarray(family === 'H264' ? 1 : 2));
  let at = 0;
  // The last byte is the stop bit; a message needs a type and a size.
  while (at + 2 < payload.byteLength) {
    const type = extended(payload, at);
    const size = extended(payload, type.next);
    if (type.value === USER_DATA_UNREGISTERED) return true;
    at = size.next + size.value;
  }
  return false;
}

/** Types and sizes above 254 are sums of FF bytes and a last one. */
function extended(payload: Uint8Array, from: number): { value: number; next: number } {
  let value = 0;
  let at = from;
  while (payload[at] === 0xff) {
    value += 255;
    at += 1;
  }
  return { value: value + (payload[at] ?? 0), next: at + 1 };
}

/** 00 00 03 stands for 00 00. */
function withoutEmulation(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => !(byte === 3 && bytes[index - 1] === 0 && bytes[index - 2] === 0));
}

/** A filler data unit: header, FF bytes, stop bit. One byte alone is a unit of an unspecified type, which is skipped as well. */
function filler(length: number, family: 'H264' | 'H265'): Uint8Array {
  const unit = new Uint8Array(length).fill(0xff);
  unit.set((family === 'H264' ? [0x0c] : [0x4c, 0x01]).slice(0, length));
  unit[length - 1] = length > 2 ? 0x80 : (unit[length - 1] ?? 0);
  return unit;
}

const USER_DATA_UNREGISTERED = 5;
/** Prefix and suffix SEI. */
const SEI_H265: ReadonlySet<number> = new Set([39, 40]);
const MAX_CHUNK = 64 * 1024 * 1024;
