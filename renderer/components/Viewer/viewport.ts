/**
 * How a picture lies in the window of the viewer. Lengths are CSS pixels. `scale` is window pixels per picture pixel;
 * `x`, `y` is where the picture's centre lies, measured from the window's centre. Turning is for the eye only: the file stays as it is.
 */
export type View = { scale: number; x: number; y: number; turn: Turn };
export type Turn = 0 | 90 | 180 | 270;
export type Size = { width: number; height: number };
export type Point = { x: number; y: number };

/** The picture is never larger than this many window pixels per picture pixel. */
const LARGEST_SCALE = 16;

/** The whole picture, centred, and never larger than its own pixels. */
export function fitView(picture: Size, window: Size, turn: Turn = 0): View {
  return { scale: Math.min(1, fitScale(picture, window, turn)), x: 0, y: 0, turn };
}

/** One picture pixel on one pixel of the screen. */
export function actualSizeView(view: View, pixelRatio: number): View {
  return { ...view, scale: 1 / pixelRatio, x: 0, y: 0 };
}

/** Zooms by a factor so that what lies under `at` (from the window's centre) stays under it. */
export function zoomAt(view: View, factor: number, at: Point, picture: Size, window: Size): View {
  const scale = limitScale(view.scale * factor, picture, window, view.turn);
  const ratio = scale / view.scale;
  const moved = { ...view, scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
  return keepInSight(moved, picture, window);
}

export function panBy(view: View, by: Point, picture: Size, window: Size): View {
  return keepInSight({ ...view, x: view.x + by.x, y: view.y + by.y }, picture, window);
}

/** A quarter turn; the picture is fitted anew. */
export function turnView(view: View, by: 90 | -90, picture: Size, window: Size): View {
  return fitView(picture, window, turned(view.turn, by));
}

/** The picture cannot be pushed out of sight: what is smaller than the window is centred, what is larger covers it. */
export function keepInSight(view: View, picture: Size, window: Size): View {
  const shown = turnedSize(picture, view.turn);
  const slackX = Math.max(0, (shown.width * view.scale - window.width) / 2);
  const slackY = Math.max(0, (shown.height * view.scale - window.height) / 2);
  return { ...view, x: clamp(view.x, -slackX, slackX), y: clamp(view.y, -slackY, slackY) };
}

export function isFitted(view: View, picture: Size, window: Size): boolean {
  return Math.abs(view.scale - fitView(picture, window, view.turn).scale) < 1e-6;
}

/** Width and height as seen after the turn. */
export function turnedSize({ width, height }: Size, turn: Turn): Size {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/** Between a quarter of the fitted size (or of its own pixels, if that is less) and sixteen times its own. */
function limitScale(scale: number, picture: Size, window: Size, turn: Turn): number {
  const smallest = Math.min(1, fitScale(picture, window, turn)) / 4;
  return clamp(scale, smallest, LARGEST_SCALE);
}

function fitScale(picture: Size, window: Size, turn: Turn): number {
  const shown = turnedSize(picture, turn);
  if (shown.width <= 0 || shown.height <= 0 || window.width <= 0 || window.height <= 0) return 1;
  return Math.min(window.width / shown.width, window.height / shown.height);
}

function turned(turn: Turn, by: 90 | -90): Turn {
  const turns = [0, 90, 180, 270] as const;
  return turns[(turns.indexOf(turn) + (by === 90 ? 1 : 3)) % 4] ?? 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
