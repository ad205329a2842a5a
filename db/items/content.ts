import { canonicalJson, type Json } from '#shared/canonical.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { LinkRole } from './schema.ts';
import { SHAPES } from './shapes.ts';

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
  /** By column; rows of its own under the names of their child shapes. */
  fields: { readonly [field: string]: Json };
  links: readonly { role: LinkRole; to: string }[];
  files: readonly { id: string; name: string; role: string; sha256: string; size: number }[];
};

export function contentOf(tier: TierFile, id: Id): string {
  return canonicalJson(readContent(tier, id));
}

/**
 * Whether an item still is what its last revision says. A column or a table of rows that came with a later version of the program
 * is absent in the revision, and null or empty in the item: that is no change. Such columns are therefore nullable.
 */
export function isSameContent(revision: string, present: string): boolean {
  return revision === present || withoutBlanks(revision) === withoutBlanks(present);
}

function withoutBlanks(content: string): string {
  return canonicalJson(JSON.parse(content, (_, value) => (isBlank(value) ? undefined : value)) as Json);
}

function isBlank(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
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

function readFields(tier: TierFile, kind: ItemKind, id: Id): ItemContent['fields'] {
  const { table, columns, children = [] } = SHAPES[kind];
  const row = prepared(tier, `select ${columns.join(', ')} from ${table} where id = ?`).get(id);
  const rows = children.map((child) => [
    child.name,
    prepared(
      tier,
      `select id, ${child.columns.join(', ')} from ${child.table} where ${child.owner} = ? order by ${child.order}`,
    ).all(id),
  ]);
  return { ...(row ?? {}), ...Object.fromEntries(rows) } as ItemContent['fields'];
}

function readFiles(tier: TierFile, id: Id): ItemContent['files'] {
  return prepared(
    tier,
    `select f.id, f.name, f.role, b.sha256, b.size from file f join blob b on b.no = f.blob
     where f.item_id = ? and f.removed_at is null order by f.position, f.id`,
  ).all(id) as ItemContent['files'];
}
