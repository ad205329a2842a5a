import sharp, { type Metadata } from 'sharp';
import { mediaKindOf } from '#shared/records/mediaKinds.ts';
import { declaredSize } from './formats/declaredSize.ts';
import { type Drawing, MAX_DRAWN_FILE_BYTES, MAX_PIXELS, type NoPreviewReason } from './inspection.ts';
import { isTooLarge, READ_BY_SHARP, readMetadata } from './picture.ts';
import { type FileSource, readAll } from './source.ts';

/**
 * The picture upright, at most `edge` pixels long, as WebP in sRGB without any metadata. Of a film or sequence the first picture. PDF pages are not
 * drawn here: that needs a canvas, which not every machine has; the screen draws them with pdf.js.
 */
export async function draw(
  source: FileSource,
  mediaType: string,
  edge: number,
  timeLimitMs: number,
): Promise<Drawing> {
  const refusal = refusalBefore(source, mediaType);
  if (refusal !== null) return notDrawn(refusal);
  const bytes = await readAll(source);
  const declared = declaredSize(bytes, mediaType);
  if (declared !== null && isTooLarge(declared)) return notDrawn('PICTURE_TOO_LARGE');
  const metadata = await readMetadata(bytes);
  if (metadata === null) return notDrawn('DAMAGED');
  if (isTooLarge(metadata.autoOrient)) return notDrawn('PICTURE_TOO_LARGE');
  if (metadata.compression === 'hevc') return notDrawn('NO_DECODER');
  if (metadata.format === 'svg') return drawSvg({ bytes, metadata, edge, timeLimitMs, failOn: 'error' });
  const whole = await render({ bytes, metadata, edge, timeLimitMs, failOn: 'error' });
  // A JPEG that breaks off is right as far as it goes; in other formats the readable part cannot be told from garbage.
  if (whole.drawn || whole.reason !== 'DAMAGED' || metadata.format !== 'jpeg') return whole;
  const part = await render({ bytes, metadata, edge, timeLimitMs, failOn: 'none' });
  return part.drawn ? { ...part, partial: true } : part;
}

function refusalBefore(source: FileSource, mediaType: string): NoPreviewReason | null {
  const kind = mediaKindOf(mediaType);
  if (kind === 'pdf' || kind === 'video') return 'LEFT_TO_SCREEN';
  if (kind !== 'image') return 'NOT_A_PICTURE';
  if (!READ_BY_SHARP.has(mediaType)) return 'NO_DECODER';
  return source.size > MAX_DRAWN_FILE_BYTES ? 'FILE_TOO_LARGE' : null;
}

type Task = {
  bytes: Uint8Array;
  metadata: Metadata;
  edge: number;
  timeLimitMs: number;
  failOn: 'error' | 'none';
};

async function render({ bytes, metadata, edge, timeLimitMs, failOn }: Task): Promise<Drawing> {
  const density = metadata.format === 'svg' ? { density: svgDensity(metadata, edge) } : {};
  try {
    const { data, info } = await sharp(bytes, { failOn, limitInputPixels: MAX_PIXELS, ...density })
      .autoOrient()
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: Math.max(1, Math.floor(timeLimitMs / 1000)) })
      .webp({ quality: 80, effort: 2 })
      .toBuffer({ resolveWithObject: true });
    return { drawn: true, webp: data, width: info.width, height: info.height, partial: false };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/pixel limit/.test(message)) return notDrawn('PICTURE_TOO_LARGE');
    return notDrawn(/^timeout:/.test(message) ? 'TIMEOUT' : 'DAMAGED');
  }
}

/**
 * Nothing can stop librsvg once it has begun, and a few lines of nested filters or masks keep it busy for hours. So a drawing is tried small
 * first: from how the time grows with the area the next size is foretold, and never begun if it would not end in time.
 */
async function drawSvg(task: Task): Promise<Drawing> {
  if (task.bytes.byteLength > MAX_SVG_BYTES) return notDrawn('FILE_TOO_LARGE');
  let before = 0;
  for (let edge = PROBE_EDGE; edge < task.edge; edge *= PROBE_STEP) {
    const started = performance.now();
    const probe = await render({ ...task, edge });
    if (!probe.drawn) return probe;
    const took = performance.now() - started;
    if (took + (took - before) * PROBE_STEP ** 2 > task.timeLimitMs) return notDrawn('TIMEOUT');
    before = took;
  }
  return render(task);
}

/** A drawing has no pixels of its own: it is rasterised at the size wanted, so that a huge one costs no more than a small one. */
function svgDensity({ width, height, density = CSS_DENSITY }: Metadata, edge: number): number {
  const wanted = (density * edge) / Math.max(width, height, 1);
  return Math.min(Math.max(wanted, MIN_DENSITY), MAX_DENSITY);
}

function notDrawn(reason: NoPreviewReason): Drawing {
  return { drawn: false, reason };
}

const MAX_SVG_BYTES = 16 * 1024 * 1024;
const PROBE_EDGE = 8;
const PROBE_STEP = 4;
const CSS_DENSITY = 72;
/** The bounds sharp accepts. */
const MIN_DENSITY = 1;
const MAX_DENSITY = 100_000;
