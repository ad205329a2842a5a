import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import {
  actualSizeView,
  fitView,
  isFitted,
  keepInSight,
  type Point,
  panBy,
  type Size,
  turnView,
  type View,
  zoomAt,
} from './viewport.ts';

const CENTRE: Point = { x: 0, y: 0 };
/** Room around a fitted picture. */
const MARGIN = 16;

/**
 * A picture's place in one stage of the viewer. Until a person zooms or pans it stays fitted, also when the window changes.
 * Another `key` (another file) starts fitted and upright again.
 *
 * @param picture its own size; null while not known
 */
export function usePicture(key: string, picture: Size | null) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const [held, setHeld] = useState<{ key: string; view: View } | null>(null);
  const window: Size = { width: Math.max(1, width - 2 * MARGIN), height: Math.max(1, height - 2 * MARGIN) };
  const size = picture ?? window;
  const view = held?.key === key ? keepInSight(held.view, size, window) : fitView(size, window);

  const change = (next: (view: View) => View) =>
    setHeld((before) => ({ key, view: next(before?.key === key ? before.view : fitView(size, window)) }));

  return {
    ref,
    view,
    isFitted: isFitted(view, size, window),
    zoom: (factor: number, at: Point = CENTRE) => change((from) => zoomAt(from, factor, at, size, window)),
    pan: (by: Point) => change((from) => panBy(from, by, size, window)),
    turn: (by: 90 | -90) => change((from) => turnView(from, by, size, window)),
    actualSize: () => change((from) => keepInSight(actualSizeView(from, devicePixelRatio), size, window)),
    fit: () => change((from) => fitView(size, window, from.turn)),
    toggle: (at: Point) =>
      change((from) =>
        isFitted(from, size, window)
          ? zoomAt(from, Math.max(2, 1 / (from.scale * devicePixelRatio)), at, size, window)
          : fitView(size, window, from.turn),
      ),
  };
}
export type Picture = ReturnType<typeof usePicture>;
