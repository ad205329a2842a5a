import { type PointerEvent, useRef } from 'react';
import type { Point } from './viewport.ts';

/** Pointer handlers that move a picture with the pointer, also when it leaves the stage. */
export function useDragPan(onPan: (by: Point) => void) {
  const last = useRef<Point | null>(null);
  const end = () => {
    last.current = null;
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const from = last.current;
      if (from === null) return;
      last.current = { x: event.clientX, y: event.clientY };
      onPan({ x: event.clientX - from.x, y: event.clientY - from.y });
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
