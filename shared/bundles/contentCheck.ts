import { highestLevel, type Level } from '../confidentiality/levels.ts';
import type { BagFindings } from './bagFindings.ts';
import type { BagHead } from './bagHead.ts';
import { BUNDLE_JSON, fileFolder, INDEX_HTML, isItemPath, JOURNAL } from './bagParts.ts';
import type { FileFacts } from './inspectBag.ts';
import type { FileJson, ItemJson } from './itemJson.ts';
import { journalCheck } from './journalLine.ts';

/**
 * Whether the items of a bundle fit together: each once, files where they say and with the bytes they say, links only inside,
 * the level of the whole the highest of the parts, counts right, journal chains unbroken.
 */
export interface ContentCheck {
  item(item: ItemJson): void;
  journalLine(line: string): void;
  /** Once all files are read; `complete` is false where the reading broke off. */
  end(files: ReadonlyMap<string, FileFacts>, complete: boolean): void;
  items(): number;
}

export function contentCheck({ bundle, manifests }: BagHead, findings: BagFindings): ContentCheck {
  const items = new Set<string>();
  const links = new Map<string, string>();
  const claimed = new Map<string, number>();
  const levels = new Set<Level>();
  const journal = journalCheck();
  const heads = new Map<string, { head: string; entries: number }>();
  const listed = manifests.get('sha256');

  function item(item: ItemJson): void {
    const key = `${item.kind}/${item.id}`;
    if (items.has(item.id)) findings.problem('ITEM_TWICE', key);
    items.add(item.id);
    levels.add(item.level.code);
    for (const link of item.links) links.set(link.id, key);
    if (item.journal !== null) heads.set(item.id, item.journal);
    for (const file of item.files) claim(file, item);
  }

  function claim(file: FileJson, { id }: ItemJson): void {
    const inPlace = file.path.startsWith(fileFolder(id)) && listed?.get(file.path) === file.sha256;
    if (!inPlace || claimed.has(file.path)) findings.problem('ITEM_FILE', file.path);
    claimed.set(file.path, file.size);
  }

  function end(files: ReadonlyMap<string, FileFacts>, complete: boolean): void {
    if (bundle === null || !complete) return;
    for (const [target, from] of links)
      if (!items.has(target)) findings.problem('LINK_OUTSIDE', from, target);
    for (const [path, { size }] of files) {
      if (path.startsWith('data/files/') && claimed.get(path) !== size) findings.problem('ITEM_FILE', path);
      if (!isKnownPlace(path)) findings.warning('UNKNOWN_PLACE', path);
    }
    if (highestLevel(levels) !== bundle.level.code) findings.problem('LEVEL_NOT_OF_ITEMS', BUNDLE_JSON);
    const bytes = [...claimed.values()].reduce((sum, size) => sum + size, 0);
    const { counts } = bundle;
    if (counts.items !== items.size || counts.files !== claimed.size || counts.bytes !== bytes)
      findings.problem('COUNTS', BUNDLE_JSON);
    const fault = journal.end(heads);
    if (fault !== null) findings.problem(fault, JOURNAL);
  }

  return { item, journalLine: journal.line, end, items: () => items.size };
}

function isKnownPlace(path: string): boolean {
  const fixed = path === BUNDLE_JSON || path === INDEX_HTML || path === JOURNAL;
  return fixed || isItemPath(path) || path.startsWith('data/files/') || path.startsWith('data/schema/');
}
