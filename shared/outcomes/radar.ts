import type { Scores } from './maturity.ts';
import { INDICATORS, type Indicator, pointsOf } from './maturityTable.ts';

export type Means = Readonly<Record<Indicator, number>>;

/** Units of the drawing. */
export const RADAR = { width: 424, height: 366, centre: { x: 212, y: 178 }, radius: 128 } as const;
/** Rings at these parts of an indicator's points. */
export const RINGS = [0.2, 0.4, 0.6, 0.8, 1] as const;

/** One expert's sheet in the measure of means. */
export function meansOfScores(scores: Scores): Means {
  return Object.fromEntries(INDICATORS.map((indicator) => [indicator, scores[indicator] * 50])) as Record<
    Indicator,
    number
  >;
}

type Point = { x: number; y: number };

/** Where a part of an indicator's axis lies; the first axis points up, the others follow clockwise. */
export function axisPoint(index: number, part: number): Point {
  const angle = (index / INDICATORS.length) * 2 * Math.PI - Math.PI / 2;
  const { centre, radius } = RADAR;
  return {
    x: round(centre.x + Math.cos(angle) * radius * part),
    y: round(centre.y + Math.sin(angle) * radius * part),
  };
}

/** A ring, or the shape of means in hundredths of a point, as an SVG points list. */
export function ringPoints(part: number): string {
  return pointsText(INDICATORS.map((_, index) => axisPoint(index, part)));
}

export function meansPoints(means: Means): string {
  return pointsText(
    INDICATORS.map((indicator, index) => axisPoint(index, means[indicator] / (pointsOf(indicator) * 100))),
  );
}

/** Where the name of an axis stands, and to which side it is written. */
export function labelPlace(index: number): Point & { anchor: 'start' | 'middle' | 'end' } {
  const { x, y } = axisPoint(index, 1.14);
  const off = x - RADAR.centre.x;
  const anchor = Math.abs(off) < 12 ? 'middle' : off > 0 ? 'start' : 'end';
  return { x, y: round(y + (Math.abs(off) < 12 ? (y < RADAR.centre.y ? -8 : 10) : 0)), anchor };
}

/** The lines of the radar without any text, which an SVG would take from the system's fonts; for papers. */
export function radarShapes(means: Means, earlier: Means | null): string {
  const { width, height, centre } = RADAR;
  const axes = INDICATORS.map((_, index) => {
    const { x, y } = axisPoint(index, 1);
    return `<line x1="${centre.x}" y1="${centre.y}" x2="${x}" y2="${y}" stroke="#cccccc" stroke-width="1"/>`;
  });
  const rings = RINGS.map(
    (part) => `<polygon points="${ringPoints(part)}" fill="none" stroke="#cccccc" stroke-width="1"/>`,
  );
  const before =
    earlier === null
      ? ''
      : `<polygon points="${meansPoints(earlier)}" fill="none" stroke="#6f6960" stroke-width="1.5" stroke-dasharray="4 3"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...rings,
    ...axes,
    before,
    `<polygon points="${meansPoints(means)}" fill="#2c4a70" fill-opacity="0.18" stroke="#2c4a70" stroke-width="2"/>`,
    '</svg>',
  ].join('');
}

function pointsText(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
