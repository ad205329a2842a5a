import { describe, expect, it } from 'vitest';
import { destination } from '../../../renderer/features/records/browse/destination.ts';

const gallery = { count: 10, focus: 4, columns: 3, page: 6 };
const table = { count: 10, focus: 4, columns: 1, page: 6 };

describe('keys of the list', () => {
  it.each([
    ['ArrowDown', table, 5],
    ['ArrowUp', table, 3],
    ['ArrowDown', gallery, 7],
    ['ArrowUp', gallery, 1],
    ['ArrowRight', gallery, 5],
    ['ArrowLeft', gallery, 3],
    ['Home', gallery, 0],
    ['End', gallery, 9],
    ['PageDown', gallery, 9],
    ['PageUp', gallery, 0],
  ])('%s', (key, at, to) => {
    expect(destination(key, at)).toBe(to);
  });

  it('leaves ← and → to the columns of a table', () => {
    expect(destination('ArrowRight', table)).toBeNull();
  });

  it('stays in its column at the edges of the gallery', () => {
    expect(destination('ArrowUp', { ...gallery, focus: 1 })).toBe(1);
    expect(destination('ArrowDown', { ...gallery, focus: 8 })).toBe(8);
  });

  it('stops at the ends of a table', () => {
    expect(destination('ArrowDown', { ...table, focus: 9 })).toBe(9);
    expect(destination('ArrowUp', { ...table, focus: 0 })).toBe(0);
  });

  it('leads nowhere in an empty list and for other keys', () => {
    expect(destination('ArrowDown', { ...table, count: 0 })).toBeNull();
    expect(destination('x', table)).toBeNull();
  });
});
