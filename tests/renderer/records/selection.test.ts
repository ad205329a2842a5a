import { describe, expect, it } from 'vitest';
import {
  NOTHING_SELECTED,
  rangeOf,
  selectAll,
  selectOnly,
  selectRange,
  toggleOne,
} from '../../../renderer/features/records/browse/selection.ts';

describe('selection', () => {
  it('takes one by a click and more with Ctrl, and gives one back', () => {
    const two = toggleOne(selectOnly(0, 'a'), 2, 'c');
    expect([...two.ids]).toEqual(['a', 'c']);
    expect([...toggleOne(two, 0, 'a').ids]).toEqual(['c']);
  });

  it('draws a range from where the last click was, in both directions', () => {
    const from = selectOnly(5, 'f');
    expect(rangeOf(from, 8)).toEqual([5, 8]);
    expect(rangeOf(from, 2)).toEqual([2, 5]);
  });

  it('keeps the anchor while the range is drawn again', () => {
    const wide = selectRange(selectOnly(5, 'f'), 8, ['f', 'g', 'h', 'i']);
    expect(rangeOf(wide, 6)).toEqual([5, 6]);
    expect([...selectRange(wide, 6, ['f', 'g']).ids]).toEqual(['f', 'g']);
  });

  it('draws a range of one where nothing was chosen before', () => {
    expect(rangeOf(NOTHING_SELECTED, 3)).toEqual([3, 3]);
  });

  it('takes all that it is told', () => {
    expect(selectAll(NOTHING_SELECTED, ['a', 'b']).ids.size).toBe(2);
  });
});
