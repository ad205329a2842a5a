import type { MouseEvent } from 'react';
import type { Point } from './viewport.ts';

/** Where the pointer is, from the stage's centre. */
export function pointIn(event: MouseEvent<HTMLElement> | WheelEvent): Point {
  const stage = event.currentTarget;
  if (!(stage instanceof HTMLElement)) return { x: 0, y: 0 };
  const box = stage.getBoundingClientRect();
  return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
}
