import { diffWordsWithSpace } from 'diff';
import { PASSAGES, type Passage, type Passages } from './redaction.ts';

export type DiffPart = { kind: 'SAME' | 'REMOVED' | 'ADDED'; text: string };

/** Chinese has no spaces between its words. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** What of the outcome's text was left out, what the panel has from it and what it has of its own, by passage and by words. */
export function redactionDiff(source: Passages, shown: Passages): { passage: Passage; parts: DiffPart[] }[] {
  return PASSAGES.flatMap((passage) => {
    const [before, after] = [source[passage] ?? '', shown[passage] ?? ''];
    if (before === '' && after === '') return [];
    const changes = diffWordsWithSpace(before, after, { intlSegmenter: SEGMENTER });
    const parts = changes.map(
      ({ added, removed, value }): DiffPart => ({
        kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
        text: value,
      }),
    );
    return [{ passage, parts }];
  });
}
