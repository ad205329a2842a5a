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
  for (const { 0: segment, index } of text.matchAll(SEGMENTS)) {
    const end = index + segment.length;
    for (const piece of foldSegment(segment)) {
      const kind = kindOf(piece);
      if (kind === 'WORD' && word !== null) {
        word.text += piece;
        word.end = end;
        continue;
      }
      if (kind === 'INVISIBLE') continue;
      if (word !== null && visit(word) === false) return;
      word = kind === 'WORD' ? { text: piece, start: index, end, isCharacter: false } : null;
      if (kind !== 'CHARACTER') continue;
      if (visit({ text: piece, start: index, end, isCharacter: true }) === false) return;
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

/** What composes to one character: conjoining Hangul, or a character with its marks. Ideographs come alone, which is the fast way. */
const SEGMENTS = /[\u4E00-\u9FFF](?!\p{M})|[\u1100-\u11FF]+|\P{M}\p{M}*|\p{M}+/gsu;
const CHARACTER =
  /^[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Hangul}\p{Script_Extensions=Bopomofo}]$/u;
const FOLDED = new Map<string, readonly string[]>();
const KINDS = new Map<string, Kind>();
/** Bounds the caches against texts made to fill them. */
const CACHE_LIMIT = 20_000;

type Kind = 'CHARACTER' | 'WORD' | 'INVISIBLE' | 'BREAK';

function foldSegment(segment: string): readonly string[] {
  const known = FOLDED.get(segment);
  if (known !== undefined) return known;
  const folded = [...withoutAccents(segment.normalize('NFKC').toLowerCase())];
  if (FOLDED.size < CACHE_LIMIT) FOLDED.set(segment, folded);
  return folded;
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

function kindOf(piece: string): Kind {
  const known = KINDS.get(piece);
  if (known !== undefined) return known;
  const kind = computeKind(piece);
  if (KINDS.size < CACHE_LIMIT) KINDS.set(piece, kind);
  return kind;
}

/** Letters, numbers and private use are what the index's tokenizer (unicode61) keeps; marks and format characters vanish. */
function computeKind(piece: string): Kind {
  if (/^[\p{M}\p{Cf}]$/u.test(piece)) return 'INVISIBLE';
  if (!/^[\p{L}\p{N}\p{Co}]$/u.test(piece)) return 'BREAK';
  return CHARACTER.test(piece) ? 'CHARACTER' : 'WORD';
}
