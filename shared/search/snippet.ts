import { readingsOf } from '../pinyin.ts';
import { forEachToken } from './fold.ts';
import type { QueryWord, SearchQuery } from './query.ts';

/** A piece of text; `hit` pieces are to be marked. Together they are the text, or the part of it that is shown. */
export type Segment = { text: string; hit: boolean };
type Range = { start: number; end: number };

/** The whole title with every hit marked, also those found by pinyin. */
export function markedTitle(title: string, query: SearchQuery, isName = false): Segment[] {
  const literal = literalHits(title, query.words, Number.POSITIVE_INFINITY);
  const spelled = query.words.flatMap((word) =>
    word.letters === null ? [] : pinyinHits(title, word.letters, isName),
  );
  return segmentsOf(title, merged([...literal, ...spelled]));
}

/**
 * A window of about `width` characters around the first hit in a long text, line ends as spaces, … where it is cut.
 * Empty when the text holds no hit (it was found by its title).
 */
export function markedSnippet(text: string, query: SearchQuery, width = 60): Segment[] {
  const hits = merged(literalHits(text, query.words, width));
  const first = hits[0];
  if (first === undefined) return [];
  const from = windowStart(text, first.start, Math.floor(width / 4));
  const to = windowEnd(text, Math.max(from + width, first.end));
  const shown = hits
    .filter((hit) => hit.start < to)
    .map((hit) => ({ start: hit.start - from, end: Math.min(hit.end, to) - from }));
  const segments = segmentsOf(text.slice(from, to), shown).map((segment) => ({
    ...segment,
    text: segment.text.replace(/\s+/gu, ' '),
  }));
  if (from > 0) segments.unshift({ text: '…', hit: false });
  if (to < text.length) segments.push({ text: '…', hit: false });
  return segments;
}

/** Whether the text itself holds a word of the query. */
export function hasHit(text: string, query: SearchQuery): boolean {
  return literalHits(text, query.words, 0).length > 0;
}

/** Places where a word stands, walking on for `reach` characters after the first. */
function literalHits(text: string, words: readonly QueryWord[], reach: number): Range[] {
  const hits: Range[] = [];
  /** Beginnings of words seen so far: which word, how many of its tokens, where it began. */
  let open: { word: QueryWord; matched: number; start: number }[] = [];
  forEachToken(text, (token) => {
    const first = hits[0];
    if (first !== undefined && token.start > first.end + reach) return false;
    const begun = words.map((word) => ({ word, matched: 0, start: token.start }));
    const next: typeof open = [];
    for (const { word, matched, start } of [...open, ...begun]) {
      const isLast = matched === word.tokens.length - 1;
      const wanted = word.tokens[matched] ?? '';
      const fits = isLast && word.isPrefix ? token.text.startsWith(wanted) : token.text === wanted;
      if (fits && isLast) hits.push({ start, end: token.end });
      if (fits && !isLast) next.push({ word, matched: matched + 1, start });
    }
    open = next;
    return true;
  });
  return hits;
}

function pinyinHits(title: string, letters: string, isName: boolean): Range[] {
  const readings = readingsOf(title, isName);
  const hits: Range[] = [];
  for (const [index, first] of readings.entries()) {
    for (const spelled of [
      readings.map((reading) => reading.syllable),
      readings.map((reading) => reading.syllable.slice(0, 1)),
    ]) {
      const count = piecesFor(letters, spelled, index);
      const lastRead = count === null ? undefined : readings[index + count - 1];
      if (lastRead !== undefined) hits.push({ start: first.start, end: lastRead.end });
    }
  }
  return hits;
}

/** How many pieces from `at` on spell the letters, the last perhaps only begun; null when they do not. */
function piecesFor(letters: string, pieces: readonly string[], at: number): number | null {
  let rest = letters;
  for (let count = 1; at + count <= pieces.length; count += 1) {
    const piece = pieces[at + count - 1] ?? '';
    if (piece.startsWith(rest)) return count;
    if (!rest.startsWith(piece)) return null;
    rest = rest.slice(piece.length);
  }
  return null;
}

function merged(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = result.at(-1);
    if (before !== undefined && range.start <= before.end) before.end = Math.max(before.end, range.end);
    else result.push({ ...range });
  }
  return result;
}

function segmentsOf(text: string, hits: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of hits) {
    if (start > at) segments.push({ text: text.slice(at, start), hit: false });
    segments.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), hit: false });
  return segments;
}

/** Some characters before the hit, but no line before its own, and never inside a surrogate pair or before a mark. */
function windowStart(text: string, hit: number, before: number): number {
  const line = text.lastIndexOf('\n', hit - 1) + 1;
  let start = Math.max(line, hit - before);
  while (start > line && /^[\p{M}\uDC00-\uDFFF]/u.test(text.slice(start, start + 1))) start -= 1;
  return start;
}

function windowEnd(text: string, wanted: number): number {
  let end = Math.min(text.length, wanted);
  while (end < text.length && /^[\p{M}\uDC00-\uDFFF]/u.test(text.slice(end, end + 1))) end += 1;
  return end;
}
