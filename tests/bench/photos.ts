import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

const WIDTH = 4032;
const HEIGHT = 3024;
/** Different pictures; the other files are these with another comment, so that no two have the same bytes. */
const PICTURES = 12;

/**
 * A folder of so many different JPEGs, of 12 megapixels where nothing else is said, with EXIF, as cameras write them. Kept in the temporary folder for the
 * next run: generated noise, nothing of anybody.
 */
export async function photoFolder(count: number, width = WIDTH, height = HEIGHT): Promise<string> {
  const folder = join(tmpdir(), `mengbu-bench-photos-${count}-${width}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.part`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making);
  const pictures: Buffer[] = [];
  for (let seed = 0; seed < Math.min(PICTURES, count); seed++)
    pictures.push(await picture(seed, width, height));
  for (let index = 0; index < count; index++) {
    const base = pictures[index % pictures.length] ?? Buffer.alloc(0);
    writeFileSync(
      join(making, `IMG_${String(index + 1).padStart(4, '0')}.jpg`),
      withComment(base, `No. ${index}`),
    );
  }
  renameSync(making, folder);
  return folder;
}

/** Soft patches with grain over them: compresses about as a photograph does. */
async function picture(seed: number, width: number, height: number): Promise<Buffer> {
  const noise = (across: number, down: number, sigma: number) =>
    sharp({
      create: {
        width: across,
        height: down,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma },
      },
    });
  const patches = await noise(32, 24, 60)
    .resize(width, height, { kernel: 'cubic' })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const grain = await noise(width, height, 9).png({ compressionLevel: 1 }).toBuffer();
  return sharp(patches)
    .composite([{ input: grain, blend: 'soft-light' }])
    .withMetadata({ orientation: seed % 3 === 0 ? 6 : 1 })
    .withExifMerge({
      IFD0: { Make: 'Canon', Model: 'Canon EOS 5D' },
      IFD2: { DateTimeOriginal: `2024:05:${String(1 + (seed % 28)).padStart(2, '0')} 10:00:00` },
    })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** A comment segment right after the start of the image. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(comment), jpeg.subarray(2)]);
}
