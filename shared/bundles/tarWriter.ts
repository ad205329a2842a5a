import { BundleError } from './bundleError.ts';
import { LIMITS } from './limits.ts';
import { strictPathProblem, visibleName } from './names.ts';
import { formatPax } from './paxRecords.ts';
import { BLOCK, tarChecksum } from './tarHeader.ts';
import { encodeUtf8, utf8Length } from './text.ts';

export interface TarSource {
  path: string;
  size: number;
  /** Milliseconds since 1970. */
  mtime: number;
  body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** The largest size eleven octal digits hold (8 GiB less one); above it the size stands in the pax header. */
const MAX_USTAR_SIZE = 0o77777777777;
/** Readers that keep seconds in 32 bits show a nonsense date above this; the true time stands in the pax header. */
const MAX_USTAR_TIME = 0x7fffffff;
/** Plain in every code page, and short enough for the 100 bytes of a ustar name. */
const PLAIN_NAME = /^[\x20-\x7e]{1,100}$/;

/**
 * A POSIX pax tar, the same bytes for the same sources: files only, owner 0, mode 0644, a pax header only where name, size or
 * time do not fit the old fields. Throws a BundleError: PLAN_INVALID for a name no bundle may hold, SOURCE_CHANGED
 * where a body is longer or shorter than its size.
 */
export async function* writeTar(
  sources: AsyncIterable<TarSource> | Iterable<TarSource>,
): AsyncGenerator<Uint8Array, void> {
  let index = 0;
  for await (const source of sources) {
    yield tarHeaders(source, index);
    yield* exactly(source);
    const over = source.size % BLOCK;
    if (over > 0) yield new Uint8Array(BLOCK - over);
    index += 1;
  }
  yield new Uint8Array(2 * BLOCK);
}

/** Bytes a source takes in the archive, headers and padding included; the two end blocks are not counted. */
export function tarLength(source: Pick<TarSource, 'path' | 'size' | 'mtime'>): number {
  return tarHeaders(source, 0).length + Math.ceil(source.size / BLOCK) * BLOCK;
}

function tarHeaders(
  { path, size, mtime }: Pick<TarSource, 'path' | 'size' | 'mtime'>,
  index: number,
): Uint8Array {
  const entry = visibleName(path);
  const problem = strictPathProblem(path);
  if (problem !== null) throw new BundleError('PLAN_INVALID', { entry, rule: problem });
  if (!Number.isSafeInteger(size) || size < 0)
    throw new BundleError('PLAN_INVALID', { entry, rule: 'TAR_SIZE' });
  const seconds = mtime / 1000;
  const clamped = Math.min(Math.max(Math.floor(seconds), 0), MAX_USTAR_TIME);
  const records: [string, string][] = [];
  if (!PLAIN_NAME.test(path)) records.push(['path', path]);
  if (size > MAX_USTAR_SIZE) records.push(['size', String(size)]);
  if (clamped !== seconds) records.push(['mtime', paxTime(mtime)]);
  const name = PLAIN_NAME.test(path) ? path : `entry-${index}`;
  const main = headerBlock(name, size > MAX_USTAR_SIZE ? 0 : size, clamped, '0');
  if (records.length === 0) return main;
  const pax = formatPax(records);
  if (pax.length > LIMITS.paxHeaderBytes || utf8Length(path) > LIMITS.pathBytes)
    throw new BundleError('PLAN_INVALID', { entry, rule: 'PATH_TOO_LONG' });
  const padded = new Uint8Array(BLOCK + Math.ceil(pax.length / BLOCK) * BLOCK + BLOCK);
  padded.set(headerBlock(`PaxHeaders/${index}`, pax.length, clamped, 'x'));
  padded.set(pax, BLOCK);
  padded.set(main, padded.length - BLOCK);
  return padded;
}

function headerBlock(name: string, size: number, mtime: number, type: string): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(BLOCK);
  const put = (at: number, text: string): void => block.set(encodeUtf8(text), at);
  put(0, name);
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${size.toString(8).padStart(11, '0')}\0`);
  put(136, `${mtime.toString(8).padStart(11, '0')}\0`);
  put(156, type);
  put(257, 'ustar\x0000');
  put(329, '0000000\0');
  put(337, '0000000\0');
  put(148, `${tarChecksum(block).toString(8).padStart(6, '0')}\0 `);
  return block;
}

/** Seconds with up to three decimals; exact, as milliseconds are whole. */
function paxTime(mtime: number): string {
  const ms = Math.round(mtime);
  const sign = ms < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(ms) / 1000);
  const rest = String(Math.abs(ms) % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}

async function* exactly({ path, size, body }: TarSource): AsyncGenerator<Uint8Array, void> {
  let length = 0;
  for await (const piece of body instanceof Uint8Array ? [body] : body) {
    length += piece.length;
    if (length > size) break;
    if (piece.length > 0) yield piece;
  }
  if (length !== size) throw new BundleError('SOURCE_CHANGED', { entry: visibleName(path), rule: 'SIZE' });
}
