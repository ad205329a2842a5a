import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  captureTime,
  decimalDegrees,
  orientationOf,
  positionOf,
  positionOfIso6709,
} from '#shared/records/photoMetadata.ts';

describe('time of taking', () => {
  it('stays the wall clock of the camera, with the offset only where it is stated', () => {
    expect(captureTime('2018:07:25 16:34:23', null)).toEqual({ local: '2018-07-25T16:34:23', offset: null });
    expect(captureTime('2018:07:25 16:34:23', '+08:00')?.offset).toBe('+08:00');
    expect(captureTime('2018:07:25 16:34:23', '   :  ')?.offset).toBeNull();
  });

  it.each([
    null,
    '',
    '0000:00:00 00:00:00',
    '    :  :     :  :  ',
    '2018:02:30 10:00:00',
    '2018:07:25 24:00:00',
    '2018:07:25',
  ])('invents nothing for %j', (text) => {
    expect(captureTime(text, '+08:00')).toBeNull();
  });
});

describe('position', () => {
  it('is decimal degrees with the sign of the hemisphere', () => {
    expect(decimalDegrees([54, 59.38, 0], 'N')).toBeCloseTo(54.98967, 5);
    expect(decimalDegrees([1, 54, 51], 'W')).toBeCloseTo(-1.91417, 5);
  });

  it('is none where half of it is missing or impossible', () => {
    expect(decimalDegrees([54, 59, 0], null)).toBeNull();
    expect(decimalDegrees([Number.NaN, 59, 0], 'N')).toBeNull();
    expect(decimalDegrees([], 'N')).toBeNull();
    expect(positionOf(91, 0, null, null)).toBeNull();
    expect(positionOf(12, 181, null, null)).toBeNull();
    expect(positionOf(0, 0, 3, null)).toBeNull();
    expect(positionOf(12, null, 3, null)).toBeNull();
  });

  it('keeps altitude and direction only where they mean something', () => {
    expect(positionOf(1, 2, Number.NaN, 400)).toEqual({ lat: 1, lon: 2, alt: null, direction: null });
    expect(positionOf(1, 2, -12.5, 359)).toEqual({ lat: 1, lon: 2, alt: -12.5, direction: 359 });
  });

  it('reads ISO 6709 back as written', () => {
    const lat = fc.integer({ min: -899999, max: 899999 }).filter((value) => value !== 0);
    const lon = fc.integer({ min: -1799999, max: 1799999 });
    fc.assert(
      fc.property(lat, lon, (a, b) => {
        const text = `${signed(a / 10_000, 2)}${signed(b / 10_000, 3)}+010.500/`;
        expect(positionOfIso6709(text)).toEqual({
          lat: a / 10_000,
          lon: b / 10_000 + 0,
          alt: 10.5,
          direction: null,
        });
      }),
    );
    expect(positionOfIso6709('nowhere')).toBeNull();
  });
});

describe('orientation', () => {
  it('is 1 for everything but 2 to 8', () => {
    expect([0, 9, 1.5, '6', null, undefined, 65535].map(orientationOf)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(orientationOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

function signed(value: number, digits: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(4).split('.');
  return `${value < 0 ? '-' : '+'}${whole.padStart(digits, '0')}.${fraction}`;
}
