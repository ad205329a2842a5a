import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  learnPage,
  lengthOf,
  newPageDirectory,
  PAGE_SIZE,
  type PageDirectory,
  pagesFor,
  startOf,
} from '../../../renderer/features/records/browse/pageDirectory.ts';

/** A list as the service pages it: the cursor names the last row of the page before. */
function read(list: readonly number[], after: string | null) {
  const from = after === null ? 0 : list.findIndex((row) => row > Number(after));
  const rows = from === -1 ? [] : list.slice(from, from + PAGE_SIZE);
  return { rows, after: rows.length === PAGE_SIZE ? String(rows.at(-1)) : null };
}

/** What the screens do: read the pages they are told to, until the one in sight is known. */
function look(directory: PageDirectory, list: readonly number[], row: number): number[] {
  for (let turn = 0; turn < 50; turn += 1) {
    const [page] = pagesFor(directory, row, row);
    const start = page === undefined ? undefined : startOf(directory, page);
    if (page === undefined || start === undefined) throw new Error('a page without a start');
    const found = read(list, start);
    learnPage(directory, page, found);
    if (page === Math.floor(row / PAGE_SIZE) || directory.length !== null) return found.rows;
  }
  throw new Error('the way did not end');
}

const many = (count: number) => Array.from({ length: count }, (_, index) => index * 10);

describe('page directory', () => {
  it('finds every row of a list, wherever one looks first', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 * PAGE_SIZE }),
        fc.array(fc.nat({ max: 5 * PAGE_SIZE }), { minLength: 1, maxLength: 8 }),
        (count, looks) => {
          const list = many(count);
          const directory = newPageDirectory();
          for (const wanted of looks) {
            const row = wanted % count;
            const rows = look(directory, list, row);
            expect(rows).toContain(list[row]);
          }
        },
      ),
    );
  });

  it('walks page by page to a far row', () => {
    const directory = newPageDirectory();
    look(directory, many(4 * PAGE_SIZE + 7), 3 * PAGE_SIZE);
    expect(directory.starts).toHaveLength(5);
    expect(pagesFor(directory, 3 * PAGE_SIZE, 3 * PAGE_SIZE + 30)).toEqual([3]);
  });

  it('forgets the pages behind one that ends elsewhere than before', () => {
    const list = many(4 * PAGE_SIZE);
    const directory = newPageDirectory();
    look(directory, list, 3 * PAGE_SIZE);
    learnPage(directory, 0, read([-5, ...list], null));
    expect(directory.starts).toHaveLength(2);
    expect(directory.length).toBeNull();
  });

  it('keeps them when a page says the same again', () => {
    const list = many(4 * PAGE_SIZE);
    const directory = newPageDirectory();
    look(directory, list, 3 * PAGE_SIZE);
    const before = [...directory.starts];
    learnPage(directory, 1, read(list, startOf(directory, 1) ?? null));
    expect(directory.starts).toEqual(before);
  });

  it('knows the length once the last page was seen, and trusts it over the count', () => {
    const directory = newPageDirectory();
    expect(lengthOf(directory, 450)).toBe(450);
    look(directory, many(430), 429);
    expect(lengthOf(directory, 450)).toBe(430);
  });

  it('leads on to rows not counted yet', () => {
    const directory = newPageDirectory();
    learnPage(directory, 0, read(many(3 * PAGE_SIZE), null));
    expect(lengthOf(directory, 10)).toBe(PAGE_SIZE + 1);
    expect(lengthOf(directory, undefined)).toBe(2 * PAGE_SIZE);
  });

  it('holds nothing of a page it has no start for', () => {
    const directory = newPageDirectory();
    learnPage(directory, 7, { rows: [], after: null });
    expect(directory).toEqual(newPageDirectory());
  });
});
