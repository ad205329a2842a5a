import { eq } from 'drizzle-orm';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { FileRow } from '../records/schema.ts';
import { file } from '../records/schema.ts';

/** What was found out about bytes when they first came in: the same for every file that has them. */
export type BlobFacts = Pick<
  FileRow,
  | 'blob'
  | 'mediaType'
  | 'kind'
  | 'width'
  | 'height'
  | 'takenAt'
  | 'camera'
  | 'gps'
  | 'durationMs'
  | 'pages'
  | 'problems'
  | 'thumbnail'
  | 'preview'
>;

/** null where this tier has no file with these bytes. */
export function blobFacts(tier: TierFile, sha256: string): BlobFacts | null {
  const no = prepared(tier, 'select no from blob where sha256 = ?').pluck().get(sha256) as number | undefined;
  const row =
    no === undefined ? undefined : tier.orm.select().from(file).where(eq(file.blob, no)).limit(1).get();
  if (!row) return null;
  const {
    blob,
    mediaType,
    kind,
    width,
    height,
    takenAt,
    camera,
    gps,
    durationMs,
    pages,
    problems,
    thumbnail,
    preview,
  } = row;
  return {
    blob,
    mediaType,
    kind,
    width,
    height,
    takenAt,
    camera,
    gps,
    durationMs,
    pages,
    problems,
    thumbnail,
    preview,
  };
}
