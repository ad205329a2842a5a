import type { Catalogue } from '#shared/translations/catalogue.ts';

/** A journal verb in words; its code where the catalogue does not know it. */
export function verbText(t: Catalogue, verb: string): string {
  const { verbs } = t.journal;
  return (Object.hasOwn(verbs, verb) ? verbs[verb] : undefined) ?? verb;
}
