import type { Catalogue } from '#shared/translations/catalogue.ts';

/** A journal verb in words; its code where the catalogue does not know it. */
export function verbText(t: Catalogue, verb: string): string {
  const { verbs } = t.journal;
  return (Object.hasOwn(verbs, verb) ? verbs[verb] : undefined) ?? verb;
}

/** What an entry without an item is about: the vault as a whole, or something that has left this tier since. */
export function goneText(t: Catalogue, verb: string): string {
  return /^(vault|user)\./.test(verb) ? t.journal.noItem : t.journal.movedAway;
}
