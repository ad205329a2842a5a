import { z } from 'zod';
import { bagFindings } from './bagFindings.ts';
import { formatManifest, parseManifest } from './bagManifest.ts';
import {
  BAG_INFO,
  BAGIT_DECLARATION,
  BAGIT_TXT,
  type BagMember,
  MANIFEST,
  TAG_MANIFEST,
} from './bagParts.ts';
import { BundleError } from './bundleError.ts';
import {
  codeSchema,
  countSchema,
  instantSchema,
  sha256Schema,
  textSchema,
  uuidSchema,
} from './formatParts.ts';
import { digestOf, type NewHasher } from './hashes.ts';
import { type TarSource, writeTar } from './tarWriter.ts';
import { decodeUtf8, encodeUtf8 } from './text.ts';

export const ANSWER_JSON = 'data/answer.json';
/** Ten scores and an opinion need some kilobytes. */
export const ANSWER_MOST_BYTES = 256 * 1024;

/**
 * data/answer.json: a filled-in form that comes back. Without a key of the answerer's own it counts as from the holder of the
 * copy whose one-time code it names.
 */
export const answerJsonSchema = z.object({
  format: z.literal('mengbu-answer'),
  version: z.literal(1),
  id: uuidSchema,
  answeredAt: instantSchema,
  /** What is answered: the bundle, the SHA-256 of its manifest, the number of the copy. */
  bundle: z.object({ id: uuidSchema, manifest: sha256Schema, copy: z.number().int().min(1) }),
  code: z.string().regex(/^[0-9a-f]{32}$/, 'CODE'),
  form: z.object({
    kind: z.literal('MATURITY_SHEET'),
    /** The scorer declares that no ground for recusal holds. */
    clear: z.literal(true),
    scores: z
      .array(
        z.object({
          indicator: codeSchema,
          /** Halves of a point. */
          halves: countSchema.max(200),
          evidence: z.object({ recordId: uuidSchema, fileId: uuidSchema, sha256: sha256Schema }).nullable(),
        }),
      )
      .max(50),
    opinion: textSchema(3000),
  }),
});
export type AnswerJson = z.infer<typeof answerJsonSchema>;

/** An answer as the tar of a strict bag, ready to be sealed. */
export function writeAnswer(answer: AnswerJson, newHasher: NewHasher): AsyncGenerator<Uint8Array, void> {
  const hash = (bytes: Uint8Array): string => digestOf(newHasher, 'sha256', bytes);
  const body = encodeUtf8(`${JSON.stringify(answerJsonSchema.parse(answer), null, 1)}\n`);
  const declaration = encodeUtf8(BAGIT_DECLARATION);
  const info = encodeUtf8(
    `Bagging-Date: ${answer.answeredAt.slice(0, 10)}\nExternal-Identifier: ${answer.id}\nPayload-Oxum: ${body.length}.1\n`,
  );
  const manifest = encodeUtf8(formatManifest(new Map([[ANSWER_JSON, hash(body)]])));
  const tags = new Map([
    [BAGIT_TXT, hash(declaration)],
    [BAG_INFO, hash(info)],
    [MANIFEST, hash(manifest)],
  ]);
  const files: [string, Uint8Array][] = [
    [BAGIT_TXT, declaration],
    [BAG_INFO, info],
    [MANIFEST, manifest],
    [TAG_MANIFEST, encodeUtf8(formatManifest(tags))],
    [ANSWER_JSON, body],
  ];
  const mtime = Math.floor(Date.parse(answer.answeredAt) / 1000) * 1000;
  return writeTar(
    files.map(
      ([path, bytes]): TarSource => ({
        path: `${answer.id}/${path}`,
        size: bytes.length,
        mtime,
        body: bytes,
      }),
    ),
  );
}

/**
 * Reads an answer strictly: exactly its five files, each listed once and with its hash. Throws a BundleError: NOT_A_BUNDLE for
 * something else, BAG_INVALID for what was changed, NEWER_VERSION.
 */
export async function readAnswer(
  members: AsyncIterable<BagMember>,
  newHasher: NewHasher,
): Promise<AnswerJson> {
  const files = await collected(members);
  const declaration = files.get(BAGIT_TXT);
  if (!declaration || textOf(BAGIT_TXT, declaration) !== BAGIT_DECLARATION || !files.has(ANSWER_JSON))
    throw new BundleError('NOT_A_BUNDLE', { rule: 'NOT_AN_ANSWER' });
  checkManifest(files, TAG_MANIFEST, [BAG_INFO, BAGIT_TXT, MANIFEST], newHasher);
  checkManifest(files, MANIFEST, [ANSWER_JSON], newHasher);
  const value = parsed(files.get(ANSWER_JSON) ?? new Uint8Array(0));
  if (typeof value === 'object' && value !== null && 'version' in value && value.version !== 1)
    throw new BundleError('NEWER_VERSION', { needs: String(value.version) });
  const answer = answerJsonSchema.safeParse(value);
  if (!answer.success)
    throw new BundleError('BAG_INVALID', {
      entry: ANSWER_JSON,
      rule: 'JSON_FIELD',
      field: answer.error.issues[0]?.path.join('.') ?? '',
    });
  return answer.data;
}

const PARTS: ReadonlySet<string> = new Set([BAGIT_TXT, BAG_INFO, MANIFEST, TAG_MANIFEST, ANSWER_JSON]);

async function collected(members: AsyncIterable<BagMember>): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const { path, size, body } of members) {
    if (!PARTS.has(path)) throw new BundleError('BAG_INVALID', { entry: path, rule: 'EXTRA_FILE' });
    if (files.has(path)) throw new BundleError('BAG_INVALID', { entry: path, rule: 'PATH_TWICE' });
    if (size > ANSWER_MOST_BYTES) throw new BundleError('REFUSED_ENTRY', { entry: path, rule: 'TOO_LARGE' });
    const bytes = new Uint8Array(size);
    let at = 0;
    for await (const piece of body) {
      bytes.set(piece, at);
      at += piece.length;
    }
    files.set(path, bytes);
  }
  return files;
}

function checkManifest(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  lists: readonly string[],
  newHasher: NewHasher,
): void {
  const bytes = files.get(name);
  if (!bytes) throw new BundleError('BAG_INVALID', { entry: name, rule: 'FILE_MISSING' });
  const findings = bagFindings();
  const rules = { algorithm: 'sha256', version: '1.0', strict: true, name } as const;
  const manifest = parseManifest(textOf(name, bytes), rules, findings);
  if (manifest.size !== lists.length || findings.problemCount() > 0)
    throw new BundleError('BAG_INVALID', { entry: name, rule: 'MANIFEST_LINE' });
  for (const path of lists) {
    const listed = files.get(path);
    if (!listed || manifest.get(path) !== digestOf(newHasher, 'sha256', listed))
      throw new BundleError('BAG_INVALID', { entry: path, rule: 'FILE_CHANGED' });
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(ANSWER_JSON, bytes));
  } catch {
    throw new BundleError('BAG_INVALID', { entry: ANSWER_JSON, rule: 'JSON' });
  }
}

function textOf(entry: string, bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new BundleError('BAG_INVALID', { entry, rule: 'NOT_UTF8' });
  }
}
