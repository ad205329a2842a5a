import { base64 } from '@scure/base';
import { BundleError } from './bundleError.ts';
import { byteReader } from './byteReader.ts';

const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const END = '-----END AGE ENCRYPTED FILE-----';
/** Characters of a full line (RFC 7468): 48 bytes. */
const LINE = 64;
/** Longest line that is waited for to end: the last one, with what space may stand behind it. */
const LONGEST = 256;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const PIECE = 1024 * 1024;

/**
 * The binary form of an age file, whichever form it came in: the text form ("armor", as `age -a` writes it) is turned into bytes as it
 * comes, read as strictly as age does; everything else passes as it is. Throws a BundleError (DAMAGED, 'AGE_ARMOR').
 */
export async function* unarmored(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = byteReader(source);
  async function* rest(): AsyncGenerator<Uint8Array, void> {
    for (let piece = await reader.some(PIECE); piece !== null; piece = await reader.some(PIECE)) yield piece;
  }
  try {
    const start = await reader.take(BEGIN.length);
    if (textOf(start) === BEGIN) yield* decoded(rest());
    else {
      if (start.length > 0) yield start;
      yield* rest();
    }
  } finally {
    await reader.close();
  }
}

/** What stands between the first line, whose own text is taken already, and the last. */
async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const lines = armorLines();
  let open = '';
  for await (const piece of pieces) {
    const ended = (open + textOf(piece)).split('\n');
    open = ended.pop() ?? '';
    if (open.length > LONGEST) throw damaged();
    const bytes = base64.decode(ended.map(lines.take).join(''));
    if (bytes.length > 0) yield bytes;
  }
  lines.take(open);
  if (!lines.isEnded()) throw damaged();
}

/** Knows what the next line may be: full ones, one that may be shorter, the last line of the form, then nothing but space. */
function armorLines(): { take(line: string): string; isEnded(): boolean } {
  let expects: 'REST_OF_FIRST' | 'BASE64' | 'LAST_LINE' | 'NOTHING' = 'REST_OF_FIRST';
  function take(line: string): string {
    const text = line.trim();
    if (expects === 'REST_OF_FIRST' || expects === 'NOTHING') {
      if (text !== '') throw damaged();
      if (expects === 'REST_OF_FIRST') expects = 'BASE64';
      return '';
    }
    if (text === END) {
      expects = 'NOTHING';
      return '';
    }
    const isFull = text.length === LINE && !text.endsWith('=');
    if (expects === 'LAST_LINE' || text.length > LINE || text.length % 4 !== 0 || !BASE64.test(text))
      throw damaged();
    if (!isFull) expects = 'LAST_LINE';
    return text;
  }
  return { take, isEnded: () => expects === 'NOTHING' };
}

/** One character a byte: what is not ASCII is no part of the form and is refused where it stands. */
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function damaged(): BundleError {
  return new BundleError('DAMAGED', { rule: 'AGE_ARMOR' });
}
