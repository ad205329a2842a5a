import { fromRaw, type Raw } from '../../drawing/raw.ts';
import { type Dice, diceFor } from '../random.ts';
import { newSheet, type Sheet } from './canvas.ts';

/** A4 at about 120 dpi, as a desk scanner gives it. */
export const PAGE = { width: 1000, height: 1414 } as const;

export type Paper = 'white' | 'warm' | 'aged' | 'grey';
const TINTS: Record<Paper, [number, number, number]> = {
  white: [251, 251, 249],
  warm: [249, 245, 235],
  aged: [241, 232, 210],
  grey: [240, 241, 240],
};

export function newPage(turned = false): Sheet {
  return turned ? newSheet(PAGE.height, PAGE.width) : newSheet(PAGE.width, PAGE.height);
}

/** A sheet of paper as a scanner sees it: grain, uneven light, a darker side where the pile was. */
export function paperOf(paper: Paper, width: number, height: number): Raw {
  const dice = diceFor(`paper/${paper}/${width}`);
  const [red, green, blue] = TINTS[paper];
  const strength = paper === 'white' ? 1.5 : 3.2;
  const grain = Float32Array.from({ length: 1 << 15 }, () => (dice.next() + dice.next() - 1) * strength * 2);
  const cloud = cloudOf(dice, Math.ceil(width / CLOUD) + 2, Math.ceil(height / CLOUD) + 2);
  const data = new Uint8ClampedArray(width * height * 3);
  for (let y = 0, at = 0, speck = 0; y < height; y += 1) {
    const low = Math.max(0, 1 - (height - y) / 18) * 6;
    for (let x = 0; x < width; x += 1, at += 3) {
      speck = (speck + 12_289) & (grain.length - 1);
      const light = (grain[speck] as number) + cloud(x, y) * strength - low - (x < 26 ? (1 - x / 26) * 9 : 0);
      data[at] = red + light;
      data[at + 1] = green + light;
      data[at + 2] = blue + light * 1.1;
    }
  }
  return { data: Buffer.from(data.buffer), width, height, channels: 3 };
}

/** Lays a page on the glass, mostly a little askew, and gives it as JPEG. */
export async function scanOf(page: Raw, dice: Dice): Promise<Buffer> {
  if (dice.chance(0.4)) return cleanJpeg(page, 78);
  const turned = askew(page, dice.between(-0.012, 0.012));
  const jpeg = await cleanJpeg(turned, 78);
  giveBack(turned.data);
  return jpeg;
}

/**
 * A page turned by a small angle (its tangent is the slope), as two shears: rows move sideways by whole pixels, columns up or
 * down by parts of one. Several times as quick as turning it properly, and nobody sees the difference at half a degree.
 */
function askew({ data, width, height, channels }: Raw, slope: number): Raw {
  const result = takeBuffer(data.length).fill(GLASS);
  const stride = width * channels;
  // From a row's beginning to a column's upper pixel, and the lower one's share in 256ths.
  const uppers = new Int32Array(width);
  const shares = new Int32Array(width);
  for (let x = 0; x < width; x += 1) {
    const up = (x - width / 2) * slope;
    uppers[x] = Math.floor(up) * stride + x * channels;
    shares[x] = Math.floor((up - Math.floor(up)) * 256);
  }
  const margin = Math.ceil((Math.abs(slope) * width) / 2) + 1;
  for (let y = margin; y < height - margin; y += 1) {
    const aside = Math.round((y - height / 2) * slope);
    const last = Math.min(width, width - aside);
    for (let x = Math.max(0, -aside); x < last; x += 1) {
      const above = y * stride + (uppers[x] as number);
      const below = above + stride;
      const to = y * stride + (x + aside) * channels;
      const share = shares[x] as number;
      const red = data[above] as number;
      const green = data[above + 1] as number;
      const blue = data[above + 2] as number;
      result[to] = red + ((((data[below] as number) - red) * share) >> 8);
      result[to + 1] = green + ((((data[below + 1] as number) - green) * share) >> 8);
      result[to + 2] = blue + ((((data[below + 2] as number) - blue) * share) >> 8);
    }
  }
  for (const edge of [0, height - margin])
    data.copy(result, edge * stride, edge * stride, (edge + margin) * stride);
  return { data: result, width, height, channels };
}

/** Pages are drawn by the hundred: their buffers are used again, or collecting them would cost more than drawing. */
const idle: Buffer[] = [];

/** Of this length, with anything in it. */
export function takeBuffer(length: number): Buffer {
  const at = idle.findIndex((buffer) => buffer.length === length);
  return idle.splice(at, at < 0 ? 0 : 1)[0] ?? Buffer.allocUnsafeSlow(length);
}

/** Nobody may use it any more. */
export function giveBack(buffer: Buffer): void {
  if (idle.length < 12) idle.push(buffer);
}

/** What the scanner sees beside the page. */
const GLASS = 206;

export async function cleanJpeg(page: Raw, quality = 84): Promise<Buffer> {
  return fromRaw(page).jpeg({ quality, optimiseCoding: false }).toBuffer();
}

/** Pixels between two points at which slow changes are reckoned. */
const CLOUD = 24;

/** A few slow waves: what light and years do to paper. */
function cloudOf(dice: Dice, columns: number, rows: number): (x: number, y: number) => number {
  const waves = Array.from({ length: 5 }, () => ({
    x: dice.between(-0.16, 0.16),
    y: dice.between(-0.12, 0.12),
    phase: dice.between(0, 6.28),
  }));
  const points = Float32Array.from(
    { length: columns * rows },
    (_, at) =>
      waves.reduce(
        (sum, wave) =>
          sum + Math.sin(wave.x * (at % columns) + wave.y * Math.floor(at / columns) + wave.phase),
        0,
      ) * 0.6,
  );
  return (x, y) => {
    const [column, row] = [x / CLOUD, y / CLOUD];
    const at = Math.floor(row) * columns + Math.floor(column);
    const [right, down] = [column - Math.floor(column), row - Math.floor(row)];
    const above = (points[at] as number) * (1 - right) + (points[at + 1] as number) * right;
    const below =
      (points[at + columns] as number) * (1 - right) + (points[at + columns + 1] as number) * right;
    return above * (1 - down) + below * down;
  };
}
