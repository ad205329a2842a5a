import sharp, { type Sharp } from 'sharp';

/** Red, green, blue and white corners, clockwise from the top left, as they must be seen. */
export const CORNERS = {
  topLeft: [220, 30, 30],
  topRight: [30, 200, 30],
  bottomRight: [30, 30, 220],
  bottomLeft: [240, 240, 240],
};
export const UPRIGHT = { width: 640, height: 400 };

/** The cornered picture stored so that `orientation` turns it upright. The mapping is written out here, independent of any library. */
export function corneredPicture(orientation: number): Sharp {
  const { width, height } = UPRIGHT;
  const stored = orientation >= 5 ? { width: height, height: width } : UPRIGHT;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [sx = 0, sy = 0] = storedAt(orientation, x, y);
      pixels.set(colourAt(x, y), (sy * stored.width + sx) * 3);
    }
  }
  return sharp(pixels, { raw: { ...stored, channels: 3 } }).withMetadata({ orientation });
}

/** Colours near the corners of a drawn picture, to the nearest of {@link CORNERS}. */
export async function cornersOf(picture: Uint8Array): Promise<Record<string, string>> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
    return nearestCorner([...data.subarray(start, start + 3)]);
  };
  return {
    topLeft: at(0.1, 0.1),
    topRight: at(0.9, 0.1),
    bottomRight: at(0.9, 0.9),
    bottomLeft: at(0.1, 0.9),
  };
}

export const SEEN_UPRIGHT = {
  topLeft: 'topLeft',
  topRight: 'topRight',
  bottomRight: 'bottomRight',
  bottomLeft: 'bottomLeft',
};

/** A photo with everything a phone writes, in Wuhan (30.5928 N, 114.3055 E). */
export function phonePhoto(format: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array> {
  return sharp({ create: { ...UPRIGHT, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { Make: 'Mengbu', Model: 'Kamera 1', Software: 'Fixture 2', Orientation: '1' },
      IFD2: {
        DateTimeOriginal: '2026:05:06 07:08:09',
        OffsetTimeOriginal: '+08:00',
        DateTimeDigitized: '2026:05:07 00:00:00',
        BodySerialNumber: 'SN-0815',
      },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 35/1 3408/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '114/1 18/1 1980/100',
        GPSAltitude: '235/10',
        GPSImgDirection: '90/1',
      },
    })
    [format]()
    .toBuffer();
}

/** A PNG header that declares 100,000 × 100,000 pixels and brings none. */
export function bombPng(): Uint8Array {
  const png = Buffer.alloc(33);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  png.writeUInt32BE(100_000, 16);
  png.writeUInt32BE(100_000, 20);
  png.set([8, 2, 0, 0, 0], 24);
  return png;
}

function storedAt(orientation: number, x: number, y: number): number[] {
  const { width, height } = UPRIGHT;
  switch (orientation) {
    case 2:
      return [width - 1 - x, y];
    case 3:
      return [width - 1 - x, height - 1 - y];
    case 4:
      return [x, height - 1 - y];
    case 5:
      return [y, x];
    case 6:
      return [y, width - 1 - x];
    case 7:
      return [height - 1 - y, width - 1 - x];
    case 8:
      return [height - 1 - y, x];
    default:
      return [x, y];
  }
}

function colourAt(x: number, y: number): number[] {
  const left = x < UPRIGHT.width / 2;
  if (y < UPRIGHT.height / 2) return left ? CORNERS.topLeft : CORNERS.topRight;
  return left ? CORNERS.bottomLeft : CORNERS.bottomRight;
}

function nearestCorner(colour: number[]): string {
  const distance = (other: number[]) =>
    other.reduce((sum, value, index) => sum + Math.abs(value - (colour[index] ?? 0)), 0);
  const [nearest] = Object.entries(CORNERS).toSorted(([, a], [, b]) => distance(a) - distance(b));
  return nearest?.[0] ?? '';
}
