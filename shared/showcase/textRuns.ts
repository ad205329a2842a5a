/** Characters from which on a piece of text counts as one that was taken from somewhere. */
export const RUN_LENGTH = 12;

/**
 * Letters and digits alone, full width as half width, small: two ways to write one text compare as the same, whatever
 * spaces, line ends and punctuation lie between.
 */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Every run of {@link RUN_LENGTH} characters of some texts, with a sieve before it so that a text without any is passed quickly. */
export type RunIndex = { readonly runs: ReadonlySet<string>; readonly sieve: Uint8Array };

/** @param pieces bare texts; no run reaches from one into the next */
export function indexRuns(pieces: Iterable<string>): RunIndex {
  const runs = new Set<string>();
  const sieve = new Uint8Array(SIEVE_BYTES);
  for (const piece of pieces) {
    eachWindow(piece, (at, hash) => {
      runs.add(piece.slice(at, at + RUN_LENGTH));
      const slot = hash & SIEVE_MASK;
      sieve[slot >> 3] = (sieve[slot >> 3] ?? 0) | (1 << (slot & 7));
    });
  }
  return { runs, sieve };
}

/** Calls with each place in a bare text where an indexed run begins. */
export function eachRun(
  { runs, sieve }: RunIndex,
  bare: string,
  found: (run: string, at: number) => void,
): void {
  eachWindow(bare, (at, hash) => {
    const slot = hash & SIEVE_MASK;
    if (((sieve[slot >> 3] ?? 0) & (1 << (slot & 7))) === 0) return;
    const run = bare.slice(at, at + RUN_LENGTH);
    if (runs.has(run)) found(run, at);
  });
}

/** The longest stretches of a bare text that are made of these runs. */
export function stretchesOf(bare: string, runs: ReadonlySet<string>): string[] {
  const stretches: string[] = [];
  let start = -1;
  for (let at = 0; at + RUN_LENGTH <= bare.length; at += 1) {
    const isRun = runs.has(bare.slice(at, at + RUN_LENGTH));
    if (isRun && start < 0) start = at;
    else if (!isRun && start >= 0) {
      stretches.push(bare.slice(start, at - 1 + RUN_LENGTH));
      start = -1;
    }
  }
  if (start >= 0) stretches.push(bare.slice(start));
  return stretches;
}

/** The parts of a bare text between the names that are known to everybody; longer names first, so that none hides in another. */
export function withoutNames(bare: string, names: readonly string[]): string[] {
  const bareNames = names.map(bareText).filter((name) => name.length > 1);
  bareNames.sort((a, b) => b.length - a.length);
  return bareNames.reduce((parts, name) => parts.flatMap((part) => part.split(name)), [bare]);
}

/** Rolling hash over windows of {@link RUN_LENGTH} UTF-16 units, in 32 bits. */
function eachWindow(text: string, each: (at: number, hash: number) => void): void {
  if (text.length < RUN_LENGTH) return;
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at >= RUN_LENGTH) hash = (hash - Math.imul(text.charCodeAt(at - RUN_LENGTH), TOP)) | 0;
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
    if (at >= RUN_LENGTH - 1) each(at - RUN_LENGTH + 1, mixed(hash));
  }
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (half ^ (half >>> 13)) >>> 0;
}

const BASE = 65_599;
const TOP = Array.from({ length: RUN_LENGTH - 1 }).reduce((power: number) => Math.imul(power, BASE), 1);
const SIEVE_BITS = 24;
const SIEVE_MASK = 2 ** SIEVE_BITS - 1;
const SIEVE_BYTES = 2 ** (SIEVE_BITS - 3);
