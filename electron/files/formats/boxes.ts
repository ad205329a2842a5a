import type { FileSource } from '../source.ts';

/** A box of ISO/IEC 14496-12 (MP4, MOV, HEIF). Offsets count from the start of the bytes or file it was found in. */
export type Box = { type: string; start: number; bodyStart: number; end: number };

/** Boxes lying side by side in memory; stops at the first that claims more than there is. */
export function* boxesIn(bytes: Uint8Array, start = 0, end = bytes.byteLength): Generator<Box> {
  const view = viewOf(bytes);
  for (let at = start; at + 8 <= end; ) {
    const box = boxAt(view, at, 0, end);
    if (box === null) return;
    yield box;
    at = box.end;
  }
}

/** First box of the type, by a path of types from outside inwards. */
export function boxAtPath(bytes: Uint8Array, within: Box | null, ...path: string[]): Box | null {
  let found = within;
  for (const type of path) {
    const inner: Box | undefined = boxesIn(bytes, found?.bodyStart ?? 0, found?.end ?? bytes.byteLength).find(
      (box) => box.type === type,
    );
    if (inner === undefined) return null;
    found = inner;
  }
  return found;
}

/** Top-level boxes of a file, headers only. `whole` is false where the last one claims more than the file has. */
export async function topLevelBoxes(source: FileSource): Promise<{ boxes: Box[]; whole: boolean }> {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= source.size && boxes.length < MAX_TOP_LEVEL) {
    const head = await source.read(at, 16);
    const box = boxAt(viewOf(head), 0, at, source.size);
    if (box === null) return { boxes, whole: false };
    boxes.push(box);
    at = box.end;
  }
  return { boxes, whole: at === source.size };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The header at `at` of the view, whose first byte lies at `base` of what `end` counts in. */
function boxAt(view: DataView, at: number, base: number, end: number): Box | null {
  const start = base + at;
  const type = String.fromCharCode(...[4, 5, 6, 7].map((index) => view.getUint8(at + index)));
  const short = view.getUint32(at);
  const long = short === 1;
  if (long && at + 16 > view.byteLength) return null;
  const size = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - start : short;
  const bodyStart = start + (long ? 16 : 8);
  const boxEnd = start + size;
  return boxEnd < bodyStart || boxEnd > end ? null : { type, start, bodyStart, end: boxEnd };
}

const MAX_TOP_LEVEL = 20_000;
