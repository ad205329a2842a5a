import { findByOrigin, readReceivedItem } from '#db/bundles/received.ts';
import { versionSentTo } from '#db/bundles/sent.ts';
import { type ItemContent, readContent } from '#db/items/content.ts';
import { linksFrom } from '#db/items/queries.ts';
import type { ItemRow, LinkRole } from '#db/items/schema.ts';
import { revisionText } from '#db/journal/queries.ts';
import type { TierFile } from '#db/open.ts';
import { all, find } from '#db/tiers.ts';
import type { ItemJson, LinkJson } from '#shared/bundles/itemJson.ts';
import { type Comparable, type ComparedItem, compareItem } from '#shared/bundles/preview.ts';
import type { Json } from '#shared/canonical.ts';
import { type Level, levelChange, TIERS, tierOf } from '#shared/confidentiality/levels.ts';
import { checkTerm, type Term } from '#shared/confidentiality/terms.ts';
import type { Problem } from '#shared/errors.ts';
import { type Id, newId } from '#shared/ids.ts';
import { markInText } from '#shared/records/importGuard.ts';
import type { OpenVault } from '../vault/session.ts';
import { storedFields, theirFields, theirFiles } from './importFields.ts';

/** An item of a bundle against what is here. */
export type Candidate = {
  json: ItemJson;
  /** The id it has here, or will have. */
  id: Id;
  owner: 'THEIRS' | 'OURS';
  local: { tier: TierFile; item: ItemRow } | null;
  compared: ComparedItem;
  theirs: Comparable;
  unusable: string[];
};
export type RefusedItem = {
  json: ItemJson;
  problems: Problem[];
  local: { tier: TierFile; item: ItemRow } | null;
};
export type Comparison = { candidates: Candidate[]; refused: RefusedItem[] };

export type Sender = { vaultId: string };

/** Compares every item of a bundle with the real vault. Nothing is written. */
export function compareAll(vault: OpenVault, items: readonly ItemJson[], sender: Sender): Comparison {
  const known = new Map<string, Known>(items.map((json) => [json.id, knownHere(vault, json, sender)]));
  const refused: RefusedItem[] = [];
  const usable = new Map<string, Known>();
  for (const json of items) {
    const here = known.get(json.id);
    const problems = here ? refusal(vault, json, here) : [];
    if (here && problems.length > 0) refused.push({ json, problems, local: here.local });
    else if (here) usable.set(json.id, here);
  }
  const candidates = items.flatMap((json) => {
    const here = usable.get(json.id);
    return here ? [candidateOf(vault, json, here, sender, usable)] : [];
  });
  return { candidates, refused };
}

type Known = {
  id: Id;
  owner: Candidate['owner'];
  local: Candidate['local'];
  /** It says it comes from a third vault, whose items only that vault may update. */
  relayed: boolean;
};

function knownHere(vault: OpenVault, json: ItemJson, sender: Sender): Known {
  if (json.origin?.vaultId === vault.file.id) {
    const local = find(vault.tiers, json.origin.itemId);
    return { id: json.origin.itemId, owner: 'OURS', local, relayed: false };
  }
  const relayed = json.origin !== null && json.origin.vaultId !== sender.vaultId;
  const third =
    relayed && json.origin ? findByOrigin(vault.tiers, json.origin.vaultId, json.origin.itemId) : null;
  if (third) return { id: third.item.id, owner: 'THEIRS', local: third, relayed: true };
  const local = findByOrigin(vault.tiers, sender.vaultId, json.id);
  return { id: local?.item.id ?? newId(), owner: 'THEIRS', local, relayed: false };
}

function refusal(vault: OpenVault, json: ItemJson, { owner, local, relayed }: Known): Problem[] {
  const { code, term } = json.level;
  if (owner === 'OURS' && !local) return [{ rule: 'IMPORT_OURS_NOT_THERE' }];
  if (local && local.item.kind !== json.kind) return [{ rule: 'IMPORT_OTHER_KIND' }];
  if (relayed) return [{ rule: 'IMPORT_ORIGIN_NOT_SENDER', params: { unit: json.origin?.unit ?? '' } }];
  if (!vault.tiers.has(tierOf(code))) return [{ rule: 'IMPORT_TIER_NOT_OPEN', params: { level: code } }];
  if (checkTerm(code, term as Term) !== null) return [{ rule: 'IMPORT_TERM_INVALID' }];
  if (!theirFields(json)) return [{ rule: 'IMPORT_TITLE_UNUSABLE' }];
  const mark = markInText([json.title, json.kind === 'record' ? json.fields.description : ''].join('\n'));
  if (mark) return [{ rule: mark, params: { where: 'text' } }];
  if (owner === 'OURS' || !local) return [];
  const received = readReceivedItem(local.tier, local.item.id);
  if (received && json.itemVersion < received.originVersion) return [{ rule: 'IMPORT_OLDER_THAN_KNOWN' }];
  const raised = levelChange(local.item.level, code) === 'UP' && tierOf(code) !== local.tier.tier;
  return raised && isAbove(tierOf(code), local.tier)
    ? [{ rule: 'IMPORT_LEVEL_RAISED', params: { level: code } }]
    : [];
}

function isAbove(tier: (typeof TIERS)[number], than: TierFile): boolean {
  return TIERS.indexOf(tier) > TIERS.indexOf(than.tier);
}

function candidateOf(
  vault: OpenVault,
  json: ItemJson,
  { id, owner, local }: Known,
  sender: Sender,
  usable: ReadonlyMap<string, Known>,
): Candidate {
  const there = local?.item.state === 'ACTIVE' ? local : null;
  const now = there ? readContent(there.tier, id) : null;
  const own = theirFields(json) ?? { fields: {}, unusable: [] };
  const stored = now && { ...storedFields(now), ...linkFields(vault, id, now.kind) };
  const theirs: Record<string, Json> = { ...own.fields, ...theirLinks(json, usable, stored) };
  if (json.kind === 'record')
    theirs.files = theirFiles(json, new Set(now?.files.map(({ sha256 }) => sha256)));
  // A receiver may raise a level or a flag, never lower it: only what goes up is compared.
  if (json.personalInfo) theirs.personalInfo = true;
  if (owner === 'THEIRS' && raises(json, there?.item.level ?? null)) {
    theirs.level = { level: json.level.code, term: json.level.term };
  }
  const base = there ? baseOf(vault, there, owner, sender) : null;
  const compared = compareItem({ base, local: stored, theirs }, owner);
  return { json, id, owner, local, compared, theirs, unusable: own.unusable };
}

/** What both sides started from: of theirs what they last sent, of ours the version this partner was last sent. */
function baseOf(
  vault: OpenVault,
  { tier, item }: { tier: TierFile; item: ItemRow },
  owner: Candidate['owner'],
  sender: Sender,
): Comparable | null {
  if (owner === 'THEIRS') return readReceivedItem(tier, item.id)?.base ?? null;
  const version = versionSentTo(vault.tiers, item.id, sender.vaultId);
  const text = version === null ? null : revisionText(tier, item.id, version);
  return text === null ? null : storedFields(JSON.parse(text) as ItemContent);
}

function raises(json: ItemJson, here: Level | null): boolean {
  return here === null || levelChange(here, json.level.code) === 'UP';
}

const FIELD_OF_REL: Record<LinkJson['rel'], string> = {
  project: 'projectId',
  person: 'peopleIds',
  unit: 'unitId',
  lead: 'leadId',
};

/**
 * Their links by the ids the items have here. A bundle names only items that are in it, so a link that is not named is not
 * taken away: people are added to those that are here.
 */
function theirLinks(
  json: ItemJson,
  usable: ReadonlyMap<string, Known>,
  stored: Comparable | null,
): Record<string, Json> {
  const fields: Record<string, Json> = {};
  for (const { rel, id } of json.links) {
    const target = usable.get(id);
    if (!target) continue;
    const field = FIELD_OF_REL[rel];
    if (rel !== 'person') fields[field] = target.id;
    else {
      const before = fields[field] ?? stored?.[field] ?? [];
      fields[field] = [...new Set([...(before as string[]), target.id])].sort();
    }
  }
  return fields;
}

export function linkFields(vault: OpenVault, id: Id, kind: ItemContent['kind']): Record<string, Json> {
  const links = all(vault.tiers, (tier) => linksFrom(tier, id));
  const of = (role: LinkRole) => links.filter((link) => link.role === role).map(({ toId }) => toId);
  if (kind === 'record') return { projectId: of('PROJECT')[0] ?? null, peopleIds: of('PERSON').sort() };
  return kind === 'project' ? { leadId: of('UNIT')[0] ?? null } : { unitId: of('UNIT')[0] ?? null };
}
