import type { ItemContent } from '#db/items/content.ts';
import type { ItemJson, RecordJson } from '#shared/bundles/itemJson.ts';
import type { Comparable } from '#shared/bundles/preview.ts';
import type { Json } from '#shared/canonical.ts';
import { unitFieldsSchema } from '#shared/members/unit.ts';
import { personFieldsSchema } from '#shared/people/person.ts';
import { projectFieldsSchema } from '#shared/projects/project.ts';
import { recordFieldsSchema } from '#shared/records/recordFields.ts';

/** Theirs by the names of our fields; what has no place here is named instead of being bent into shape. */
export type TheirFields = { fields: Record<string, Json>; unusable: string[] };

const PERSON = personFieldsSchema.pick({ position: true, phone: true, email: true }).shape;
const UNIT = unitFieldsSchema.pick({ shortName: true, role: true }).shape;
const PROJECT = projectFieldsSchema.pick({ code: true, startedOn: true, endedOn: true }).shape;
const { title: RECORD_TITLE, ...RECORD } = recordFieldsSchema.shape;
const TITLES = {
  record: RECORD_TITLE,
  person: personFieldsSchema.shape.name,
  unit: unitFieldsSchema.shape.name,
  project: projectFieldsSchema.shape.name,
};

/** null: its very title has no place here. Files, links and levels are compared apart. */
export function theirFields(item: ItemJson): TheirFields | null {
  const title = TITLES[item.kind].safeParse(item.title);
  if (!title.success) return null;
  const shape = { record: RECORD, person: PERSON, unit: UNIT, project: PROJECT }[item.kind];
  const fields: Record<string, Json> = { title: title.data };
  const unusable: string[] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const value = schema.safeParse((item.fields as Record<string, unknown>)[name]);
    if (value.success) fields[name] = value.data as Json;
    else unusable.push(name);
  }
  return { fields, unusable };
}

/** The files as they are compared: what they are called, what they are for, and their bytes. */
export function theirFiles(item: RecordJson, known: ReadonlySet<string>): Json {
  return byPosition(item.files).map(({ name, role, sha256, strippedFrom }) => ({
    name,
    role,
    // Our own file that comes back without its location is still our file.
    sha256: strippedFrom !== null && known.has(strippedFrom) ? strippedFrom : sha256,
  }));
}

/** A stored state of an item by the names of its fields: of the present one, or of one it had. */
export function storedFields(content: ItemContent): Comparable {
  const fields: Record<string, Json> = { title: content.title };
  for (const [column, value] of Object.entries(content.fields)) {
    fields[fieldOf(column)] =
      column === 'keywords' && typeof value === 'string' ? (JSON.parse(value) as Json) : value;
  }
  if (content.kind === 'record') {
    fields.files = content.files.map(({ name, role, sha256 }) => ({ name, role, sha256 }));
  }
  fields.personalInfo = content.personalInfo;
  fields.level = { level: content.level, term: content.term };
  return fields;
}

export function byPosition<File extends { position: number }>(files: readonly File[]): File[] {
  return [...files].sort((a, b) => a.position - b.position);
}

function fieldOf(column: string): string {
  return column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
