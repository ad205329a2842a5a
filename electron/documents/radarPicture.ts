import sharp from 'sharp';
import { type Means, RADAR, radarSvg } from '#shared/outcomes/radar.ts';

/** Pixels a unit of the drawing has on paper. */
const SCALE = 3;

/** The radar as a PNG for papers. */
export async function drawRadar(means: Means, earlier: Means | null): Promise<Uint8Array> {
  return sharp(Buffer.from(radarSvg(means, earlier)))
    .resize({ width: RADAR.width * SCALE })
    .png()
    .toBuffer();
}
