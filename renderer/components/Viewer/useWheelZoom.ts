import { type RefCallback, useEffect, useEffectEvent, useState } from 'react';
import { pointIn } from './pointIn.ts';
import type { Point } from './viewport.ts';

/** Zoom per wheel pixel; a pinch on a touchpad comes as small wheel steps with Ctrl. */
const WHEEL = 0.0015;
const PINCH = 0.01;
const LINE_HEIGHT = 16;

/** Zooms around the pointer. React's own wheel listeners are passive and could not keep the page from scrolling. */
export function useWheelZoom(onZoom: (factor: number, at: Point) => void): RefCallback<HTMLElement> {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const zoom = useEffectEvent(onZoom);
  useEffect(() => {
    if (element === null) return;
    const listener = (event: WheelEvent) => {
      event.preventDefault();
      const pixels =
        event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_HEIGHT : event.deltaY;
      zoom(Math.exp(-pixels * (event.ctrlKey ? PINCH : WHEEL)), pointIn(event));
    };
    element.addEventListener('wheel', listener, { passive: false });
    return () => element.removeEventListener('wheel', listener);
  }, [element]);
  return setElement;
}
