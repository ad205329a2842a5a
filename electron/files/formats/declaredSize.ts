/**
 * Width and height a PNG, GIF or BMP declares in its first bytes, before any decoder sees it. Null for other formats and headers that are
 * cut. Needed for files whose decoder gives up before it tells a size, and for BMP, which has none here.
 */
export function declaredSize(head: Uint8Array, mediaType: string): { width: number; height: number } | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [from, read] = FIELDS.get(mediaType) ?? [Number.POSITIVE_INFINITY, null];
  return read === null || head.byteLength < from ? null : read(view);
}

type SizeReader = (view: DataView) => { width: number; height: number };

/** Bytes the header must have, and where the size stands in it. A negative BMP height means rows from top to bottom. */
const FIELDS: ReadonlyMap<string, [number, SizeReader]> = new Map<string, [number, SizeReader]>([
  ['image/png', [24, (view) => ({ width: view.getUint32(16), height: view.getUint32(20) })]],
  ['image/apng', [24, (view) => ({ width: view.getUint32(16), height: view.getUint32(20) })]],
  ['image/gif', [10, (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) })]],
  [
    'image/bmp',
    [26, (view) => ({ width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) })],
  ],
]);
