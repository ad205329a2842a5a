import { type Dice, diceFor } from '../random.ts';
import { fromRaw, newSheet, type Raw, type Sheet } from './canvas.ts';

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
  const grain = paper === 'white' ? 1.5 : 3.2;
  const data = Buffer.alloc(width * height * 3);
  const cloud = cloudOf(dice);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const edge = Math.max(0, 1 - x / 26) * 9 + Math.max(0, 1 - (height - y) / 18) * 6;
      const light = (dice.next() + dice.next() - 1) * grain * 2 + cloud(x / width, y / height) * grain - edge;
      data[at++] = clamp(red + light);
      data[at++] = clamp(green + light);
      data[at++] = clamp(blue + light * 1.1);
    }
  }
  return { data, width, height, channels: 3 };
}

/** Lays a page on the glass, mostly a little askew, and gives it as JPEG. */
export async function scanOf(page: Raw, dice: Dice): Promise<Buffer> {
  if (dice.chance(0.3)) return cleanJpeg(page, 78);
  const { width, height } = page;
  const angle = dice.between(-0.7, 0.7);
  const sine = Math.abs(Math.sin((angle * Math.PI) / 180));
  return fromRaw(page)
    .rotate(angle, { background: '#cfccc4' })
    .extract({ left: Math.floor((height * sine) / 2), top: Math.floor((width * sine) / 2), width, height })
    .jpeg({ quality: 78 })
    .toBuffer();
}

export async function cleanJpeg(page: Raw, quality = 84): Promise<Buffer> {
  return fromRaw(page).jpeg({ quality }).toBuffer();
}

export function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

/** A few slow waves: what light and years do to paper. */
function cloudOf(dice: Dice): (x: number, y: number) => number {
  const waves = Array.from({ length: 5 }, () => ({
    x: dice.between(-7, 7),
    y: dice.between(-7, 7),
    phase: dice.between(0, 6.28),
  }));
  return (x, y) => waves.reduce((sum, wave) => sum + Math.sin(wave.x * x + wave.y * y + wave.phase), 0) * 0.6;
}
