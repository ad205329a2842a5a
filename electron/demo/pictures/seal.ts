import type { Fonts } from '../../drawing/nativeFonts.ts';
import type { Raw } from '../../drawing/raw.ts';
import { drawWords, type Layer } from '../../drawing/words.ts';
import { diceFor } from '../random.ts';
import { drawSheet, newSheet } from './canvas.ts';

const SIZE = 236;
const RED: [number, number, number] = [222, 48, 38];

/**
 * The print of a round seal: a ring, the owner's name along it, a flower in the middle, what it is for below. Deliberately
 * no star and no emblem. Inked unevenly; transparent where there is no ink.
 */
export async function sealOf(fonts: Fonts, owner: string, purpose: string): Promise<Raw> {
  const sheet = newSheet(SIZE, SIZE);
  const middle = SIZE / 2;
  sheet.shapes.push(
    `<circle cx="${middle}" cy="${middle}" r="${middle - 6}" fill="none" stroke="#fff" stroke-width="6"/>`,
    flower(middle, middle - 6),
  );
  const size = owner.length > 14 ? 21 : 25;
  const step = Math.min(24, 262 / owner.length);
  const letters = await Promise.all(
    [...owner].map((text, index) => {
      const angle = (index - (owner.length - 1) / 2) * step;
      return letterAt(fonts, text, size, angle, middle, middle - 33);
    }),
  );
  sheet.layers.push(...letters);
  sheet.words.push({
    text: purpose,
    x: middle,
    y: SIZE - 66,
    size: 21,
    color: '#fff',
    bold: true,
    align: 'centre',
    tracking: 0.08,
  });
  return inked(await drawSheet(fonts, sheet, black()), owner);
}

/** A seal as it was pressed on a page, its centre at a place. */
export function pressed(seal: Raw, x: number, y: number): Layer {
  return { raw: seal, left: Math.round(x - seal.width / 2), top: Math.round(y - seal.height / 2), ink: true };
}

async function letterAt(
  fonts: Fonts,
  text: string,
  size: number,
  angle: number,
  middle: number,
  radius: number,
): Promise<Layer> {
  const drawn = await drawWords(fonts, { text, x: 0, y: 0, size, color: '#fff', bold: true, turn: angle });
  const radians = (angle * Math.PI) / 180;
  const { width, height } = drawn.raw;
  return {
    ...drawn,
    left: Math.round(middle + radius * Math.sin(radians) - width / 2),
    top: Math.round(middle - radius * Math.cos(radians) - height / 2),
  };
}

function black(): Raw {
  return { data: Buffer.alloc(SIZE * SIZE * 3), width: SIZE, height: SIZE, channels: 3 };
}

function flower(x: number, y: number): string {
  const petals = Array.from(
    { length: 6 },
    (_, index) =>
      `<ellipse cx="${x}" cy="${y - 15}" rx="8" ry="14" fill="none" stroke="#fff" stroke-width="3.4" transform="rotate(${index * 60} ${x} ${y})"/>`,
  );
  return `${petals.join('')}<circle cx="${x}" cy="${y}" r="4" fill="#fff"/>`;
}

/** White becomes ink. The pad was drier here and there. */
function inked({ data, width, height, channels }: Raw, seed: string): Raw {
  const dice = diceFor(`seal/${seed}`);
  const dryness = { x: dice.between(-3, 3), y: dice.between(-3, 3), phase: dice.between(0, 6) };
  const result = Buffer.alloc(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [x, y] = [(pixel % width) / width, Math.floor(pixel / width) / height];
    const wet = 0.84 + 0.12 * Math.sin(dryness.x * x * 6 + dryness.y * y * 6 + dryness.phase);
    const speck = dice.next() < 0.07 ? 0.45 : 1;
    result.set(RED, pixel * 4);
    result[pixel * 4 + 3] = (data[pixel * channels] ?? 0) * wet * speck;
  }
  return { data: result, width, height, channels: 4 };
}
