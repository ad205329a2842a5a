/**
 * Text as search compares it: NFKC (full width, ligatures, ㎏), lower case, Latin and Greek letters without accents, no
 * invisible characters. Because folding changes lengths, every piece keeps the place it came from.
 */
export type Token = {
  text: string;
  /** UTF-16 offsets into the original text. */
  start: number;
  end: number;
  /** A character of a script written without spaces is a token by itself; all else goes by word. */
  isCharacter: boolean;
};

/** The tokens of a text, in order. The visitor stops the walk by returning false. */
export function forEachToken(text: string, visit: (token: Token) => boolean | undefined): void {
  let word: Token | null = null;
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = segmentEnd(text, start);
    for (const { text: piece, kind } of foldSegment(text.slice(start, end))) {
      if (kind === 'INVISIBLE') continue;
      if (kind === 'WORD' && word !== null) {
        word.text += piece;
        word.end = end;
        continue;
      }
      if (word !== null && visit(word) === false) return;
      word = kind === 'WORD' ? { text: piece, start, end, isCharacter: false } : null;
      if (kind === 'CHARACTER' && visit({ text: piece, start, end, isCharacter: true }) === false) return;
    }
  }
  if (word !== null) visit(word);
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  forEachToken(text, (token) => {
    tokens.push(token);
    return true;
  });
  return tokens;
}

type Kind = 'CHARACTER' | 'WORD' | 'INVISIBLE' | 'BREAK';
type Piece = { text: string; kind: Kind };

/** What composes to one character: conjoining Hangul, or a character with its marks. */
const SEGMENT = /[\u1100-\u11FF]+|\P{M}\p{M}*|\p{M}+/suy;
/** Below are no marks: most texts are walked without the pattern. */
const FIRST_MARK = 0x300;
const CHARACTER =
  /^[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Hangul}\p{Script_Extensions=Bopomofo}]$/u;
const FOLDED = new Map<string, readonly Piece[]>();
/** Bounds the cache against texts made to fill it. */
const CACHE_LIMIT = 30_000;

function segmentEnd(text: string, start: number): number {
  const next = start + 1 < text.length ? text.charCodeAt(start + 1) : 0;
  if (isPlain(text.charCodeAt(start)) && (next < FIRST_MARK || isIdeograph(next))) return start + 1;
  SEGMENT.lastIndex = start;
  return SEGMENT.test(text) ? SEGMENT.lastIndex : start + 1;
}

function isPlain(code: number): boolean {
  return code < FIRST_MARK || isIdeograph(code);
}

function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function foldSegment(segment: string): readonly Piece[] {
  const known = FOLDED.get(segment);
  if (known !== undefined) return known;
  const folded = withoutAccents(segment.normalize('NFKC').toLowerCase());
  const pieces = Array.from(folded, (text) => ({ text, kind: kindOf(text) }));
  if (FOLDED.size < CACHE_LIMIT) FOLDED.set(segment, pieces);
  return pieces;
}

function withoutAccents(text: string): string {
  return Array.from(text, (character) => {
    if (character === 'ς') return 'σ';
    const base = character.normalize('NFD');
    return /^[\p{Script=Latin}\p{Script=Greek}]\p{M}+$/u.test(base)
      ? base.replace(/\p{M}+/gu, '')
      : character;
  }).join('');
}

/** Letters, numbers and private use are what the index's tokenizer (unicode61) keeps; marks and format characters vanish. */
function kindOf(piece: string): Kind {
  if (/^[\p{M}\p{Cf}]$/u.test(piece)) return 'INVISIBLE';
  if (!/^[\p{L}\p{N}\p{Co}]$/u.test(piece)) return 'BREAK';
  return CHARACTER.test(piece) ? 'CHARACTER' : 'WORD';
}
