import type { Verdict } from '../bundles/verdict.ts';
import type { Catalogue } from './catalogue.ts';

type Sentences = Readonly<Record<string, (data: Record<string, string | null>) => string>>;

/** The verdict's sentences in its order; from whom comes first. A code without a sentence stands for itself. */
export function verdictSentences(
  t: Catalogue,
  { codes, data }: { codes: readonly string[]; data: Verdict['data'] },
): string[] {
  const sentences: Sentences = t.bundles.verdict.codes;
  const filled = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, value === null ? null : String(value)]),
  );
  return codes.map((code) => (Object.hasOwn(sentences, code) ? (sentences[code]?.(filled) ?? code) : code));
}
