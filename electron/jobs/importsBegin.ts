import { realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TierFile } from '#db/open.ts';
import { insertImportRows, type NewImportRow } from '#db/records/importRows.ts';
import { lastPosition } from '#db/records/importsQueries.ts';
import { addEntries, type FoundEntry, insertImport, type Place } from '#db/records/importsWrites.ts';
import { newId } from '#shared/ids.ts';
import type { ImportPlan } from '#shared/records/importsContract.ts';
import { invalid } from '../api/errors.ts';
import type { OpenVault } from '../vault/session.ts';
import { codeOf } from './importsFaults.ts';
import { fileEntry, look } from './importsListing.ts';
import { isWithin, nameOf, readableName } from './importsPaths.ts';

const AT_ONCE = 64;

/** What an import follows that goes by a 归档目录. */
export type CatalogueRows = { rows: readonly NewImportRow[]; claimedTwice: readonly string[] };

/**
 * Writes down an import and what was picked for it. A link that was picked itself is followed: that is what the person meant.
 * @throws INVALID for a place that is not there or lies in the vault itself
 */
export async function recordImport(
  vault: OpenVault,
  tier: TierFile,
  plan: ImportPlan,
  picked: readonly string[],
  catalogue: CatalogueRows | null = null,
): Promise<string> {
  const id = newId();
  const own = await realpath(vault.folder, { encoding: 'buffer' });
  const places: Place[] = [];
  for (const path of picked) places.push(await placeOf(path, own));
  insertImport(
    tier,
    {
      id,
      state: 'LISTING',
      plan,
      title: plan.title || titleOf(places),
      source: places.length > 0 ? 'PLACES' : 'UPLOADS',
      problems: [],
      startedAt: vault.writer.now(),
      endedAt: null,
      actorId: vault.me.id,
      recordId: plan.recordId,
      recordVersion: null,
    },
    places,
  );
  if (catalogue) insertImportRows(tier, id, catalogue.rows, catalogue.claimedTwice);
  await addPickedFiles(
    tier,
    id,
    places.filter(({ kind }) => kind === 'file'),
  );
  return id;
}

async function placeOf(path: string, own: Buffer): Promise<Place> {
  const name = basename(path);
  try {
    const source = await realpath(path, { encoding: 'buffer' });
    const kind = (await stat(path)).isDirectory() ? 'folder' : 'file';
    if (isWithin(source, own)) throw invalid({ rule: 'VAULT_ITSELF', field: 'places', file: name });
    return { path: readableName(Buffer.from(name || path)), source, kind };
  } catch (error) {
    const code = codeOf(error);
    if (!/^E[A-Z]+$/.test(code)) throw error;
    throw invalid({ rule: 'PLACE_UNREACHABLE', field: 'places', file: name, params: { code } });
  }
}

async function addPickedFiles(tier: TierFile, importId: string, files: readonly Place[]): Promise<void> {
  let position = lastPosition(tier, importId);
  const takePosition = () => {
    position += 1;
    return position;
  };
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const found: FoundEntry[] = [];
    for (const place of files.slice(at, at + AT_ONCE)) {
      found.push(fileEntry({ takePosition }, place, await look(place.source)));
    }
    addEntries(tier, importId, found);
  }
}

function titleOf(places: readonly Place[]): string {
  return nameOf(places[0]?.path ?? '');
}
