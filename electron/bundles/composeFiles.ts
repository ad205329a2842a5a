import { createHash } from 'node:crypto';
import type { TierFile } from '#db/open.ts';
import { type FileWithBytes, readBlob, readFiles } from '#db/records/queries.ts';
import type { PlannedFile } from '#shared/bundles/bundlePlan.ts';
import type { ImagePolicy } from '#shared/bundles/contract.ts';
import type { Id } from '#shared/ids.ts';
import { type FileSource, pieces } from '../files/source.ts';
import { stripLocation } from '../files/stripLocation.ts';
import type { OpenVault } from '../vault/session.ts';
import { deskOf } from './desk.ts';

const PIECE = 4 << 20;

/** A file that goes: what the bundle says of it, and how its bytes are had. */
export type GoingFile = { planned: PlannedFile; tier: TierFile; blob: number; strip: boolean };
export type StayingFile = { name: string; reason: string };

/** The files of a record as they would leave under this policy. Which cannot be cleaned stay, with the reason. */
export async function filesToSend(
  vault: OpenVault,
  tier: TierFile,
  itemId: Id,
  policy: ImagePolicy,
): Promise<{ going: GoingFile[]; staying: StayingFile[] }> {
  const going: GoingFile[] = [];
  const staying: StayingFile[] = [];
  for (const file of readFiles(tier, itemId)) {
    const strip = policy === 'STRIP_LOCATION' && (file.kind === 'image' || file.kind === 'video');
    const cleaned = strip ? await cleanedFacts(vault, tier, file) : null;
    if (cleaned && 'reason' in cleaned) {
      staying.push({ name: file.name, reason: cleaned.reason });
      continue;
    }
    const facts = cleaned ?? { size: file.size, sha256: file.sha256 };
    const changed = facts.sha256 !== file.sha256;
    const { id, name, mediaType, role, position } = file;
    const planned = {
      id,
      name,
      mediaType,
      role,
      position,
      ...facts,
      strippedFrom: changed ? file.sha256 : null,
    };
    going.push({ planned, tier, blob: file.blob, strip: strip && changed });
  }
  return { going, staying };
}

/** The bytes of a file as planned, from start to end. */
export async function* bytesToSend(
  vault: OpenVault,
  { tier, blob, strip, planned }: GoingFile,
): AsyncGenerator<Uint8Array> {
  const source = storedSource(vault, tier, blob);
  if (!strip) {
    yield* pieces(source, PIECE);
    return;
  }
  const result = await stripLocation(source, planned.mediaType);
  if (!result.cleaned) throw new Error(`a file that could be cleaned cannot be any more: ${result.reason}`);
  yield* pieces(result.copy, PIECE);
}

/** Bytes in the vault as a file's; a long read gives others their turn. */
export function storedSource(vault: OpenVault, tier: TierFile, blob: number): FileSource {
  const row = readBlob(tier, blob);
  if (!row) throw new Error(`blob ${blob} has no row in ${tier.tier}`);
  return {
    size: row.size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, row.size - offset));
      if (wanted <= PIECE) {
        const bytes = vault.store.read(tier.tier, row, offset, wanted);
        await new Promise(setImmediate);
        return bytes;
      }
      const whole = new Uint8Array(wanted);
      for (let at = 0; at < wanted; at += PIECE) {
        whole.set(vault.store.read(tier.tier, row, offset + at, Math.min(PIECE, wanted - at)), at);
        await new Promise(setImmediate);
      }
      return whole;
    },
  };
}

async function cleanedFacts(
  vault: OpenVault,
  tier: TierFile,
  file: FileWithBytes,
): Promise<{ size: number; sha256: string } | { reason: string }> {
  const { stripped } = deskOf(vault);
  const key = `${tier.tier}/${file.blob}`;
  const known = stripped.get(key);
  if (known) return known;
  const result = await stripLocation(storedSource(vault, tier, file.blob), file.mediaType);
  const facts = result.cleaned ? await factsOf(result.copy) : { reason: result.reason };
  stripped.set(key, facts);
  return facts;
}

async function factsOf(source: FileSource): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  for await (const piece of pieces(source, PIECE)) hash.update(piece);
  return { size: source.size, sha256: hash.digest('hex') };
}
