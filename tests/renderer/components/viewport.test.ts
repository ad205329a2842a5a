import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actualSizeView,
  fitView,
  isFitted,
  keepInSight,
  panBy,
  type Turn,
  turnedSize,
  turnView,
  zoomAt,
} from '../../../renderer/components/Viewer/viewport.ts';

const size = fc.record({
  width: fc.integer({ min: 1, max: 20_000 }),
  height: fc.integer({ min: 1, max: 20_000 }),
});
const stage = fc.record({
  width: fc.integer({ min: 50, max: 4000 }),
  height: fc.integer({ min: 50, max: 3000 }),
});
const turn = fc.constantFrom<Turn>(0, 90, 180, 270);
const move = fc.integer({ min: -5000, max: 5000 });

describe('picture in its stage', () => {
  it('fits whole, never larger than its own pixels', () => {
    fc.assert(
      fc.property(size, stage, turn, (picture, window, turned) => {
        const { scale, x, y } = fitView(picture, window, turned);
        const shown = turnedSize(picture, turned);
        expect(scale).toBeLessThanOrEqual(1);
        expect(shown.width * scale).toBeLessThanOrEqual(window.width + 1e-6);
        expect(shown.height * scale).toBeLessThanOrEqual(window.height + 1e-6);
        expect([x, y]).toEqual([0, 0]);
      }),
    );
  });

  it('keeps what is under the pointer there, while the picture fills the stage', () => {
    const picture = { width: 4000, height: 3000 };
    const window = { width: 800, height: 600 };
    const at = { x: 120, y: -80 };
    const before = zoomAt(fitView(picture, window), 4, { x: 0, y: 0 }, picture, window);
    const after = zoomAt(before, 1.5, at, picture, window);
    expect((at.x - after.x) / after.scale).toBeCloseTo((at.x - before.x) / before.scale, 6);
    expect((at.y - after.y) / after.scale).toBeCloseTo((at.y - before.y) / before.scale, 6);
  });

  it('cannot be pushed out of sight', () => {
    fc.assert(
      fc.property(
        size,
        stage,
        turn,
        move,
        move,
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (picture, window, turned, dx, dy, factor) => {
          const zoomed = zoomAt(
            fitView(picture, window, turned),
            factor,
            { x: dx / 10, y: dy / 10 },
            picture,
            window,
          );
          const view = panBy(zoomed, { x: dx, y: dy }, picture, window);
          const shown = turnedSize(picture, turned);
          const reach = (length: number, room: number) =>
            Math.max(0, (length * view.scale - room) / 2) + 1e-6;
          expect(Math.abs(view.x)).toBeLessThanOrEqual(reach(shown.width, window.width));
          expect(Math.abs(view.y)).toBeLessThanOrEqual(reach(shown.height, window.height));
          expect(keepInSight(view, picture, window)).toEqual(view);
        },
      ),
    );
  });

  it('has a smallest and a largest scale', () => {
    const picture = { width: 1000, height: 1000 };
    const window = { width: 500, height: 500 };
    const centre = { x: 0, y: 0 };
    expect(zoomAt(fitView(picture, window), 1e-9, centre, picture, window).scale).toBeCloseTo(0.125);
    expect(zoomAt(fitView(picture, window), 1e9, centre, picture, window).scale).toBe(16);
  });

  it('turns in quarters and comes round after four', () => {
    const picture = { width: 300, height: 200 };
    const window = { width: 100, height: 100 };
    let view = fitView(picture, window);
    const seen: Turn[] = [];
    for (let quarter = 0; quarter < 4; quarter += 1) {
      view = turnView(view, 90, picture, window);
      seen.push(view.turn);
    }
    expect(seen).toEqual([90, 180, 270, 0]);
    expect(turnView(view, -90, picture, window).turn).toBe(270);
    expect(isFitted(view, picture, window)).toBe(true);
  });

  it('shows one pixel of the picture on one of the screen', () => {
    const view = actualSizeView(fitView({ width: 10, height: 10 }, { width: 5, height: 5 }), 2);
    expect(view.scale).toBe(0.5);
  });

  it('survives a stage that has no size yet', () => {
    expect(fitView({ width: 10, height: 10 }, { width: 0, height: 0 }).scale).toBe(1);
  });
});
