import { readItem } from '#db/items/queries.ts';
import type { TierFile } from '#db/open.ts';
import { pageOfRecords } from '#db/records/listing.ts';
import { type FileWithBytes, readFiles, readRecord } from '#db/records/queries.ts';
import { find, inOrder } from '#db/tiers.ts';
import { TIERS, type Tier, tierOf } from '#shared/confidentiality/levels.ts';
import { type Citation, citationState } from '#shared/records/citation.ts';
import type { CitableRecord, ShownCitation } from '#shared/records/citationsContract.ts';
import type { App } from '../app.ts';
import type { OpenVault } from '../vault/session.ts';
import { invalid } from './errors.ts';
import { unlocked } from './procedure.ts';
import { pictureAddress } from './recordView.ts';

/** Records without files are skipped; so many pages are looked through for those with some. */
const MOST_LOOKED_AT = 500;

export const citations = {
  resolve: unlocked.citations.resolve.handler(({ context: { vault }, input }) =>
    input.citations.map((citation) => showCitation(vault, citation)),
  ),

  find: unlocked.citations.find.handler(({ context: { app, vault }, input }) => {
    const tiers = new Map([...vault.tiers].filter(([tier]) => !isAbove(tier, tierOf(input.level))));
    const text = input.text.trim();
    const found: CitableRecord[] = [];
    let after: Parameters<typeof pageOfRecords>[3] = null;
    for (let looked = 0; found.length < input.limit && looked < MOST_LOOKED_AT; looked += 50) {
      const order = { by: 'updated', direction: 'desc' } as const;
      const page = pageOfRecords(tiers, text === '' ? {} : { text }, order, after, 50);
      for (const row of page.rows) {
        const tier = tiers.get(tierOf(row.level));
        if (tier && row.fileCount > 0) found.push(showCitable(app, tier, row));
      }
      if (page.after === null) break;
      after = page.after;
    }
    return found.slice(0, input.limit);
  }),
};

/** What a citation points to today, as far as this session sees. */
export function showCitation(vault: OpenVault, citation: Citation): ShownCitation {
  const found = find(vault.tiers, citation.recordId);
  if (found?.item.kind !== 'record') {
    const removed = inOrder(vault.tiers).some(
      (tier) => readItem(tier, citation.recordId)?.state === 'REMOVED',
    );
    const state = citationState(citation, null, { removed, everyTierOpen: isEveryTierOpen(vault) });
    return { ...citation, state, recordTitle: null, refCode: null, fileName: null, level: null };
  }
  const { tier, item } = found;
  const files = readFiles(tier, item.id);
  return {
    ...citation,
    state: citationState(
      citation,
      files.map(({ sha256 }) => sha256),
      { removed: false, everyTierOpen: true },
    ),
    recordTitle: item.title,
    refCode: readRecord(tier, item.id)?.refCode ?? null,
    fileName: fileNameOf(files, citation),
    level: item.level,
  };
}

/**
 * Citations that an item of this tier is about to keep: the record must be there, hold the bytes, and not be more
 * confidential than the item. One that stands as it is (`kept`) may be stale, but not be made anew.
 *
 * @throws INVALID at `field`
 */
export function assertCitation(
  vault: OpenVault,
  tier: TierFile,
  citation: Citation | null,
  field: string,
  kept: readonly (Citation | null)[] = [],
): void {
  if (citation === null) return;
  if (kept.some((each) => each?.recordId === citation.recordId && each.sha256 === citation.sha256)) return;
  const found = find(vault.tiers, citation.recordId);
  if (found?.item.kind !== 'record') throw invalid({ rule: 'CITED_RECORD_MISSING', field });
  if (isAbove(found.tier.tier, tier.tier)) {
    throw invalid({ rule: 'CITED_RECORD_MORE_CONFIDENTIAL', field, params: { title: found.item.title } });
  }
  const holds = readFiles(found.tier, citation.recordId).some(({ sha256 }) => sha256 === citation.sha256);
  if (!holds) throw invalid({ rule: 'CITED_FILE_MISSING', field, params: { title: found.item.title } });
}

/** Whether nothing of the vault is hidden from this session. */
export function isEveryTierOpen(vault: OpenVault): boolean {
  return TIERS.every((tier) => vault.tiers.has(tier));
}

function showCitable(
  app: App,
  tier: TierFile,
  row: Pick<CitableRecord, 'id' | 'title' | 'level' | 'refCode' | 'docDate'>,
): CitableRecord {
  const { id, title, level, refCode, docDate } = row;
  const files = readFiles(tier, id).map((file) => ({
    id: file.id,
    name: file.name,
    sha256: file.sha256,
    kind: file.kind,
    size: file.size,
    thumbnail: file.thumbnail === null ? null : pictureAddress(app, tier, file.thumbnail),
  }));
  return { id, title, level, refCode, docDate, files };
}

function fileNameOf(files: readonly FileWithBytes[], { fileId, sha256 }: Citation): string | null {
  const named = files.find(({ id }) => id === fileId) ?? files.find((file) => file.sha256 === sha256);
  return named?.name ?? null;
}

function isAbove(tier: Tier, other: Tier): boolean {
  return TIERS.indexOf(tier) > TIERS.indexOf(other);
}
