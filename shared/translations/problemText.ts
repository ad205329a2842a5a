import type { Problem } from '../errors.ts';
import type { Catalogue, RuleText } from './catalogue.ts';

/** One problem as a sentence with its place in front. A rule the catalogue does not know is named by its code, never hidden. */
export function problemText(t: Catalogue, problem: Problem): string {
  const place = problemPlace(t, problem);
  const sentence = ruleText(t, problem);
  return place === '' ? sentence : `${place}${t.formats.colon}${sentence}`;
}

/** The row, file and field a problem names, outermost first; '' when it names none. */
export function problemPlace(t: Catalogue, { row, file, field }: Problem): string {
  const parts: string[] = [];
  if (file !== undefined) parts.push(file);
  if (row !== undefined) parts.push(t.formats.row(row));
  if (field !== undefined) parts.push(fieldName(t, field));
  return parts.join(t.formats.separator);
}

/** The name of a field as forms and lists show it; the field's own key where it has none. */
export function fieldName(t: Catalogue, field: string): string {
  // A row is told by what it is a row of, not by its place.
  const last = field.split('.').findLast((part) => !/^\d+$/.test(part)) ?? field;
  return lookUp(t.fields, field) ?? lookUp(t.fields, last) ?? field;
}

/** The sentence of a problem's rule alone, without its place. */
export function ruleText(t: Catalogue, { rule, params }: Problem): string {
  const text = lookUp<RuleText>(t.rules, rule);
  if (text === undefined) return t.errors.unknownRule(rule);
  return typeof text === 'function' ? text(params ?? {}) : text;
}

function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
