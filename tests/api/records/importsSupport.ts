import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll } from 'vitest';
import { chunkId, listSegments, openSegment } from '#db/files/segment.ts';
import { readFiles } from '#db/records/queries.ts';
import type { Tier } from '#shared/confidentiality/levels.ts';
import type { Import, ImportEntry, ImportPlan } from '#shared/records/importsContract.ts';
import { importPlan } from '../../support/importPlan.ts';
import type { TestApp } from '../../support/openTestApp.ts';

export const PLAN: ImportPlan = importPlan({ term: 'P3Y' });

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own with these files; the names are paths inside it. */
export function folderOf(files: Record<string, string | Uint8Array>, name = '材料'): string {
  const around = mkdtempSync(join(tmpdir(), 'mengbu-import-'));
  made.push(around);
  const folder = join(around, name);
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export type Photo = { seed: number; takenAt?: string; orientation?: number };

/** A small JPEG as a camera writes it; another seed is another picture. */
export function photo({ seed, takenAt, orientation = 1 }: Photo): Promise<Buffer> {
  const background = { r: (seed * 37) % 256, g: (seed * 91) % 256, b: (seed * 53) % 256 };
  const exif = {
    IFD0: { Make: 'Canon', Model: 'Canon EOS 5D' },
    ...(takenAt ? { IFD2: { DateTimeOriginal: takenAt } } : {}),
  };
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background } });
  return picture.withMetadata({ orientation }).withExifMerge(exif).jpeg().toBuffer();
}

/** Resolves when nothing of the import is under way any more. */
export async function ended({ client }: TestApp, id: string): Promise<Import> {
  for (;;) {
    const now = await client.imports.get({ id });
    if (now.state !== 'LISTING' && now.state !== 'RUNNING') return now;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function importFolder(
  app: TestApp,
  folder: string,
  plan: Partial<ImportPlan> = {},
): Promise<Import> {
  const begun = await app.client.imports.begin({ plan: { ...PLAN, ...plan }, places: [app.place(folder)] });
  return ended(app, begun.id);
}

export async function entriesOf({ client }: TestApp, id: string): Promise<ImportEntry[]> {
  const entries: ImportEntry[] = [];
  for (let after: string | null = null; ; ) {
    const page = await client.imports.entries({ id, states: [], after, limit: 500 });
    entries.push(...page.entries);
    after = page.after;
    if (after === null) return entries;
  }
}

/** Entries by the path behind the picked folder's name. */
export async function byPath(app: TestApp, id: string): Promise<Record<string, ImportEntry>> {
  const entries = await entriesOf(app, id);
  return Object.fromEntries(entries.map((entry) => [entry.path.replace(/^[^/]*\//, ''), entry]));
}

export async function recordsOf({ client }: TestApp) {
  const page = await client.records.page({
    query: {},
    order: 'title',
    direction: 'asc',
    after: null,
    limit: 200,
  });
  return page.rows;
}

/** Numbers of all blobs in the segments of a tier, named or not. */
export function blobsInSegments({ app }: TestApp, tier: Tier = 'register'): number[] {
  const vault = app.vault;
  const key = vault?.keys.get(tier);
  if (!vault || !key) throw new Error('the vault is locked');
  const blobs = new Set<number>();
  for (const segment of listSegments(vault.folder, tier)) {
    const sqlite = openSegment(vault.folder, tier, segment, key);
    for (const id of sqlite.prepare('select id from chunk').pluck().all() as number[])
      blobs.add(Math.floor(id / chunkId(1, 0)));
    sqlite.close();
  }
  return [...blobs].sort((a, b) => a - b);
}

/** Bytes of a record's first file as they lie in the register. */
export function storedBytes({ app: { vault } }: TestApp, recordId: string): Buffer {
  if (!vault) throw new Error('the vault is locked');
  const [file] = readFiles(vault.register, recordId);
  const blob = vault.register.sqlite
    .prepare('select no, size, first_segment as firstSegment from blob where no = ?')
    .get(file?.blob) as { no: number; size: number; firstSegment: number };
  return Buffer.from(vault.store.read('register', blob, 0, blob.size));
}
