import sharp, { type Exif } from 'sharp';
import type { Fonts } from '../../drawing/nativeFonts.ts';
import { fromRaw, type Raw, rawOf } from '../../drawing/raw.ts';
import { drawWords, type Words } from '../../drawing/words.ts';
import { type Dice, diceFor } from '../random.ts';
import { drawShapes, lay } from './canvas.ts';

/** What a camera stood before: shapes from far to near, each layer out of focus by so many pixels; lettering on the last. */
export type Scene = { ground: string; layers: { shapes: string[]; blur: number }[]; words: Words[] };

/** The measure in which scenes are described. */
export const SCENE = { width: 1440, height: 1080 } as const;
/** Pixels drawn for one of its units. */
const SCALE = 0.85;
const DRAWN = { width: SCENE.width * SCALE, height: SCENE.height * SCALE } as const;

export async function drawScene(fonts: Fonts, { ground, layers, words }: Scene): Promise<Raw> {
  const frame = { x: 0, y: 0, ...SCENE };
  let picture: Raw | null = null;
  for (const { shapes, blur } of layers) {
    // What is far out of focus behind everything is drawn small: nobody sees the difference.
    const isSmall = picture === null && blur >= 4;
    const scale = isSmall ? 0.25 : SCALE;
    picture ??= await plainGround(ground, scale);
    lay(picture, await drawShapes(shapes, frame, scale));
    if (blur > 0) picture = await rawOf(fromRaw(picture).blur(blur * scale));
    if (isSmall)
      picture = await rawOf(fromRaw(picture).resize(DRAWN.width, DRAWN.height, { kernel: 'linear' }));
  }
  const whole = picture ?? (await plainGround(ground, SCALE));
  for (const piece of await Promise.all(words.map((each) => drawWords(fonts, scaled(each)))))
    lay(whole, piece);
  return whole;
}

function scaled(words: Words): Words {
  const width = words.width === undefined ? {} : { width: Math.round(words.width * SCALE) };
  return { ...words, ...width, x: words.x * SCALE, y: words.y * SCALE, size: words.size * SCALE };
}

async function plainGround(color: string, scale: number): Promise<Raw> {
  const [width, height] = [SCENE.width * scale, SCENE.height * scale];
  return rawOf(sharp({ create: { width, height, channels: 3, background: color } }));
}

export type Shot = {
  /** How the camera was held: what EXIF calls 1, 6 or 8. */
  orientation: 1 | 6 | 8;
  taken: string;
  camera: { make: string; model: string };
  gps: { latitude: number; longitude: number } | null;
  /** Something in it is to be read: WHOLE is taken wholly, UNMIRRORED from any distance. */
  framing: 'WHOLE' | 'UNMIRRORED' | 'FREE';
};

/** One photo of a scene: its own frame, light, grain and falling-off to the corners, and what the camera writes. */
export async function shoot(scene: Raw, shot: Shot, dice: Dice): Promise<Buffer> {
  const upright = shot.orientation !== 1;
  const [wide, high] = upright ? [PHOTO.height, PHOTO.width] : [PHOTO.width, PHOTO.height];
  const zoom =
    shot.framing === 'WHOLE' ? dice.between(0.75, 0.8) : dice.chance(0.4) ? 1 : dice.between(0.78, 1);
  const [width, height] = [
    Math.min(DRAWN.width, Math.round(wide / zoom)),
    Math.min(DRAWN.height, Math.round(high / zoom)),
  ];
  const left = Math.floor(dice.next() * (DRAWN.width - width));
  const top = Math.floor(dice.next() * (DRAWN.height - height));
  const cut = fromRaw(scene).extract({ left, top, width, height });
  const framed = width === wide && height === high ? cut : cut.resize(wide, high, { kernel: 'cubic' });
  const exposed = expose(await rawOf(framed.flop(shot.framing === 'FREE' && dice.chance(0.5))), dice);
  const lying =
    shot.orientation === 1 ? fromRaw(exposed) : fromRaw(exposed).rotate(shot.orientation === 6 ? -90 : 90);
  const jpeg = await lying.withExif(exifOf(shot)).jpeg({ quality: 80, optimiseCoding: false }).toBuffer();
  return turnedTo(shot.orientation, jpeg);
}

/** Large enough to be looked at; the smaller, the sooner the sample is there. */
const PHOTO = { width: 960, height: 720 } as const;

/** The library writes an orientation only together with a colour profile, which takes as long again as the photo. */
function turnedTo(orientation: Shot['orientation'], jpeg: Buffer): Buffer {
  const at = jpeg.indexOf(UPRIGHT);
  if (at === -1) throw new Error('the photo has no orientation to be set');
  jpeg.writeUInt16LE(orientation, at + 8);
  return jpeg;
}

/** The EXIF entry "Orientation" (tag 0x0112, one SHORT) with the value 1. */
const UPRIGHT = Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, 1, 0]);

const NOISE = noiseOf();

/** Light, colour and grain as of a small sensor, and darker corners. */
function expose(picture: Raw, dice: Dice): Raw {
  const { width, height, channels } = picture;
  const data = new Uint8ClampedArray(picture.data.buffer, picture.data.byteOffset, picture.data.length);
  const [light, colour] = [dice.between(0.94, 1.06), dice.between(0.84, 1.06)];
  const own = light * colour;
  const shared = light * 0.25 * (1 - colour);
  const warmth = dice.between(-5, 6);
  const falling = dice.between(30, 62) * 1.3;
  // By the square of the distance from the middle, in 512ths.
  const shade = Float32Array.from({ length: 258 }, (_, away) => -falling * (away / 512) ** 1.5);
  const across = Float32Array.from({ length: width }, (_, x) => (x / width - 0.5) ** 2 * 512);
  let noise = dice.whole(0, NOISE.length - 1);
  for (let y = 0, at = 0; y < height; y += 1) {
    const down = (y / height - 0.5) ** 2 * 512;
    for (let x = 0; x < width; x += 1, at += channels) {
      noise = (noise + 7) & (NOISE.length - 1);
      const red = data[at] as number;
      const green = data[at + 1] as number;
      const blue = data[at + 2] as number;
      const more =
        (red + green + green + blue) * shared +
        (NOISE[noise] as number) +
        (shade[((across[x] as number) + down) | 0] as number);
      data[at] = red * own + more + warmth;
      data[at + 1] = green * own + more;
      data[at + 2] = blue * own + more - warmth;
    }
  }
  return picture;
}

function noiseOf(): Float32Array {
  const dice = diceFor('grain');
  return Float32Array.from({ length: 1 << 16 }, () => (dice.next() + dice.next() + dice.next() - 1.5) * 7);
}

function exifOf({ taken, camera, gps }: Shot): Exif {
  const at = taken.replaceAll('-', ':').replace('T', ' ');
  return {
    IFD0: { Make: camera.make, Model: camera.model, DateTime: at },
    IFD2: { DateTimeOriginal: at, DateTimeDigitized: at, OffsetTimeOriginal: '+08:00' },
    ...(gps === null
      ? {}
      : {
          IFD3: {
            GPSLatitudeRef: 'N',
            GPSLatitude: degrees(gps.latitude),
            GPSLongitudeRef: 'E',
            GPSLongitude: degrees(gps.longitude),
          },
        }),
  };
}

function degrees(value: number): string {
  const whole = Math.floor(value);
  const minutes = Math.floor((value - whole) * 60);
  const seconds = Math.round(((value - whole) * 60 - minutes) * 6000);
  return `${whole}/1 ${minutes}/1 ${seconds}/100`;
}
