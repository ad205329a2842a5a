import sharp from 'sharp';
import type { Fonts } from './nativeFonts.ts';
import { fromRaw, type Raw, rawOf } from './raw.ts';

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
