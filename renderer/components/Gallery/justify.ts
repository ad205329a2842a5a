export type Cell = { index: number; x: number; width: number };
export type GalleryRow = { y: number; height: number; cells: Cell[] };

/** Pictures narrower or wider than this are shown within it, so that a long scan does not take a whole screen. */
const NARROWEST = 0.5;
const WIDEST = 3;

/**
 * Sets pictures in rows of the same width, each picture in its own proportions, rows near the wanted height
 * and never higher than one and a half times it. The last row keeps the wanted height and may be short.
 *
 * @param aspects width ÷ height of each picture, in order
 * @param options lengths in CSS pixels
 */
export function justify(
  aspects: readonly number[],
  {
    width,
    rowHeight,
    gap,
    captionHeight,
  }: { width: number; rowHeight: number; gap: number; captionHeight: number },
): GalleryRow[] {
  const rows: GalleryRow[] = [];
  let first = 0;
  let sum = 0;
  let y = 0;
  for (let index = 0; index < aspects.length; index += 1) {
    sum += shownAspect(aspects[index]);
    const count = index - first + 1;
    const height = (width - gap * (count - 1)) / sum;
    const isLast = index === aspects.length - 1;
    if (height > rowHeight && !isLast) continue;
    const used = isLast ? Math.min(height, rowHeight) : Math.min(height, rowHeight * 1.5);
    const row = setRow(aspects, first, index, { y, height: Math.max(1, used), gap });
    rows.push(row);
    y += row.height + captionHeight + gap;
    first = index + 1;
    sum = 0;
  }
  return rows;
}

export function shownAspect(aspect: number | undefined): number {
  if (aspect === undefined || !Number.isFinite(aspect) || aspect <= 0) return 1;
  return Math.min(WIDEST, Math.max(NARROWEST, aspect));
}

function setRow(
  aspects: readonly number[],
  first: number,
  last: number,
  { y, height, gap }: { y: number; height: number; gap: number },
): GalleryRow {
  const cells: Cell[] = [];
  let x = 0;
  for (let index = first; index <= last; index += 1) {
    const width = shownAspect(aspects[index]) * height;
    cells.push({ index, x, width });
    x += width + gap;
  }
  return { y, height, cells };
}
