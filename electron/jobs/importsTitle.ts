import { shownName } from '#shared/records/fileNames.ts';
import { recordFieldsSchema } from '#shared/records/recordFields.ts';

const LONGEST = 500;
/** What a title must not hold; see the rule of the field. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;

/** The title a file's name gives: without its ending and without what no title may hold. Never empty. */
export function titleOfName(name: string): string {
  const candidates = [withoutEnding(name), name].map((text) => text.replace(UNSAFE, ' '));
  for (const text of [...candidates, shownName(name)]) {
    const title = recordFieldsSchema.shape.title.safeParse(cut(text.toWellFormed().replace(/\s+/gu, ' ')));
    if (title.success) return title.data;
  }
  return '—';
}

function withoutEnding(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1).trimEnd();
  return dot > 0 && /^[A-Za-z0-9]{1,8}$/.test(ending) ? name.slice(0, dot) : name;
}

/** By characters: half of one is none. */
function cut(text: string): string {
  const characters = [...text.normalize('NFC')];
  return characters.length > LONGEST ? characters.slice(0, LONGEST).join('') : text;
}
