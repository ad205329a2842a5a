import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeCard } from '#shared/bundles/card.ts';
import { publicKeyLine } from '#shared/bundles/sshKey.ts';
import { TIERS, type Tier } from '#shared/confidentiality/levels.ts';
import { addDays, addMonths } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { newTierPair } from '../vault/create.ts';
import { BODY, unitOf } from './content/units.ts';
import { idOf, type Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

/** The folder in the vault's own where the sample's sealed files lie. */
const SENT_FOLDER = 'sent';

/** Cards exchanged, and two bundles sent: one to a verified card, one by passphrase. */
export function sentEvents(stage: Stage, passphrase: string): StoryEvent[] {
  const { world } = stage;
  return [
    { day: addDays(world.today, -60), minute: 10 * 60, run: () => exchangeCards(stage) },
    { day: addDays(world.today, -24), minute: 15 * 60, run: () => sendToCard(stage) },
    { day: addDays(world.today, -9), minute: 11 * 60, run: () => sendByPassphrase(stage, passphrase) },
  ];
}

async function exchangeCards({ client }: Stage): Promise<void> {
  await client.contacts.makeCard({ unit: BODY.name });
  const known = await client.contacts.add({
    text: await cardOfAnother(unitOf('bio').name),
    acceptChange: false,
  });
  await client.contacts.verify({ id: known.id, version: known.version, fingerprint: known.card.fingerprint });
  await client.contacts.add({ text: await cardOfAnother(unitOf('tech').name), acceptChange: false });
}

/** A card as another vault would hand it over; nobody keeps its secret halves. */
async function cardOfAnother(unit: string): Promise<string> {
  const pairs = await Promise.all(TIERS.map(async (tier) => [tier, await newTierPair()] as const));
  const cardPairs = Object.fromEntries(
    pairs.map(([tier, { ageRecipient, signingPublic }]) => [
      tier,
      { recipient: ageRecipient, signingKey: publicKeyLine(new Uint8Array(signingPublic), '') },
    ]),
  ) as Record<Tier, { recipient: string; signingKey: string }>;
  const core = pairs.find(([tier]) => tier === 'core')?.[1];
  if (!core) throw new Error('no pair of the highest tier');
  const key = {
    secret: new Uint8Array(core.signingKey),
    publicKey: new Uint8Array(core.signingPublic),
    comment: '',
  };
  return makeCard({ vaultId: newId(), unit, pairs: cardPairs }, key).text;
}

async function sendToCard(stage: Stage): Promise<void> {
  const [contact] = await stage.client.contacts.list({ text: unitOf('bio').name });
  if (!contact) throw new Error('the contact is not there');
  const ids = await chosen(stage, 'screening', ['PUBLIC', 'INTERNAL'], 7);
  await send(stage, {
    ids,
    recipient: { by: 'CARD', contactId: contact.id },
    purpose: '早筛试剂注册申报资料核对',
    passphrase: null,
    expires: addMonths(stage.world.today, 6),
  });
}

async function sendByPassphrase(stage: Stage, passphrase: string): Promise<void> {
  const ids = await chosen(stage, 'biobank', ['PUBLIC'], 5);
  await send(stage, {
    ids,
    recipient: { by: 'PASSPHRASE', name: '温如许', unit: unitOf('clinic').name },
    purpose: '样本库标准化成果展示资料',
    passphrase,
    expires: addMonths(stage.world.today, 3),
  });
}

type Sending = {
  ids: string[];
  recipient: { by: 'CARD'; contactId: string } | { by: 'PASSPHRASE'; name: string; unit: string };
  purpose: string;
  passphrase: string | null;
  expires: string;
};

async function send({ client, vault, place }: Stage, { ids, ...rest }: Sending): Promise<void> {
  const folder = join(vault.folder, SENT_FOLDER);
  mkdirSync(folder, { recursive: true });
  const { id } = await client.bundles.create({
    ...rest,
    selection: { ids },
    withLinked: true,
    imageMetadata: 'STRIP_LOCATION',
    consent: '',
    terms: { view: true, print: false, forward: false, note: '' },
    seriesId: null,
    digest: null,
    to: { place: place(folder), name: null },
  });
  await client.bundles.wait({ id });
}

/** The newest archived records of a project that may leave. */
async function chosen(
  { client, projects }: Stage,
  project: 'screening' | 'biobank',
  levels: ('PUBLIC' | 'INTERNAL')[],
  count: number,
): Promise<string[]> {
  const { rows } = await client.records.page({
    query: { projects: [idOf(projects, project)], levels, stages: ['ARCHIVED'] },
    order: 'date',
    direction: 'desc',
    after: null,
    limit: count,
  });
  return rows.map(({ id }) => id);
}
