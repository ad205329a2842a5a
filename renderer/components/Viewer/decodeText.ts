/**
 * Reads text by what its bytes say: a byte order mark, else UTF-8 where that is valid, else GB 18030, which Chinese
 * systems wrote before UTF-8 and which reads every byte. A character cut off at the end is left out.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const marked = encodingOfMark(bytes);
  if (marked !== null) return { text: read(bytes, marked), encoding: marked.toUpperCase() };
  try {
    return { text: read(bytes, 'utf-8', true), encoding: 'UTF-8' };
  } catch {
    return { text: read(bytes, 'gb18030'), encoding: 'GB 18030' };
  }
}

function encodingOfMark([first, second, third]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function read(bytes: Uint8Array, encoding: string, fatal = false): string {
  return new TextDecoder(encoding, { fatal }).decode(bytes, { stream: true });
}
