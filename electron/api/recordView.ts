import { type MarkStyle, toHead } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import type { RecordListRow } from '#db/records/listing.ts';
import { type FileWithBytes, fieldsOfRecord, readBlob, readFiles, readRecord } from '#db/records/queries.ts';
import type { RecordDetail, RecordRow } from '#shared/records/contract.ts';
import type { RecordFile } from '#shared/records/file.ts';
import { isServedInline } from '#shared/records/mediaKinds.ts';
import { retainUntil } from '#shared/records/retention.ts';
import type { App } from '../app.ts';
import type { OpenVault } from '../vault/session.ts';
import { notFound } from './errors.ts';
import { findItem, openTierFor } from './items.ts';
import { linkedRefs, markStyleOf } from './shown.ts';

const WEBP = 'image/webp';

/** `style` is read once for a whole list. */
export function showRow(app: App, vault: OpenVault, row: RecordListRow, style: MarkStyle): RecordRow {
  const tier = openTierFor(vault, row.level);
  return {
    ...toHead(row, style),
    stage: row.stage,
    refCode: row.refCode,
    docDate: row.docDate,
    year: row.year,
    responsible: row.responsible,
    category: row.category,
    retention: row.retention,
    fileCount: row.fileCount,
    bytes: row.bytes,
    cover:
      row.coverFile && row.coverThumbnail !== null
        ? {
            fileId: row.coverFile,
            address: pictureAddress(app, tier, row.coverThumbnail),
            width: row.coverWidth,
            height: row.coverHeight,
          }
        : null,
    coverKind: row.coverKind,
    removedAt: row.removedAt,
  };
}

export function showRecord(app: App, vault: OpenVault, id: string): RecordDetail {
  const { tier, item } = findItem(vault, id, 'record', { removed: true });
  const row = readRecord(tier, id);
  if (!row) throw notFound();
  const files = readFiles(tier, id);
  const cover = files.find((file) => file.id === row.coverFile);
  return {
    ...showRow(app, vault, listRowOf(item, row, cover), markStyleOf(vault)),
    fields: fieldsOfRecord(row, item.title),
    basis: item.basis,
    files: files.map((file) => showFile(app, tier, file)),
    project: linkedRefs(vault, id, 'PROJECT')[0] ?? null,
    people: linkedRefs(vault, id, 'PERSON'),
    archivedAt: row.archivedAt,
    retainUntil:
      row.year !== null && row.retention !== ''
        ? retainUntil(row.year, row.retention as 'Y' | 'D30' | 'D10')
        : null,
  };
}

function listRowOf(
  item: ItemRow,
  row: NonNullable<ReturnType<typeof readRecord>>,
  cover: FileWithBytes | undefined,
): RecordListRow {
  return {
    ...item,
    stage: row.stage,
    refCode: row.refCode,
    docDate: row.docDate,
    year: row.year,
    responsible: row.responsible,
    category: row.category,
    retention: row.retention,
    fileCount: row.fileCount,
    bytes: row.bytes,
    coverFile: row.coverFile,
    coverKind: cover?.kind ?? null,
    coverWidth: cover?.width ?? null,
    coverHeight: cover?.height ?? null,
    coverThumbnail: cover?.thumbnail ?? null,
  };
}

function showFile(app: App, tier: TierFile, file: FileWithBytes): RecordFile {
  return {
    id: file.id,
    name: file.name,
    role: file.role,
    position: file.position,
    sha256: file.sha256,
    size: file.size,
    mediaType: file.mediaType,
    kind: file.kind,
    width: file.width,
    height: file.height,
    takenAt: file.takenAt,
    camera: file.camera,
    gps: file.gps,
    durationMs: file.durationMs,
    pages: file.pages,
    problems: file.problems,
    thumbnail: file.thumbnail === null ? null : pictureAddress(app, tier, file.thumbnail),
    addedAt: file.addedAt,
  };
}

export type FileVariant = 'original' | 'thumbnail' | 'preview' | 'download';

/** Null where the file has no such picture. */
export function addressOf(
  app: App,
  tier: TierFile,
  file: FileWithBytes,
  variant: FileVariant,
): { address: string; mediaType: string; size: number } | null {
  if (variant === 'thumbnail' || variant === 'preview') {
    const blob = variant === 'thumbnail' ? file.thumbnail : (file.preview ?? null);
    const stored = blob === null ? null : readBlob(tier, blob);
    return stored
      ? { address: pictureAddress(app, tier, stored.no), mediaType: WEBP, size: stored.size }
      : null;
  }
  const inline = variant === 'original' && isServedInline(file.mediaType);
  const address = app.addresses.give({
    tier: tier.tier,
    blob: file.blob,
    mediaType: file.mediaType,
    inline,
    name: file.name,
  });
  return { address, mediaType: file.mediaType, size: file.size };
}

export function pictureAddress(app: App, tier: TierFile, blob: number): string {
  return app.addresses.give({ tier: tier.tier, blob, mediaType: WEBP, inline: true, name: 'picture.webp' });
}
