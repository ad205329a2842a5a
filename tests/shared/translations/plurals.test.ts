import { describe, expect, it } from 'vitest';
import { en } from '#shared/translations/en.ts';

type Sentence = (...params: unknown[]) => unknown;

/** Words after a 1 that end in s and are no plurals: most follow a name, which is a 1 here. */
const NO_PLURAL = /^(is|has|was|needs|stays|ends|holds|does|breaks|falls|others|less|lies|as|this)$/;
/** Sentences of a bound that is never 1, and one about an ending as in ".xlsx files". */
const NEVER_OF_ONE = new Set([
  'confidentiality.within',
  'rules.IMPORT_RECORD_FULL',
  'rules.LIST_TOO_LONG',
  'rules.SHEET_CELL_TOO_LONG',
  'shell.places.noFiles',
  'vault.passphrase.help',
  'vault.passphrase.tooShort',
]);
/** Words between a count and its noun: "1 missing file". */
const ONE_OF_MANY = /(?<![\d.,-])1 (?:(?:more|score|missing) )?(\p{Ll}+s)\b/gu;

function* sentencesOf(part: object, place: string): Generator<[string, Sentence]> {
  for (const [key, value] of Object.entries(part)) {
    if (typeof value === 'function') yield [`${place}${key}`, value];
    else if (typeof value === 'object' && value !== null) yield* sentencesOf(value, `${place}${key}.`);
  }
}

/** What a sentence says of one thing: the type of its counts is not known here, so once of figures and once of text. */
function saidOfOne(sentence: Sentence, place: string): string[] {
  return [1, '1'].flatMap((one) => {
    try {
      return [String(place.startsWith('rules.') ? sentence(allOf(one)) : sentence(...Array(8).fill(one)))];
    } catch {
      // It takes whole things, not counts.
      return [];
    }
  });
}

const allOf = (one: unknown): object => new Proxy({}, { get: () => one });
const isPlural = (said: string): boolean =>
  [...said.matchAll(ONE_OF_MANY)].some(([, word = '']) => !NO_PLURAL.test(word));

describe('the English catalogue', () => {
  it('speaks of one thing in the singular', () => {
    const wrong = [...sentencesOf(en, '')].flatMap(([place, sentence]) => {
      const said = saidOfOne(sentence, place);
      return !NEVER_OF_ONE.has(place) && said.length > 0 && said.every(isPlural)
        ? [`${place}: ${said[0]}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });
});
