import type { PolicySentence } from '../bundles/contract.ts';
import type { Catalogue } from './catalogue.ts';

type Data = PolicySentence['data'];
type Sentences = Readonly<Record<string, (data: Data) => string>>;

/** Why an item stays. A reason the catalogue does not know is named by its code, never hidden. */
export function reasonText(t: Catalogue, reason: PolicySentence): string {
  return sentence(t.bundles.check.reasons, reason);
}

export function remarkText(t: Catalogue, remark: PolicySentence): string {
  return sentence(t.bundles.check.remarks, remark);
}

function sentence(sentences: Sentences, { code, data }: PolicySentence): string {
  return Object.hasOwn(sentences, code) ? (sentences[code]?.(data) ?? code) : code;
}
