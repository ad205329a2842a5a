import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ComposeInput, CreateBundle, SentBundle } from '#shared/bundles/contract.ts';
import type { ImportResult, OpenedBundleView } from '#shared/bundles/receivedContract.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { ImportPlan } from '#shared/records/importsContract.ts';
import { importPlan } from '../../support/importPlan.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';

export type Partners = {
  ours: TestApp;
  partner: TestApp;
  /** The partner as a contact of ours, and we as one of theirs. */
  toPartner: string;
  toUs: string;
  close(): Promise<void>;
};

/** Two vaults that have exchanged cards and verified each other's. */
export async function openPartners(): Promise<Partners> {
  const [ours, partner] = await Promise.all([openTestVault(), openTestVault()]);
  const toPartner = await introduce(partner, ours, '甲医院');
  const toUs = await introduce(ours, partner, '华东联合体');
  return {
    ours,
    partner,
    toPartner,
    toUs,
    async close() {
      await ours.close();
      await partner.close();
    },
  };
}

/** Gives the card of one vault to another, which verifies it. Returns the contact's id there. */
export async function introduce(from: TestApp, to: TestApp, unit: string): Promise<string> {
  const { card } = await from.client.contacts.makeCard({ unit });
  const contact = await to.client.contacts.add({ text: card?.text ?? '', acceptChange: true });
  const { fingerprint } = contact.card;
  await to.client.contacts.verify({ id: contact.id, version: contact.version, fingerprint });
  return contact.id;
}

export async function makeRecord(app: TestApp, title: string, level: Level = 'INTERNAL'): Promise<string> {
  const record = await app.client.records.create({
    level,
    term: level === 'PUBLIC' ? null : 'P3Y',
    basis: '',
    personalInfo: false,
    fields: { title, docDate: '2026-03-05', responsible: '研究中心', category: 'WS' },
  });
  return record.id;
}

/** A record of its own with these files, filed as a person would. */
export async function fileRecord(
  app: TestApp,
  title: string,
  files: Record<string, Uint8Array>,
  level: Level = 'INTERNAL',
): Promise<string> {
  const folder = join(app.folder, 'in', crypto.randomUUID());
  mkdirSync(folder, { recursive: true });
  const places = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return app.place(path, 'file');
  });
  const plan: ImportPlan = importPlan({
    shape: 'ONE',
    level,
    term: level === 'PUBLIC' ? null : 'P3Y',
    title,
    takeDuplicates: true,
  });
  const { id } = await app.client.imports.begin({ plan, places });
  for (;;) {
    const { state } = await app.client.imports.get({ id });
    if (state === 'DONE') break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { entries } = await app.client.imports.entries({ id, states: ['DONE'], after: null, limit: 10 });
  const recordId = entries[0]?.recordId;
  if (!recordId) throw new Error('nothing was filed');
  return recordId;
}

/** A small photo with a place and a camera in its EXIF. */
export async function photo(colour: string, withPlace = true): Promise<Uint8Array> {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: colour } }).jpeg();
  const exif = {
    IFD0: { Make: 'Test', Model: 'T1' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' },
  };
  return new Uint8Array(await (withPlace ? picture.withExif(exif) : picture).toBuffer());
}

export function composing(ids: string[], contactId: string, more: Partial<ComposeInput> = {}): ComposeInput {
  return {
    selection: { ids },
    withLinked: false,
    recipient: { by: 'CARD', contactId },
    imageMetadata: 'KEEP',
    consent: '',
    ...more,
  };
}

export const CREATE = {
  purpose: '项目评审',
  expires: null,
  terms: { view: true, print: true, forward: false, note: '' },
  seriesId: null,
  digest: null,
  passphrase: null,
} satisfies Partial<CreateBundle>;

export type Made = { bundle: SentBundle; path: string };

/** Makes a bundle in the app's own folder and waits for it. */
export async function makeBundle(
  app: TestApp,
  input: ComposeInput,
  more: Partial<CreateBundle> = {},
): Promise<Made> {
  const started = await app.client.bundles.create({
    ...input,
    ...CREATE,
    to: { place: app.place(app.folder), name: null },
    ...more,
  });
  const { bundle } = await app.client.bundles.wait({ id: started.id });
  return { bundle, path: join(app.folder, bundle.fileName) };
}

export async function openBundleIn(
  app: TestApp,
  path: string,
  passphrase: string | null = null,
): Promise<OpenedBundleView> {
  for await (const event of await app.client.bundles.open({
    source: { place: app.place(path, 'file') },
    passphrase,
  })) {
    if (event.kind === 'opened') return event.opened;
  }
  throw new Error('the bundle did not open');
}

export async function importAll(
  app: TestApp,
  openedId: string,
  decisions: { id: string; skip: boolean; fields: Record<string, 'THEIRS' | 'OURS'> }[] = [],
): Promise<ImportResult> {
  const { jobId } = await app.client.bundles.import({ openedId, decisions });
  return app.client.bundles.waitImport({ jobId });
}
