import sharp from 'sharp';
import { hundredthsText } from '#shared/outcomes/maturity.ts';
import { MATURITY_TABLE } from '#shared/outcomes/maturityTable.ts';
import { labelPlace, type Means, RADAR, radarShapes } from '#shared/outcomes/radar.ts';
import { openFonts } from '../drawing/nativeFonts.ts';
import { drawWords, type Words } from '../drawing/words.ts';

/** Pixels a unit of the drawing has on paper. */
const SCALE = 3;
const SIZE = 14;
const ALIGN = { start: 'left', middle: 'centre', end: 'right' } as const;

/** The radar as a PNG for papers, its words set in the fonts that come with the program. */
export async function drawRadar(means: Means, earlier: Means | null): Promise<Uint8Array> {
  const fonts = openFonts();
  try {
    const words = await Promise.all(labelsOf(means).map((label) => drawWords(fonts, label)));
    return await sharp(Buffer.from(radarShapes(means, earlier)), { density: 72 * SCALE })
      .resize({ width: RADAR.width * SCALE, height: RADAR.height * SCALE })
      .composite(
        words.map(({ raw: { data, ...raw }, left, top }) => ({
          input: data,
          raw,
          left: Math.round(left),
          top: Math.round(top),
        })),
      )
      .png()
      .toBuffer();
  } finally {
    fonts.release();
  }
}

function labelsOf(means: Means): Words[] {
  return MATURITY_TABLE.flatMap(({ id, name, points }, index): Words[] => {
    const { x, y, anchor } = labelPlace(index);
    const place = { x: x * SCALE, align: ALIGN[anchor] };
    const top = (y - SIZE) * SCALE;
    return [
      { ...place, y: top, text: name.zh, size: SIZE * SCALE, color: '#22201d' },
      {
        ...place,
        y: top + 17 * SCALE,
        text: `${hundredthsText(means[id])} / ${points}`,
        size: 12 * SCALE,
        color: '#59544d',
      },
    ];
  });
}
