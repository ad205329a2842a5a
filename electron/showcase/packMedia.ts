import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { readBlob } from '#db/records/queries.ts';
import type { BoothMedia } from '#shared/showcase/boothPack.ts';
import type { PanelPicture } from '#shared/showcase/panel.ts';
import { declaredSize } from '../files/formats/declaredSize.ts';
import { MAX_DRAWN_FILE_BYTES, MAX_PIXELS } from '../files/inspection.ts';
import { isTooLarge } from '../files/picture.ts';
import { type FileSource, pieces } from '../files/source.ts';
import { stripLocation } from '../files/stripLocation.ts';
import type { OpenVault } from '../vault/session.ts';
import { citedFile } from './citedFile.ts';

/** Longest edges in pixels: a picture fills a screen of 3840 at most by two thirds; a card shows it small. */
const LARGE_EDGE = 2560;
const SMALL_EDGE = 640;

export type MediaWork = { picture: PanelPicture; panel: number; index: number };
/** Also the bytes of the small picture, for the catalogue. */
export type WrittenMedia = Omit<BoothMedia, 'caption'> & { small: Uint8Array | null };

/** A picture that cannot go, by the panel it belongs to. */
export class MediaError extends Error {
  readonly rule: string;
  readonly panel: number;
  constructor(rule: string, panel: number) {
    super(`${rule} on panel ${panel}`);
    this.rule = rule;
    this.panel = panel;
  }
}

/**
 * Writes one picture or film into the folder media/, under a number: pictures are drawn anew and so keep nothing of their
 * metadata; films keep their frames and sound alone.
 *
 * @throws MediaError
 */
export async function writeMedia(
  vault: OpenVault,
  folder: string,
  { picture, panel, index }: MediaWork,
): Promise<WrittenMedia> {
  const cited = citedFile(vault, picture);
  if (cited.state === 'NOT_OPEN' || !cited.file) throw new MediaError('PICTURE_GONE', panel);
  const { file, tier } = cited;
  const blob = readBlob(tier, file.blob);
  if (!blob) throw new MediaError('PICTURE_GONE', panel);
  const source: FileSource = {
    size: file.size,
    read: async (offset, length) => vault.store.read(tier.tier, blob, offset, length),
  };
  const name = `media/${String(panel).padStart(3, '0')}-${index + 1}`;
  if (file.kind === 'video') return writeFilm(source, file.mediaType, { folder, name, panel });
  return writePicture(source, file.mediaType, { folder, name, panel });
}

type Target = { folder: string; name: string; panel: number };

async function writePicture(
  source: FileSource,
  mediaType: string,
  { folder, name, panel }: Target,
): Promise<WrittenMedia> {
  if (source.size > MAX_DRAWN_FILE_BYTES) throw new MediaError('PICTURE_OVER_LIMIT', panel);
  const bytes = await source.read(0, source.size);
  const declared = declaredSize(bytes, mediaType);
  if (declared !== null && isTooLarge(declared)) throw new MediaError('PICTURE_OVER_LIMIT', panel);
  try {
    const large = await sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(LARGE_EDGE, LARGE_EDGE, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality: 84 })
      .toBuffer({ resolveWithObject: true });
    const small = await sharp(large.data)
      .resize(SMALL_EDGE, SMALL_EDGE, FIT)
      .jpeg({ quality: 80 })
      .toBuffer();
    await writeFile(join(folder, `${name}.jpg`), large.data);
    await writeFile(join(folder, `${name}s.jpg`), small);
    const { width, height } = large.info;
    return { kind: 'image', src: `${name}.jpg`, thumb: `${name}s.jpg`, width, height, small };
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    throw new MediaError('PICTURE_UNREADABLE', panel);
  }
}

async function writeFilm(
  source: FileSource,
  mediaType: string,
  { folder, name, panel }: Target,
): Promise<WrittenMedia> {
  const clean = await stripLocation(source, mediaType);
  if (!clean.cleaned) throw new MediaError('FILM_CANNOT_BE_CLEANED', panel);
  await writeFile(join(folder, `${name}.mp4`), pieces(clean.copy));
  return { kind: 'video', src: `${name}.mp4`, thumb: null, width: 0, height: 0, small: null };
}

const FIT = { fit: 'inside', withoutEnlargement: true } as const;
