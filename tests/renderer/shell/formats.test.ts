import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#shared/translations/catalogue.ts';
import { agoText, counted, dayText, fileSize, instantText, percent } from '../../../renderer/formats.ts';

const t = await loadCatalogue('zh-CN');

describe('sizes and counts', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '0.98 KB'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [123_456, '121 KB'],
    [1024 ** 3, '1 GB'],
    [5.5 * 1024 ** 3, '5.5 GB'],
    [3000 * 1024 ** 4, '3,000 TB'],
  ])('%d bytes read %s', (bytes, text) => {
    expect(fileSize(bytes)).toBe(text);
  });

  it('parts thousands', () => {
    expect(counted(1_234_567)).toBe('1,234,567');
  });

  it('says 100 only when all is done', () => {
    expect(percent(999_999, 1_000_000)).toBe(99);
    expect(percent(1_000_000, 1_000_000)).toBe(100);
    expect(percent(0, 0)).toBe(0);
  });
});

describe('moments', () => {
  const now = new Date(2026, 10, 20, 0, 30).getTime();

  it('are written on this clock', () => {
    expect(instantText(now)).toBe('2026-11-20 00:30');
    expect(dayText(now)).toBe('2026-11-20');
  });

  it.each([
    [20_000, '刚刚'],
    [5 * 60_000, '5 分钟前'],
    [45 * 60_000, '45 分钟前'],
    [2 * 3_600_000, '昨天'],
    [26 * 3_600_000, '2026-11-18'],
  ])('%d ms ago reads %s half an hour after midnight', (ms, text) => {
    expect(agoText(t, now - ms, now)).toBe(text);
  });

  it('counts hours within the same day', () => {
    const evening = new Date(2026, 10, 20, 20, 0).getTime();
    expect(agoText(t, evening - 3 * 3_600_000, evening)).toBe('3 小时前');
  });
});
