import { linksFrom, toHead } from '#db/items/queries.ts';
import type { ItemRow, JournalRow, LinkRole } from '#db/items/schema.ts';
import { itemJournal } from '#db/journal/queries.ts';
import { readUnit } from '#db/members/queries.ts';
import type { TierFile } from '#db/open.ts';
import { readPerson } from '#db/people/queries.ts';
import { readProject } from '#db/projects/queries.ts';
import { fieldsOfRecord, readRecord } from '#db/records/queries.ts';
import { all } from '#db/tiers.ts';
import { readSettings } from '#db/vault/queries.ts';
import type { PlannedItem } from '#shared/bundles/bundlePlan.ts';
import { itemKindSchema as bundleKindSchema } from '#shared/bundles/formatParts.ts';
import type { LinkJson } from '#shared/bundles/itemJson.ts';
import type { JournalLine } from '#shared/bundles/journalLine.ts';
import type { Id } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';
import type { Going } from './composeDryRun.ts';

/** An item as it stands in the bundle, with the entries of its own chain. */
export type WrittenItem = { item: PlannedItem; journal: JournalLine[] };

/**
 * The items as they leave. Links only to items of the same bundle; no users, notes, basis, revisions or reasons of decisions:
 * those are the secretariat's own.
 */
export function writtenItems(vault: OpenVault, goes: readonly Going[]): WrittenItem[] {
  const inBundle = new Set(goes.map(({ item }) => item.id));
  return goes.map((going) => {
    const links = linksOf(vault, going.item, inBundle);
    const planned = plannedItem(vault, going, links.inside);
    const withheld = links.outside || going.item.basis !== '' || hasOwnParts(going.tier, going.item);
    const journal = journalLines(going, withheld);
    const last = journal.at(-1);
    return {
      item: { ...planned, journal: last ? { head: last.hash, entries: journal.length } : null },
      journal,
    };
  });
}

function plannedItem(vault: OpenVault, { tier, item, files, draft }: Going, links: LinkJson[]): PlannedItem {
  const { shortName, markSeparator } = readSettings(vault.register);
  const { mark, levelExpiry } = toHead(item, { owner: shortName, separator: markSeparator });
  const envelope = {
    id: item.id,
    title: item.title,
    itemVersion: item.version,
    updatedAt: new Date(item.updatedAt).toISOString(),
    level: { code: item.level, term: item.term, mark, expires: levelExpiry },
    personalInfo: Boolean(item.personalInfo),
    files: files.map(({ planned }) => planned),
    links,
    origin:
      item.originVault === null || item.originId === null
        ? null
        : { vaultId: item.originVault, itemId: item.originId, unit: item.originUnit ?? '' },
    journal: null,
  };
  return { ...envelope, ...ownPart(tier, item, draft) };
}

type OwnPart = PlannedItem extends infer Item
  ? Item extends { kind: infer Kind; fields: infer Fields }
    ? Item extends { state: infer State; refCode: infer Code }
      ? { kind: Kind; fields: Fields; state: State; refCode: Code }
      : { kind: Kind; fields: Fields }
    : never
  : never;

function ownPart(tier: TierFile, item: ItemRow, draft: boolean): OwnPart {
  if (item.kind === 'person') {
    // What the format has no field for stays here with the note.
    const { position, phone, email } = readPerson(tier, item.id);
    return { kind: 'person', fields: { position, phone, email, note: '' } };
  }
  if (item.kind === 'unit') {
    const { shortName, role } = readUnit(tier, item.id);
    return { kind: 'unit', fields: { shortName, role, note: '' } };
  }
  if (item.kind === 'project') {
    const { code, startedOn, endedOn } = readProject(tier, item.id);
    return { kind: 'project', fields: { code, startedOn, endedOn, note: '' } };
  }
  const record = readRecord(tier, item.id);
  if (!record) throw new Error(`${item.id} has no record`);
  const { title: _, ...fields } = fieldsOfRecord(record, item.title);
  return { kind: 'record', state: draft ? 'DRAFT' : 'ARCHIVED', refCode: record.refCode, fields };
}

/** The relations the format knows. */
const RELATIONS: Readonly<Partial<Record<LinkRole, 'project' | 'person'>>> = {
  PROJECT: 'project',
  PERSON: 'person',
};

function linksOf(
  vault: OpenVault,
  item: ItemRow,
  inBundle: ReadonlySet<Id>,
): { inside: LinkJson[]; outside: boolean } {
  const links = all(vault.tiers, (tier) => linksFrom(tier, item.id));
  const inside = links.flatMap(({ role, toId, toKind }): LinkJson[] => {
    const rel = role === 'UNIT' ? (item.kind === 'project' ? 'lead' : 'unit') : RELATIONS[role];
    const kind = bundleKindSchema.safeParse(toKind);
    // What links to kinds that stay here stays here too.
    if (!inBundle.has(toId) || !kind.success || rel === undefined) return [];
    return [{ rel, kind: kind.data, id: toId }];
  });
  return { inside, outside: inside.length < links.length };
}

/**
 * Whether something of the item stays here. Of a unit that is all beyond its names: code, contact, look-ups, membership; of a
 * person what the format has no field for.
 */
function hasOwnParts(tier: TierFile, item: ItemRow): boolean {
  if (item.kind === 'unit') return true;
  if (item.kind === 'person') {
    const { position: _, phone: __, email: ___, ...kept } = readPerson(tier, item.id);
    return Object.values(kept).some((value) => value !== '');
  }
  return item.kind === 'project' && readProject(tier, item.id).note !== '';
}

/**
 * The chain with actors by role only and contents as commitments. The salt of the present version goes along only where all of
 * its content does: beside a withheld part it would let a receiver try guesses of that part.
 */
function journalLines({ tier, item }: Going, withheld: boolean): JournalLine[] {
  const entries = itemJournal(tier, item.id);
  return entries.map((entry, index): JournalLine => {
    const present = entry.itemVersion === item.version && entry.contentSalt !== null && !withheld;
    return {
      item: item.id,
      entry: index + 1,
      at: new Date(entry.at).toISOString(),
      verb: entry.verb,
      role: entry.role,
      actor: hex(entry.actorCommit),
      content: hex(entry.contentCommit),
      previous: previousOf(entry),
      hash: hex(entry.itemHash),
      ...(present && entry.contentSalt ? { salt: hex(entry.contentSalt) } : {}),
    };
  });
}

function previousOf({ itemPrev }: JournalRow): string | null {
  return itemPrev === null ? null : hex(itemPrev);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
