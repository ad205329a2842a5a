import type { z } from 'zod';
import { BundleError } from './bundleError.ts';
import {
  BUNDLE_FORMAT_VERSION,
  type BundleJson,
  bundleJsonSchema,
  KNOWN_BUNDLE_FIELDS,
} from './bundleJson.ts';
import { ITEM_FORMAT_VERSION, type ItemJson, itemJsonSchema, KNOWN_ITEM_FIELDS } from './itemJson.ts';
import { LIMITS } from './limits.ts';
import { decodeUtf8 } from './text.ts';

/**
 * Reads data/bundle.json. Throws a BundleError: NEWER_VERSION where a later format or an unknown critical field needs a
 * newer program, BAG_INVALID with entry, rule and field otherwise.
 */
export function readBundleJson(bytes: Uint8Array, path: string): BundleJson {
  const document = boundedJson(bytes, LIMITS.bundleJsonBytes, path);
  understood(document, 'mengbu-bundle', BUNDLE_FORMAT_VERSION, KNOWN_BUNDLE_FIELDS, path);
  return matching(bundleJsonSchema, document, path);
}

/** Reads one data/items/<kind>/<id>.json; errors as in {@link readBundleJson}. */
export function readItemJson(bytes: Uint8Array, path: string): ItemJson {
  const document = boundedJson(bytes, LIMITS.itemJsonBytes, path);
  understood(document, 'mengbu-item', ITEM_FORMAT_VERSION, KNOWN_ITEM_FIELDS, path);
  const item = matching(itemJsonSchema, document, path);
  if (path !== `data/items/${item.kind}/${item.id}.json`) throw invalid(path, 'ITEM_AT_WRONG_PLACE');
  return item;
}

type JsonObject = Readonly<Record<string, unknown>>;

function boundedJson(bytes: Uint8Array, most: number, path: string): JsonObject {
  if (bytes.length > most) throw invalid(path, 'JSON_TOO_LONG');
  let document: unknown;
  try {
    const text = decodeUtf8(bytes);
    if (depthOf(text) > LIMITS.jsonDepth) throw invalid(path, 'JSON_TOO_DEEP');
    document = JSON.parse(text);
  } catch (error) {
    if (error instanceof BundleError) throw error;
    throw invalid(path, 'JSON_UNREADABLE');
  }
  if (!isObject(document)) throw invalid(path, 'JSON_UNREADABLE');
  return document;
}

/** A later version or an unknown critical field is said before anything else is judged. */
function understood(
  document: JsonObject,
  format: string,
  version: number,
  known: ReadonlySet<string>,
  path: string,
): void {
  if (document.format !== format) throw invalid(path, 'JSON_FORMAT');
  const theirs = document.version;
  if (typeof theirs === 'number' && Number.isSafeInteger(theirs) && theirs > version)
    throw new BundleError('NEWER_VERSION', { entry: path, needs: theirs, known: version });
  const critical = document.critical;
  if (!Array.isArray(critical)) return;
  const unknown = critical.find((name) => typeof name === 'string' && !known.has(name));
  if (typeof unknown === 'string')
    throw new BundleError('NEWER_VERSION', { entry: path, needs: unknown.slice(0, 60), known: version });
}

function matching<Schema extends z.ZodType>(
  schema: Schema,
  document: JsonObject,
  path: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new BundleError('BAG_INVALID', { entry: path, rule: 'JSON_FIELD', field: field.slice(0, 200) });
}

/** How deep brackets nest, outside of strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(path: string, rule: string): BundleError {
  return new BundleError('BAG_INVALID', { entry: path, rule });
}
