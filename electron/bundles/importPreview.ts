import { toRef } from '#db/items/queries.ts';
import { find } from '#db/tiers.ts';
import type { ImportItem, ImportPreview } from '#shared/bundles/receivedContract.ts';
import type { Json } from '#shared/canonical.ts';
import type { Id } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';
import type { OpenedFile } from './desk.ts';
import { type Candidate, compareAll, type RefusedItem } from './importCompare.ts';
import { signerOf } from './receive.ts';

/** What importing would do. The bundle must be one that may be imported. */
export function previewImport(vault: OpenVault, file: OpenedFile): ImportPreview {
  const { candidates, refused } = compareAll(vault, file.opened.items, senderOf(vault, file));
  const titles = new Map(candidates.map(({ id, json }) => [id, json.title]));
  const items = [
    ...candidates.map((each) => showCandidate(vault, each, titles)),
    ...refused.map((each) => showRefused(each)),
  ];
  const order = new Map(file.opened.items.map(({ id }, index) => [id, index]));
  items.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const counts: ImportPreview['counts'] = {
    CREATE: 0,
    UPDATE: 0,
    SAME: 0,
    CONFLICT: 0,
    PROPOSAL: 0,
    REFUSED: 0,
  };
  for (const { status } of items) counts[status] += 1;
  return {
    items,
    counts,
    nothingNew: items.every(({ status }) => status === 'SAME' || status === 'REFUSED'),
  };
}

/** Whose bundle it is. Only one that may be imported has a sender. */
export function senderOf(vault: OpenVault, file: OpenedFile): { vaultId: string } {
  const bundle = file.opened.report.bundle;
  if (!bundle || !signerOf(vault, file)) throw new Error('a bundle of nobody cannot be imported');
  return { vaultId: bundle.vault.id };
}

const LINK_FIELDS: ReadonlySet<string> = new Set(['projectId', 'peopleIds', 'unitId', 'leadId']);

function showCandidate(
  vault: OpenVault,
  { json, local, compared, unusable }: Candidate,
  titles: ReadonlyMap<Id, string>,
): ImportItem {
  const titleOf = (id: string) => find(vault.tiers, id)?.item.title ?? titles.get(id) ?? '';
  const shown = (field: string, value: Json | null): Json | null => {
    if (!LINK_FIELDS.has(field) || value === null) return value;
    return (Array.isArray(value) ? value : [value]).map((id) => titleOf(String(id)));
  };
  const { id, kind, title, level, files } = json;
  return {
    id,
    kind,
    title,
    level: level.code,
    mark: level.mark,
    status: compared.status,
    problems: [],
    local: local && toRef(local.item),
    fields: compared.fields
      .filter(({ change }) => change !== 'SAME')
      .map(({ field, change, ...values }) => ({
        field,
        change,
        base: shown(field, values.base),
        local: shown(field, values.local),
        theirs: shown(field, values.theirs),
      })),
    unusable,
    bytes: bytesOf(files),
  };
}

function showRefused({ json, problems, local }: RefusedItem): ImportItem {
  const { id, kind, title, level, files } = json;
  const shown = { id, kind, title, level: level.code, mark: level.mark, bytes: bytesOf(files) };
  return {
    ...shown,
    status: 'REFUSED',
    problems,
    local: local && toRef(local.item),
    fields: [],
    unusable: [],
  };
}

export function bytesOf(files: readonly { size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
