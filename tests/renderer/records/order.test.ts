import { describe, expect, it } from 'vitest';
import { movedTo } from '../../../renderer/features/records/record/order.ts';

const files = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const names = (moved: { id: string }[] | null) => moved?.map(({ id }) => id).join('') ?? null;

describe('order of files', () => {
  it('puts a file at the index it is dropped on', () => {
    expect(names(movedTo(files, 'a', 2))).toBe('bcad');
    expect(names(movedTo(files, 'd', 1))).toBe('adbc');
  });

  it('stays within the list, and says when nothing changes', () => {
    expect(names(movedTo(files, 'b', 99))).toBe('acdb');
    expect(names(movedTo(files, 'b', -1))).toBe('bacd');
    expect(movedTo(files, 'b', 1)).toBeNull();
    expect(movedTo(files, 'x', 1)).toBeNull();
  });
});
