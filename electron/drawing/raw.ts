import sharp, { type Sharp } from 'sharp';

/** Pixels as they lie in memory. */
export type Raw = { data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 };

export function fromRaw({ data, width, height, channels }: Raw): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

export async function rawOf(image: Sharp): Promise<Raw> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Raw['channels'] };
}
