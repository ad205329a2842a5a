import { constants, gunzipSync } from 'node:zlib';
import type { GuardedFormat } from '#shared/records/importGuard.ts';

/**
 * Is the content one of the formats that must not be held, whatever the file is called? Looks at the head, and through one layer of
 * gzip (which BGZF is too). A few hundred bytes of each are enough.
 */
export function guardedFormatOf(head: Uint8Array): GuardedFormat | null {
  if (isDicom(head)) return 'DICOM';
  return sequenceFormat(head) ?? sequenceFormat(unzipped(head));
}

function sequenceFormat(head: Uint8Array): GuardedFormat | null {
  const start = latin1(head.subarray(0, TEXT_WINDOW));
  if (start.startsWith('BAM\u0001')) return 'BAM';
  if (/^CRAM[\u0001-\u0004]/.test(start)) return 'CRAM';
  if (/^BCF[\u0002\u0004]/.test(start)) return 'BCF';
  // IDAT of Illumina arrays: name and version 1–4 as a little-endian integer. (A PNG's IDAT never opens the file.)
  if (/^IDAT[\u0001-\u0004]\u0000{3}/.test(start)) return 'IDAT';
  if (isCel(head, start)) return 'CEL';
  if (start.startsWith('##fileformat=VCF')) return 'VCF';
  if (isSam(start)) return 'SAM';
  return isFastq(start) ? 'FASTQ' : null;
}

/** Affymetrix: version 3 is text, version 4 says 64, 4 and rows × columns = cells, Command Console names its data type. */
function isCel(head: Uint8Array, start: string): boolean {
  if (start.startsWith('[CEL]')) return true;
  if (start.startsWith('\u003b\u0001')) return start.includes('affymetrix-calvin');
  if (head.byteLength < 20 || !start.startsWith('@\u0000\u0000\u0000\u0004\u0000\u0000\u0000')) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return view.getInt32(8, true) * view.getInt32(12, true) === view.getInt32(16, true);
}

/** A SAM header line (SAMv1 §1.3), or without a header an alignment of eleven fields (§1.4). */
function isSam(start: string): boolean {
  const [line = ''] = start.split(/\r?\n/, 1);
  if (/^@(HD\tVN:\d|SQ\tSN:|RG\tID:|PG\tID:)/.test(line)) return true;
  const [name, flag, , position, quality, cigar, , , , bases] = line.split('\t');
  if (name === undefined || bases === undefined) return false;
  return (
    [flag, position, quality].every((field) => /^\d+$/.test(field ?? '')) &&
    /^(\*|(\d+[MIDNSHPX=])+)$/.test(cigar ?? '') &&
    /^(\*|[A-Za-z=.]+)$/.test(bases)
  );
}

/** Four lines: @name, bases (IUPAC letters), +, as many quality signs as bases. A long read may run beyond the window. */
function isFastq(start: string): boolean {
  const [name = '', bases = '', plus, quality] = start.split(/\r?\n/, 4);
  if (!/^@\S/.test(name) || !/^[ACGTUNRYSWKMBDHV.]{10,}$/i.test(bases)) return false;
  if (plus === undefined) return start.length === TEXT_WINDOW;
  if (!plus.startsWith('+')) return false;
  return quality === undefined || quality.length === bases.length || start.endsWith(quality);
}

/** DICM after the preamble (PS3.10 §7.1), or the file meta group or the first data group without one. */
function isDicom(head: Uint8Array): boolean {
  if (latin1(head.subarray(128, 132)) === 'DICM') return true;
  const start = latin1(head.subarray(0, 8));
  return (
    /^\u0002\u0000[\u0000-\u0003]\u0000(UL|OB|UI)/.test(start) ||
    /^\u0008\u0000[\u0000-\u0018]\u0000(UL|CS|UI|DA)/.test(start)
  );
}

/** What the first bytes of a gzip hold; empty for anything else. At most about a thousand times the window. */
function unzipped(head: Uint8Array): Uint8Array {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return new Uint8Array();
  try {
    return gunzipSync(head.subarray(0, ZIPPED_WINDOW), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array();
  }
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

const TEXT_WINDOW = 64 * 1024;
/** A member with a long file name and a first block still fits. */
const ZIPPED_WINDOW = 16 * 1024;
