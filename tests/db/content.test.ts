import { expect, test } from 'vitest';
import { isSameContent } from '#db/items/content.ts';

const content = (fields: object) => JSON.stringify({ title: '甲', fields });

test.each([
  ['the same text', { stage: 'DRAFT' }, { stage: 'DRAFT' }, true],
  ['a column that came later and is empty', { stage: 'DRAFT' }, { charter: null, stage: 'DRAFT' }, true],
  ['one in a row of its own', { steps: [{ id: '1' }] }, { steps: [{ id: '1', charter: null }] }, true],
  ['one that somebody filled', { stage: 'DRAFT' }, { charter: 'x', stage: 'DRAFT' }, false],
  ['one that somebody emptied', { charter: 'x', stage: 'DRAFT' }, { charter: null, stage: 'DRAFT' }, false],
  ['an empty text where there was none', { stage: 'DRAFT' }, { charter: '', stage: 'DRAFT' }, false],
  ['rows of a table that came later', { steps: [] }, { consents: [], steps: [] }, true],
  ['a row in such a table', { steps: [] }, { consents: [{ id: '1' }], steps: [] }, false],
  ['a row more', { steps: [] }, { steps: [{ id: '1' }] }, false],
])('an item against its last revision: %s', (_, revision, present, same) => {
  expect(isSameContent(content(revision), content(present))).toBe(same);
});
