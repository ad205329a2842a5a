import { canonicalJson, type Json } from '#shared/canonical.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { LinkRole } from './schema.ts';

/** The whole stored state of an item: what a revision keeps and the journal commits to. */
export type ItemContent = {
  kind: ItemKind;
  title: string;
  level: string;
  term: string | null;
  levelFrom: string | null;
  basis: string;
  personalInfo: boolean;
  state: string;
  fields: { readonly [field: string]: Json };
  links: readonly { role: LinkRole; to: string }[];
  files: readonly { id: string; name: string; role: string; sha256: string; size: number }[];
};

/** Fields of each kind beyond the spine, by column. The order does not matter: the text is canonical. */
const FIELDS: Record<ItemKind, { table: string; columns: readonly string[] } | null> = {
  record: {
    table: 'record',
    columns: [
      'stage',
      'ref_code',
      'doc_date',
      'year',
      'responsible',
      'doc_no',
      'category',
      'subcategory',
      'retention',
      'dept',
      'original_form',
      'original_place',
      'place',
      'description',
      'keywords',
      'language',
    ],
  },
  person: { table: 'person', columns: ['position', 'phone', 'email', 'note'] },
  unit: { table: 'unit', columns: ['short_name', 'role', 'note'] },
  project: { table: 'project', columns: ['code', 'started_on', 'ended_on', 'note'] },
  agreement: {
    table: 'agreement',
    columns: ['type', 'unit_name', 'signed_on', 'valid_from', 'valid_to', 'confidentiality', 'note'],
  },
  contact: { table: 'contact', columns: ['card', 'fingerprint', 'verified_at'] },
};

export function contentOf(tier: TierFile, id: Id): string {
  return canonicalJson(readContent(tier, id));
}

export function readContent(tier: TierFile, id: Id): ItemContent {
  const spine = prepared(
    tier,
    `select kind, title, level, term, level_from as levelFrom, basis, personal_info as personalInfo, state from item where id = ?`,
  ).get(id) as Omit<ItemContent, 'personalInfo' | 'fields' | 'links' | 'files'> & { personalInfo: number };
  return {
    ...spine,
    personalInfo: spine.personalInfo === 1,
    fields: readFields(tier, spine.kind, id),
    links: prepared(
      tier,
      'select role, to_id as "to" from link where from_id = ? order by role, position, to_id',
    ).all(id) as ItemContent['links'],
    files: spine.kind === 'record' ? readFiles(tier, id) : [],
  };
}

/** Nouns with fields of their own; used by undo to write back what {@link readContent} read. */
export function fieldsOf(kind: ItemKind): { table: string; columns: readonly string[] } | null {
  return FIELDS[kind];
}

function readFields(tier: TierFile, kind: ItemKind, id: Id): ItemContent['fields'] {
  const own = FIELDS[kind];
  if (!own) return {};
  const row = prepared(tier, `select ${own.columns.join(', ')} from ${own.table} where id = ?`).get(id);
  return (row ?? {}) as ItemContent['fields'];
}

function readFiles(tier: TierFile, id: Id): ItemContent['files'] {
  return prepared(
    tier,
    `select f.id, f.name, f.role, b.sha256, b.size from file f join blob b on b.no = f.blob
     where f.item_id = ? and f.removed_at is null order by f.position, f.id`,
  ).all(id) as ItemContent['files'];
}
