import sharp, { type Exif } from 'sharp';
import { type Dice, diceFor } from '../random.ts';
import { drawShapes, drawWords, fromRaw, lay, type Raw, rawOf, type Words } from './canvas.ts';
import type { Fonts } from './fonts.ts';

/** What a camera stood before: shapes from far to near, each layer out of focus by so many pixels; lettering on the last. */
export type Scene = { ground: string; layers: { shapes: string[]; blur: number }[]; words: Words[] };

export const SCENE = { width: 1440, height: 1080 } as const;

export async function drawScene(fonts: Fonts, { ground, layers, words }: Scene): Promise<Raw> {
  const { width, height } = SCENE;
  let picture = await rawOf(sharp({ create: { width, height, channels: 3, background: ground } }));
  for (const { shapes, blur } of layers) {
    lay(picture, await drawShapes(width, height, shapes));
    if (blur > 0) picture = await blurred(picture, blur);
  }
  for (const piece of await Promise.all(words.map((each) => drawWords(fonts, each)))) lay(picture, piece);
  return picture;
}

/** A strong blur is done on a smaller picture: nobody sees the difference. */
async function blurred(picture: Raw, sigma: number): Promise<Raw> {
  if (sigma < 4) return rawOf(fromRaw(picture).blur(sigma));
  const small = await rawOf(
    fromRaw(picture)
      .resize(picture.width / 4, picture.height / 4, { kernel: 'linear' })
      .blur(sigma / 4),
  );
  return rawOf(fromRaw(small).resize(picture.width, picture.height, { kernel: 'cubic' }));
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
  const [wide, high] = upright ? [840, 1120] : [1120, 840];
  const zoom =
    shot.framing === 'WHOLE' ? dice.between(0.78, 0.86) : dice.chance(0.4) ? 1 : dice.between(0.9, 1.35);
  const [width, height] = [
    Math.min(SCENE.width, Math.round(wide / zoom)),
    Math.min(SCENE.height, Math.round(high / zoom)),
  ];
  const left = Math.floor(dice.next() * (SCENE.width - width));
  const top = Math.floor(dice.next() * (SCENE.height - height));
  const cut = fromRaw(scene).extract({ left, top, width, height });
  const framed = width === wide && height === high ? cut : cut.resize(wide, high, { kernel: 'cubic' });
  const exposed = expose(await rawOf(framed.flop(shot.framing === 'FREE' && dice.chance(0.5))), dice);
  const lying =
    shot.orientation === 1 ? fromRaw(exposed) : fromRaw(exposed).rotate(shot.orientation === 6 ? -90 : 90);
  return lying
    .withExif(exifOf(shot))
    .withMetadata({ orientation: shot.orientation })
    .jpeg({ quality: 80 })
    .toBuffer();
}

const NOISE = noiseOf();

/** Light, colour and grain as of a small sensor, and darker corners. */
function expose(picture: Raw, dice: Dice): Raw {
  const { width, height, channels } = picture;
  const data = new Uint8ClampedArray(picture.data.buffer, picture.data.byteOffset, picture.data.length);
  const [light, colour] = [dice.between(0.94, 1.06), dice.between(0.84, 1.06)];
  const warmth = dice.between(-5, 6);
  const falling = dice.between(30, 62);
  const across = Float32Array.from({ length: width }, (_, x) => (x / width - 0.5) ** 2);
  let noise = dice.whole(0, NOISE.length - 1);
  for (let y = 0, at = 0; y < height; y += 1) {
    const dy = (y / height - 0.5) ** 2;
    for (let x = 0; x < width; x += 1, at += channels) {
      const away = (across[x] ?? 0) + dy;
      noise = (noise + 7) & (NOISE.length - 1);
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const grey = (red + green + green + blue) * 0.25 * (1 - colour);
      const shade = (NOISE[noise] ?? 0) - falling * away * Math.sqrt(away) * 1.3;
      data[at] = (red * colour + grey) * light + shade + warmth;
      data[at + 1] = (green * colour + grey) * light + shade;
      data[at + 2] = (blue * colour + grey) * light + shade - warmth;
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
