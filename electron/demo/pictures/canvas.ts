import sharp from 'sharp';
import type { Fonts } from '../../drawing/nativeFonts.ts';
import { type Raw, rawOf } from '../../drawing/raw.ts';
import { drawWords, type Layer, type Words } from '../../drawing/words.ts';

export type Box = { x: number; y: number; width: number; height: number };
/** A filled box, as rules and fields of a form are: much cheaper than a shape. */
export type Rule = Box & { color: string };

/**
 * What lies on a sheet, from below: rules, shapes, words, layers. Shapes are SVG fragments without text, for which an SVG would
 * need fonts of the system; they are drawn within `drawn` only.
 */
export type Sheet = {
  width: number;
  height: number;
  rules: Rule[];
  shapes: string[];
  drawn: Box;
  words: Words[];
  layers: Layer[];
};

/** Pixels from line to line: the font's ascent and descent, each rounded up as the layout does. */
export function lineHeight(size: number, leading = 1): number {
  return (Math.ceil(1.16 * size) + Math.ceil(0.288 * size)) * leading;
}

/** The leading that puts lines so many pixels apart. */
export function leadingFor(size: number, pitch: number): number {
  return pitch / lineHeight(size);
}

export function newSheet(width: number, height: number): Sheet {
  return {
    width,
    height,
    rules: [],
    shapes: [],
    drawn: { x: 0, y: 0, width, height },
    words: [],
    layers: [],
  };
}

/** Draws a sheet on a picture of its size, which is drawn upon. */
export async function drawSheet(fonts: Fonts, sheet: Sheet, ground: Raw): Promise<Raw> {
  const { rules, shapes, drawn, words, layers } = sheet;
  const drawing = shapes.length > 0 ? [drawShapes(shapes, drawn)] : [];
  const above = await Promise.all([...drawing, ...words.map((piece) => drawWords(fonts, piece))]);
  for (const rule of rules) fill(ground, rule);
  for (const layer of [...above, ...layers]) lay(ground, layer);
  return ground;
}

export async function drawShapes(shapes: readonly string[], box: Box, scale = 1): Promise<Layer> {
  return { raw: await rawOf(sharp(svgOf(shapes, box, scale)).ensureAlpha()), left: box.x, top: box.y };
}

function fill(picture: Raw, { x, y, width, height, color }: Rule): void {
  const [red = 0, green = 0, blue = 0] = Buffer.from(color.slice(1), 'hex');
  const [left, right] = [Math.max(0, Math.round(x)), Math.min(picture.width, Math.round(x + width))];
  for (
    let row = Math.max(0, Math.round(y));
    row < Math.min(picture.height, Math.round(y + height));
    row += 1
  ) {
    for (
      let at = (row * picture.width + left) * picture.channels;
      at < (row * picture.width + right) * picture.channels;
      at += picture.channels
    ) {
      picture.data[at] = red;
      picture.data[at + 1] = green;
      picture.data[at + 2] = blue;
    }
  }
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
      const pixel = pixels[y * width + x] as number;
      if (pixel === 0) continue;
      const alpha = OPAQUE_FIRST ? pixel & 255 : pixel >>> 24;
      if (alpha === 0) continue;
      const from = (y * width + x) * 4;
      const to = ((y + top) * picture.width + left + x) * step;
      const red = data[from] as number;
      const green = data[from + 1] as number;
      const blue = data[from + 2] as number;
      if (alpha === 255 && !ink) {
        below[to] = red;
        below[to + 1] = green;
        below[to + 2] = blue;
        continue;
      }
      const r = below[to] as number;
      const g = below[to + 1] as number;
      const b = below[to + 2] as number;
      below[to] = r + (((ink ? (red * r) / 255 : red) - r) * alpha) / 255;
      below[to + 1] = g + (((ink ? (green * g) / 255 : green) - g) * alpha) / 255;
      below[to + 2] = b + (((ink ? (blue * b) / 255 : blue) - b) * alpha) / 255;
    }
  }
}

/** Whether a pixel read as one number has its transparency in the lowest byte: so on machines that write the high byte first. */
const OPAQUE_FIRST = new Uint8Array(new Uint32Array([1]).buffer)[0] === 0;

/** Plain opacity would have each shape drawn on a surface of its own, which is slow; none here overlaps itself. */
function svgOf(shapes: readonly string[], { x, y, width, height }: Box, scale: number): Buffer {
  const body = shapes.join('').replace(/ opacity="([^"]+)"/g, ' fill-opacity="$1" stroke-opacity="$1"');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="${x} ${y} ${width} ${height}">${body}</svg>`,
  );
}
