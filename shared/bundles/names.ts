import { LIMITS } from './limits.ts';
import { utf8Length } from './text.ts';

/** Why a name may not stand in a bundle or is not unpacked. */
export type NameRule =
  | 'NAME_EMPTY'
  | 'NAME_TOO_LONG'
  | 'NAME_NOT_NFC'
  | 'NAME_NOT_TEXT'
  | 'NAME_CONTROL_CHARACTER'
  | 'NAME_DIRECTION_CHARACTER'
  | 'NAME_FORBIDDEN_CHARACTER'
  | 'NAME_TRAILING_DOT_OR_SPACE'
  | 'NAME_RESERVED'
  | 'PATH_TOO_LONG'
  | 'PATH_ABSOLUTE'
  | 'PATH_DRIVE'
  | 'PATH_BACKSLASH'
  | 'PATH_HOME'
  | 'PATH_LEAVES_FOLDER';

const CONTROL = /[\p{Cc}\u2028\u2029\uFEFF]/u;
/** Bidirectional controls: they make a name read otherwise than it is (Unicode TR 36). */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** Not allowed in a name on Windows; the slash separates. */
const FORBIDDEN = /[<>:"/\\|?*]/;
/** Device names of Windows, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

/**
 * The name under which a file lies in a bundle: NFC, safe on Windows, at most 150 bytes of UTF-8, its extension kept,
 * and different from every name in `taken` also where case does not count. Adds itself to `taken`. A percent sign is
 * replaced too: allowed, but written `%25` in a manifest, which `sha256sum -c` and some BagIt programs do not decode.
 */
export function safeName(original: string, taken: Set<string>): string {
  const name = shortened(harmless(original), '');
  for (let copy = 1; ; copy++) {
    const candidate = copy === 1 ? name : shortened(name, ` (${copy})`);
    const key = collisionKey(candidate);
    if (taken.has(key)) continue;
    taken.add(key);
    return candidate;
  }
}

/** What forbids this as one name in a bundle; null when nothing does. */
export function nameProblem(name: string): NameRule | null {
  if (name === '') return 'NAME_EMPTY';
  if (!name.isWellFormed()) return 'NAME_NOT_TEXT';
  if (CONTROL.test(name)) return 'NAME_CONTROL_CHARACTER';
  if (DIRECTION.test(name)) return 'NAME_DIRECTION_CHARACTER';
  if (FORBIDDEN.test(name)) return 'NAME_FORBIDDEN_CHARACTER';
  if (name === '.' || name === '..') return 'PATH_LEAVES_FOLDER';
  if (/[. ]$/.test(name)) return 'NAME_TRAILING_DOT_OR_SPACE';
  if (RESERVED.test(name)) return 'NAME_RESERVED';
  if (name !== name.normalize('NFC')) return 'NAME_NOT_NFC';
  return utf8Length(name) > LIMITS.nameBytes ? 'NAME_TOO_LONG' : null;
}

/**
 * What forbids a received path, whoever made the archive: nothing that could leave the folder it is unpacked into on
 * any system, and no characters that hide what a name is. Null when nothing does.
 */
export function pathProblem(path: string): NameRule | null {
  if (path === '') return 'NAME_EMPTY';
  if (!path.isWellFormed()) return 'NAME_NOT_TEXT';
  if (CONTROL.test(path)) return 'NAME_CONTROL_CHARACTER';
  if (DIRECTION.test(path)) return 'NAME_DIRECTION_CHARACTER';
  if (path.includes('\\')) return 'PATH_BACKSLASH';
  if (path.startsWith('/')) return 'PATH_ABSOLUTE';
  if (/^[A-Za-z]:/.test(path)) return 'PATH_DRIVE';
  if (path.startsWith('~')) return 'PATH_HOME';
  if (utf8Length(path) > LIMITS.pathBytes) return 'PATH_TOO_LONG';
  const segments = path.split('/');
  if (segments.length > LIMITS.pathDepth) return 'PATH_TOO_LONG';
  if (segments.includes('')) return 'NAME_EMPTY';
  return segments.some((segment) => segment === '.' || segment === '..') ? 'PATH_LEAVES_FOLDER' : null;
}

/** As {@link pathProblem}, and every name in the path as a bundle writes it. */
export function strictPathProblem(path: string): NameRule | null {
  const problem = pathProblem(path);
  if (problem !== null) return problem;
  for (const segment of path.split('/')) {
    const wrong = nameProblem(segment);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** Two paths with one key are one file on some common file system: case, Unicode form, trailing dots and spaces. */
export function collisionKey(path: string): string {
  const folded = path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
  return folded.replace(/[. ]+(?=\/|$)/g, '');
}

/** For showing a received name: control, direction and invisible characters as ⟨U+202E⟩. */
export function visibleName(name: string): string {
  return name
    .toWellFormed()
    .replace(
      /[\p{Cc}\u2028\u2029\uFEFF\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F]/gu,
      (character) => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    );
}

function harmless(original: string): string {
  const plain = original
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029\uFEFF]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|[<>:"/\\|?*%]/gu, '_')
    .replace(/[. ]+$/, '');
  if (plain === '') return '_';
  return RESERVED.test(plain) ? `_${plain}` : plain;
}

/** Cuts the stem between characters so that stem, suffix and extension fit. */
function shortened(name: string, suffix: string): string {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && utf8Length(name.slice(dot)) <= 24 ? name.slice(dot) : '';
  const stem = extension === '' ? name : name.slice(0, dot);
  const room = LIMITS.nameBytes - utf8Length(suffix) - utf8Length(extension);
  let kept = '';
  let length = 0;
  for (const character of stem) {
    length += utf8Length(character);
    if (length > room) break;
    kept += character;
  }
  const whole = `${kept}${suffix}${extension}`.normalize('NFC').replace(/[. ]+$/, '');
  return whole === '' ? '_' : whole;
}
