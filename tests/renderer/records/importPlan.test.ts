import { describe, expect, it } from 'vitest';
import {
  filledFields,
  guessShape,
  guessTitle,
  planOf,
} from '../../../renderer/features/records/imports/plan.ts';

const uploads = (...paths: string[]) => ({
  kind: 'uploads' as const,
  entries: paths.map((path) => ({ path, file: Object.assign(new Blob(), { name: path, lastModified: 0 }) })),
});
const answers = {
  level: { level: 'INTERNAL' as const, term: 'P3Y' },
  basis: ' 章程 ',
  personalInfo: false,
  shape: 'GROUP' as const,
  title: ' 合影 ',
  fields: {},
  projectId: null,
  peopleIds: [],
  takeDuplicates: false,
};

describe('plan of an import', () => {
  it('takes pictures of a camera for a group, all else for records of their own', () => {
    expect(guessShape(uploads('会/a.JPG', '会/b.heic'))).toBe('GROUP');
    expect(guessShape(uploads('会/a.jpg', '会/纪要.pdf'))).toBe('EACH');
    expect(guessShape(uploads('a.png', 'b.png'))).toBe('EACH');
    expect(guessShape(uploads('a.jpg'))).toBe('EACH');
  });

  it('takes the folder for the title, else the name without its ending', () => {
    expect(guessTitle(uploads('评审会/照片/a.jpg', '评审会/b.jpg'))).toBe('评审会');
    expect(guessTitle(uploads('第3次会议.v2.pdf'))).toBe('第3次会议.v2');
    expect(guessTitle(uploads('.hidden'))).toBe('.hidden');
    expect(
      guessTitle({ kind: 'places', places: [{ token: 't', name: '2026 年照片.old', kind: 'folder' }] }),
    ).toBe('2026 年照片.old');
  });

  it('makes one record of what is added to one, and no title for records of single files', () => {
    expect(planOf(answers, 'r1')).toMatchObject({
      shape: 'ONE',
      recordId: 'r1',
      title: '合影',
      basis: '章程',
    });
    expect(planOf({ ...answers, shape: 'EACH' }, null)).toMatchObject({
      shape: 'EACH',
      title: '',
      recordId: null,
    });
  });

  it('says nothing about fields that were left empty', () => {
    expect(
      filledFields({ responsible: '', docDate: null, keywords: [], category: 'ZP', year: 2026 }),
    ).toEqual({
      category: 'ZP',
      year: 2026,
    });
  });
});
