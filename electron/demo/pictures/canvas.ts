import sharp, { type Sharp } from 'sharp';
import type { Fonts } from './fonts.ts';

/** Pixels as they lie in memory. */
export type Raw = { data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 };

/** A piece of text. `x` is its left edge, centre or right edge after `align`; `y` the top of its first line. */
export type Words = {
  text: string;
  x: number;
  y: number;
  /** Pixels of the em. */
  size: number;
  color?: string;
  bold?: boolean;
  /** Wraps there; without it only line ends break. */
  width?: number;
  align?: 'left' | 'centre' | 'right';
  /** Factor on the font's own line. */
  leading?: number;
  justify?: boolean;
  /** Between letters, in em. */
  tracking?: number;
  /** Degrees clockwise. */
  turn?: number;
  opacity?: number;
};

/** Pixels with transparency at their place on a sheet. `ink` darkens what is below, as colour on paper does. */
export type Layer = { raw: Raw; left: number; top: number; ink?: boolean };

/** Shapes are SVG fragments without text: an SVG's text would need fonts of the system. They lie under words, layers on top. */
export type Sheet = { width: number; height: number; shapes: string[]; words: Words[]; layers: Layer[] };

/** Pixels from line to line: the font's ascent and descent, each rounded up as the layout does. */
export function lineHeight(size: number, leading = 1): number {
  return (Math.ceil(1.16 * size) + Math.ceil(0.288 * size)) * leading;
}

/** The leading that puts lines so many pixels apart. */
export function leadingFor(size: number, pitch: number): number {
  return pitch / lineHeight(size);
}

export function newSheet(width: number, height: number): Sheet {
  return { width, height, shapes: [], words: [], layers: [] };
}

/** Draws a sheet on a colour or on a picture of its size. */
export async function drawSheet(fonts: Fonts, sheet: Sheet, ground: string | Raw): Promise<Raw> {
  const { width, height, shapes, words, layers } = sheet;
  const drawing = shapes.length > 0 ? [drawShapes(width, height, shapes)] : [];
  const [picture, ...above] = await Promise.all([
    onGround(ground, width, height),
    ...drawing,
    ...words.map((piece) => drawWords(fonts, piece)),
  ]);
  for (const layer of [...above, ...layers]) lay(picture, layer);
  return picture;
}

export async function drawShapes(width: number, height: number, shapes: readonly string[]): Promise<Layer> {
  return { raw: await rawOf(sharp(svgOf(width, height, shapes)).ensureAlpha()), left: 0, top: 0 };
}

/** Blends a layer into an opaque picture; what reaches beyond it is cut off. By hand: only pixels with something on them are touched. */
export function lay(picture: Raw, { raw, left, top, ink = false }: Layer): void {
  const { data, width, height } = raw;
  const below = picture.data;
  const step = picture.channels;
  const [firstX, lastX] = [Math.max(0, -left), Math.min(width, picture.width - left)];
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  for (let y = Math.max(0, -top); y < Math.min(height, picture.height - top); y += 1) {
    for (let x = firstX; x < lastX; x += 1) {
      const pixel = pixels[y * width + x] ?? 0;
      if (pixel === 0) continue;
      const alpha = OPAQUE_FIRST ? pixel & 255 : pixel >>> 24;
      if (alpha === 0) continue;
      const from = (y * width + x) * 4;
      const to = ((y + top) * picture.width + left + x) * step;
      for (let band = 0; band < 3; band += 1) {
        const under = below[to + band] ?? 0;
        const own = data[from + band] ?? 0;
        below[to + band] = under + (((ink ? (own * under) / 255 : own) - under) * alpha) / 255;
      }
    }
  }
}

/** Whether a pixel read as one number has its transparency in the lowest byte: so on machines that write the high byte first. */
const OPAQUE_FIRST = new Uint8Array(new Uint32Array([1]).buffer)[0] === 0;

/** Plain opacity would have each shape drawn on a surface of its own, which is slow; none here overlaps itself. */
function svgOf(width: number, height: number, shapes: readonly string[]): Buffer {
  const body = shapes.join('').replace(/ opacity="([^"]+)"/g, ' fill-opacity="$1" stroke-opacity="$1"');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
  );
}

export function fromRaw({ data, width, height, channels }: Raw): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

export async function rawOf(image: Sharp): Promise<Raw> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Raw['channels'] };
}

async function onGround(ground: string | Raw, width: number, height: number): Promise<Raw> {
  if (typeof ground !== 'string') return { ...ground, data: Buffer.from(ground.data) };
  return rawOf(sharp({ create: { width, height, channels: 3, background: ground } }));
}

/** One text as a layer at its place. */
export async function drawWords(fonts: Fonts, words: Words): Promise<Layer> {
  const { x, y, size, bold = false, width, align = 'left', justify = false, turn = 0 } = words;
  let image = sharp({
    text: {
      text: markupOf(words),
      font: `Noto Sans SC${bold ? ' Bold' : ''} ${size}`,
      fontfile: bold ? fonts.bold : fonts.regular,
      rgba: true,
      dpi: 72,
      align: align === 'centre' ? 'center' : align,
      justify,
      ...(width === undefined ? {} : { width }),
    },
  });
  if (turn !== 0) image = fromRaw(await rawOf(image)).rotate(turn, { background: '#0000' });
  const raw = await rawOf(image);
  const shift = align === 'left' ? 0 : align === 'right' ? raw.width : raw.width / 2;
  return { raw, left: Math.round(x - shift), top: Math.round(y) };
}

/** A picture of text is cut to its ink: an unseen bar that takes no room keeps the top of every first line at one height. */
function markupOf({ text, size, color = '#26231f', leading = 1, tracking = 0, opacity = 1 }: Words): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const units = (em: number) => Math.round(em * size * PANGO_UNITS);
  const bar = `<span alpha="1" letter_spacing="${units(-BAR_ADVANCE)}">|</span>`;
  const spacing = tracking === 0 ? '' : ` letter_spacing="${units(tracking)}"`;
  const alpha = Math.max(1, Math.round(opacity * 65_535));
  return `<span line_height="${leading}">${bar}<span foreground="${color}" alpha="${alpha}"${spacing}>${escaped}</span></span>`;
}

const PANGO_UNITS = 1024;
/** Of the bar in Noto Sans SC, in em. */
const BAR_ADVANCE = 0.27;
