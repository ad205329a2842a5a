import { describe, expect, it } from 'vitest';
import { headWidth, widthFor } from '../../../renderer/components/VirtualTable/columnWidth.ts';

describe('the width of a column', () => {
  it('is at least the one asked for', () => {
    expect(widthFor([], 96)).toBe(96);
    expect(widthFor(['内部'], 96)).toBe(96);
  });

  it('holds the longest of its words, the sign before them and the padding', () => {
    expect(widthFor(['公开', '核心商密'])).toBe(4 * 13 + 24);
    expect(widthFor(['公开', '核心商密'], 0, 16)).toBe(4 * 13 + 16 + 24);
  });

  it('is greater for English, whose words are longer', () => {
    expect(widthFor(['Public', 'Core trade secret'])).toBeGreaterThan(widthFor(['公开', '核心商密']));
    expect(headWidth('Professional title')).toBeGreaterThan(headWidth('职称'));
  });
});
