import { type ChangeObject, diffWordsWithSpace } from 'diff';
import { PASSAGES, type Passage, type Passages } from './redaction.ts';
import { bareText } from './textRuns.ts';

export type DiffPart = { kind: 'SAME' | 'REMOVED' | 'ADDED'; text: string };

/** Chinese has no spaces between its words. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** What of the outcome's text was left out, what the panel has from it and what it has of its own, by passage and by words. */
export function redactionDiff(source: Passages, shown: Passages): { passage: Passage; parts: DiffPart[] }[] {
  return PASSAGES.flatMap((passage) => {
    const [before, after] = [source[passage] ?? '', shown[passage] ?? ''];
    if (before === '' && after === '') return [];
    const parts = settled(diffWordsWithSpace(before, after, { intlSegmenter: SEGMENTER }));
    return [{ passage, parts }];
  });
}

/** What lies between two texts that stay the same, first what was left out; single signs in common are chance and part of it. */
function settled(changes: readonly ChangeObject<string>[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let [removed, added] = ['', ''];
  const settle = () => {
    if (removed !== '') parts.push({ kind: 'REMOVED', text: removed });
    if (added !== '') parts.push({ kind: 'ADDED', text: added });
    [removed, added] = ['', ''];
  };
  for (const change of changes) {
    const isSame = !change.added && !change.removed;
    if (isSame && (bareText(change.value).length > 1 || changes.length === 1)) {
      settle();
      parts.push({ kind: 'SAME', text: change.value });
    } else {
      if (!change.added) removed += change.value;
      if (!change.removed) added += change.value;
    }
  }
  settle();
  return parts;
}
