import { highestLevel, type Level } from '../confidentiality/levels.ts';
import { fileFolder, itemPath } from './bagParts.ts';
import { BundleError } from './bundleError.ts';
import type { BundlePlan, PlannedFile, PlannedItem } from './bundlePlan.ts';
import { ITEM_FORMAT_VERSION, type ItemJson, itemJsonSchema } from './itemJson.ts';
import { LIMITS } from './limits.ts';
import { safeName } from './names.ts';
import { utf8Length } from './text.ts';

export interface PlacedItem {
  path: string;
  json: { item: ItemJson; text: string };
  /** As planned, in the order of the item's files. */
  files: readonly PlannedFile[];
}

/**
 * The items of a plan as they will stand in the bag, their files named. Throws a BundleError (PLAN_INVALID): an item
 * against the schema, twice, with a link to an item that does not go along, or a level of the whole that is not the
 * highest of the parts.
 */
export function* placedItems(plan: BundlePlan): Generator<PlacedItem, void> {
  const items = new Set<string>();
  const links = new Map<string, string>();
  const levels = new Set<Level>();
  for (const planned of plan.items) {
    const placed = placeItem(planned);
    const { item } = placed.json;
    if (items.has(item.id)) throw invalid(placed.path, 'ITEM_TWICE');
    items.add(item.id);
    levels.add(item.level.code);
    for (const link of item.links) links.set(link.id, placed.path);
    yield placed;
  }
  for (const [target, from] of links) if (!items.has(target)) throw invalid(from, 'LINK_OUTSIDE', target);
  if (highestLevel(levels) !== plan.bundle.level.code)
    throw invalid('data/bundle.json', 'LEVEL_NOT_OF_ITEMS');
}

function placeItem(planned: PlannedItem): PlacedItem {
  const taken = new Set<string>();
  const files = planned.files.map((file) => ({
    ...file,
    path: `${fileFolder(planned.id)}${safeName(file.name, taken)}`,
    name: file.name.toWellFormed(),
  }));
  const path = itemPath(planned.kind, planned.id);
  const parsed = itemJsonSchema.safeParse({
    format: 'mengbu-item',
    version: ITEM_FORMAT_VERSION,
    critical: [],
    ...planned,
    files,
  });
  if (!parsed.success) throw invalid(path, 'JSON_FIELD', parsed.error.issues[0]?.path.join('.') ?? '');
  const text = `${JSON.stringify(parsed.data, null, 1)}\n`;
  if (utf8Length(text) > LIMITS.itemJsonBytes) throw invalid(path, 'JSON_TOO_LONG');
  return { path, json: { item: parsed.data, text }, files: planned.files };
}

function invalid(entry: string, rule: string, field = ''): BundleError {
  return new BundleError('PLAN_INVALID', { entry, rule, field });
}
