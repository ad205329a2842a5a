import { type RefObject, useEffect, useState } from 'react';
import { CAPTION } from './gallery.ts';
import type { GalleryRow } from './justify.ts';

/** Rows beyond the window that are kept drawn, in CSS pixels. */
const AROUND = 600;

/** The rows that lie in the window or close to it, whatever element scrolls around them. */
export function useNearWindow(
  place: RefObject<HTMLElement | null>,
  rows: readonly GalleryRow[],
): readonly GalleryRow[] {
  const [span, setSpan] = useState({ from: 0, to: 4000 });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const top = place.current?.getBoundingClientRect().top ?? 0;
        const from = Math.floor((-top - AROUND) / AROUND) * AROUND;
        const to = Math.ceil((innerHeight - top + AROUND) / AROUND) * AROUND;
        setSpan((before) => (before.from === from && before.to === to ? before : { from, to }));
      });
    };
    look();
    addEventListener('scroll', look, { capture: true, passive: true });
    addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, [place]);
  return rows.filter(({ y, height }) => y + height + CAPTION >= span.from && y <= span.to);
}
