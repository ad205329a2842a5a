import type { KeyboardEvent } from 'react';
import type { Comparison } from './useComparison.ts';

const STEP = 1.25;
const PAN = 80;

/** Keys of the viewer. Fields, and players that have the focus, keep theirs. */
export function useViewerKeys({
  step,
  first,
  last,
  comparison,
  toggleStrip,
  isPicture,
}: {
  step: (by: 1 | -1) => void;
  first: () => void;
  last: () => void;
  comparison: Comparison;
  toggleStrip: () => void;
  isPicture: boolean;
}) {
  const always: Record<string, () => void> = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    Home: first,
    End: last,
    f: toggleStrip,
  };
  const onPictures: Record<string, () => void> = {
    '+': () => comparison.each((picture) => picture.zoom(STEP)),
    '=': () => comparison.each((picture) => picture.zoom(STEP)),
    '-': () => comparison.each((picture) => picture.zoom(1 / STEP)),
    '0': () => comparison.each((picture) => picture.fit()),
    '1': () => comparison.each((picture) => picture.actualSize()),
    r: () => comparison.each((picture) => picture.turn(90)),
    R: () => comparison.each((picture) => picture.turn(-90)),
    c: comparison.active ? comparison.end : comparison.begin,
    l: comparison.toggleLink,
  };
  const panning: Record<string, () => void> = {
    ArrowLeft: () => comparison.each((picture) => picture.pan({ x: PAN, y: 0 })),
    ArrowRight: () => comparison.each((picture) => picture.pan({ x: -PAN, y: 0 })),
    ArrowUp: () => comparison.each((picture) => picture.pan({ x: 0, y: PAN })),
    ArrowDown: () => comparison.each((picture) => picture.pan({ x: 0, y: -PAN })),
  };

  return function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || keepsItsKeys(event.target)) return;
    const zoomed = isPicture && !comparison.pictures.first.isFitted;
    const deed =
      (zoomed && event.shiftKey ? panning[event.key] : undefined) ??
      (isPicture ? onPictures[event.key] : undefined) ??
      (zoomed && (event.key === 'ArrowUp' || event.key === 'ArrowDown') ? panning[event.key] : undefined) ??
      always[event.key];
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  };
}

function keepsItsKeys(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, video, audio, [role="document"]') !== null
  );
}
