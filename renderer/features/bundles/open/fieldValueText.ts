import { type Level, levelSchema } from '#shared/confidentiality/levels.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';

/** A field's value as a person reads it: codes by their names, files by theirs. */
export function fieldValueText(t: Catalogue, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t.bundles.import.empty;
  if (typeof value === 'boolean') return value ? t.actions.yes : t.actions.no;
  if (Array.isArray(value)) return value.length === 0 ? t.bundles.import.empty : listText(t, value);
  if (typeof value === 'object') return levelText(t, value);
  const text = String(value);
  const names = NAMES[field]?.(t);
  return names !== undefined && Object.hasOwn(names, text) ? (names[text] ?? text) : text;
}

const NAMES: Record<string, (t: Catalogue) => Readonly<Record<string, string>>> = {
  category: (t) => t.records.categories,
  subcategory: (t) => t.records.subcategories,
  retention: (t) => t.records.retentions,
  originalForm: (t) => t.records.originalForms,
  language: (t) => t.records.languages,
  role: (t) => t.members.roles,
};

function listText(t: Catalogue, values: readonly unknown[]): string {
  return values.map((each) => (isFile(each) ? fileText(t, each) : String(each))).join(t.formats.list);
}

function isFile(value: unknown): value is { name: string; role: string; sha256: string } {
  return typeof value === 'object' && value !== null && 'sha256' in value;
}

/** Files of one name with other bytes are told apart by the beginning of their hash. */
function fileText(
  t: Catalogue,
  { name, role, sha256 }: { name: string; role: string; sha256: string },
): string {
  const roles: Readonly<Record<string, string>> = t.records.roles;
  return `${name}${t.formats.aside(`${roles[role] ?? role} ${sha256.slice(0, 8)}`)}`;
}

function levelText(t: Catalogue, value: object): string {
  const level: Level | undefined = 'level' in value ? levelSchema.safeParse(value.level).data : undefined;
  return level === undefined ? JSON.stringify(value) : t.levels.names[level];
}
