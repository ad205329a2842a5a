import type { ItemContent } from '#db/items/content.ts';
import type { JournalRow } from '#db/items/schema.ts';
import { isUndoableVerb, undoable, writeBack } from '#db/items/undo.ts';
import { entriesOfDeed, itemJournal, revisionText } from '#db/journal/queries.ts';
import type { TierFile } from '#db/open.ts';
import { inOrder } from '#db/tiers.ts';
import { readUser } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import type { HistoryEntry } from '#shared/records/contract.ts';
import type { OpenVault } from '../vault/session.ts';
import { conflict, notFound } from './errors.ts';
import { findItem } from './items.ts';
import { assertStillAlone } from './onlyOne.ts';
import { unlocked } from './procedure.ts';
import { refOf } from './shown.ts';

export const history = {
  history: unlocked.records.history.handler(({ context: { vault }, input }) => {
    const { tier, item } = findItem(vault, input.id, 'record', { removed: true });
    return itemJournal(tier, input.id)
      .map((entry) => showEntry(vault, tier, entry, item.version))
      .reverse();
  }),

  undo: unlocked.records.undo.handler(({ context: { vault }, input }) => {
    const ids: string[] = [];
    for (const deed of input.undo) {
      const tier = inOrder(vault.tiers).find((each) => entriesOfDeed(each, deed).length > 0);
      if (!tier) throw notFound();
      const items = undoable(vault.tiers, tier, deed);
      if (typeof items === 'string') throw conflict({ rule: items });
      write(tier, vault.writer, { verb: `${verbNoun(tier, deed)}.undo` }, (tx) => {
        for (const { itemId, version } of items) {
          writeBack(tx, itemId, version);
          assertStillAlone(vault, tier, itemId);
        }
      });
      ids.push(...items.map(({ itemId }) => itemId));
    }
    return { ids };
  }),
};

function verbNoun(tier: TierFile, deed: string): string {
  return entriesOfDeed(tier, deed)[0]?.verb.split('.')[0] ?? 'record';
}

function showEntry(vault: OpenVault, tier: TierFile, entry: JournalRow, present: number): HistoryEntry {
  const version = entry.itemVersion ?? 0;
  const itemId = entry.itemId ?? '';
  const after = contentAt(tier, itemId, version);
  const before = contentAt(tier, itemId, version - 1);
  return {
    deed: entry.deed,
    at: entry.at,
    verb: entry.verb,
    actor: entry.actorId ? (readUser(vault.register, entry.actorId)?.name ?? '') : '',
    version,
    changes: after && before ? differences(vault, before, after) : [],
    reason: entry.reason,
    undoable: version > 1 && version === present && isUndoableVerb(entry.verb),
  };
}

function contentAt(tier: TierFile, itemId: string, version: number): ItemContent | null {
  const text = revisionText(tier, itemId, version);
  return text === null ? null : (JSON.parse(text) as ItemContent);
}

function differences(vault: OpenVault, before: ItemContent, after: ItemContent): HistoryEntry['changes'] {
  const a = flat(vault, before);
  const b = flat(vault, after);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))
    .map((field) => ({ field, before: a[field] ?? null, after: b[field] ?? null }));
}

/** One level of names, as the screens call the fields; links and files as what people read. */
function flat(vault: OpenVault, content: ItemContent): Record<string, unknown> {
  const { fields, links, files, ...spine } = content;
  const titles = (role: string) =>
    links.filter((link) => link.role === role).map((link) => refOf(vault.tiers, link.to)?.title ?? '—');
  const own = Object.entries(fields).map(([column, value]) => [
    camel(column),
    column === 'keywords' ? JSON.parse(String(value)) : value,
  ]);
  return {
    ...spine,
    ...Object.fromEntries(own),
    project: titles('PROJECT'),
    people: titles('PERSON'),
    files: files.map(({ name, role }) => ({ name, role })),
  };
}

function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
