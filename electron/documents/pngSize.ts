/** Width and height a PNG declares in its first chunk, in pixels. @throws Error for other bytes. */
export function sizeOfPng(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.length < 24 || view.getUint32(0) !== 0x89504e47)
    throw new Error('a picture of a paper is not a PNG');
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
