import { rmSync } from 'node:fs';
import { deferSyncs } from '#db/open.ts';
import { addMonths, localDateOf } from '#shared/dates.ts';
import type { App } from '../app.ts';
import type { Inspector } from '../files/inspector.ts';
import { createVault, type NewVault } from '../vault/create.ts';
import type { OpenVault } from '../vault/session.ts';
import { createClock } from './clock.ts';
import type { RecordPlan } from './content/plan.ts';
import { planRecords } from './content/plans.ts';
import { makeWorld, workday } from './content/world.ts';
import { type Drawer, hireDrawer } from './drawer.ts';
import { agreementEvents } from './fileAgreements.ts';
import { bodyEvents } from './fileBody.ts';
import { decisionEvents, editEvents } from './fileChanges.ts';
import { meetingEvents } from './fileMeetings.ts';
import { memberEvents } from './fileMembers.ts';
import { outcomeEvents } from './fileOutcomes.ts';
import { type ReadyFile, storeFiles } from './fileRecord.ts';
import { archiveEvents, filingsOf, recordEvents } from './fileRecords.ts';
import { fileRegister, MONTHS_IN_USE, projectEvents, userEvents } from './fileRegister.ts';
import { screeningEvents } from './fileScreenings.ts';
import { sentEvents } from './fileSent.ts';
import { showcaseEvents } from './fileShowcase.ts';
import { setStage } from './stage.ts';
import { play } from './story.ts';

export type SampleOptions = {
  /** Of the coordinator's passphrase. */
  scryptLogN: number;
  /** Of the two users beside the coordinator, and of the bundle sent by passphrase. */
  otherPassphrase: string;
  otherScryptLogN: number;
};

/** The same seed on the same day gives the same sample, but for ids, keys and salts. */
const SEED = 'yunjiang';
/** Files of so many records are synced together. */
const SHELF = 25;

export async function fillSample(
  folder: string,
  app: App,
  wanted: NewVault,
  { scryptLogN, otherPassphrase, otherScryptLogN }: SampleOptions,
): Promise<OpenVault> {
  const world = makeWorld(SEED, localDateOf(new Date(app.now())));
  const firstDay = workday(addMonths(world.today, -MONTHS_IN_USE));
  const clock = createClock(app.now);
  clock.moveTo(firstDay, 9 * 60);
  const vault = await createVault(folder, wanted, { ...app.openOptions, now: clock.now, scryptLogN });
  const drawer = hireDrawer(SEED, world.today);
  const syncs = [...vault.tiers.values()].map(deferSyncs);
  try {
    const filings = filingsOf(planRecords(world), firstDay);
    const inOrder = filings.toSorted((a, b) => (a.filedOn < b.filedOn ? -1 : a.filedOn > b.filedOn ? 1 : 0));
    const ready = drawAhead(inOrder, drawer, app.inspector, vault);
    const stage = await setStage(app, vault, world, clock, otherScryptLogN);
    await fileRegister(stage, firstDay);
    await play(stage, [
      ...projectEvents(stage, firstDay),
      ...userEvents(stage, firstDay, otherPassphrase),
      ...bodyEvents(stage, firstDay),
      ...agreementEvents(stage),
      ...memberEvents(stage, firstDay),
      ...screeningEvents(stage),
      ...meetingEvents(stage),
      ...recordEvents(stage, filings, ready),
      ...editEvents(stage, filings),
      ...archiveEvents(stage, filings),
      ...decisionEvents(stage, filings),
      ...outcomeEvents(stage),
      ...showcaseEvents(stage),
      ...sentEvents(stage, otherPassphrase),
    ]);
    for (const sync of syncs) sync();
    await drawer.close();
    return vault;
  } catch (error) {
    await drawer.close();
    await vault.close();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    clock.release();
  }
}

/** Has the files of all records drawn in the order in which they are filed; gives those of one when they are safe. */
function drawAhead(
  order: readonly { plan: RecordPlan; index: number }[],
  drawer: Drawer,
  inspector: Inspector,
  vault: OpenVault,
): (index: number) => Promise<readonly ReadyFile[]> {
  const stored = order.map(async ({ plan, index }) =>
    storeFiles(plan, await drawer.draw(index), { inspector, vault }),
  );
  // A failure is met where the files are asked for; until then it must not count as unhandled.
  for (const each of stored) each.catch(() => undefined);
  const places = new Map(order.map(({ index }, at) => [index, at]));
  const shelves = new Map<number, Promise<void>>();
  async function shelved(shelf: number): Promise<void> {
    await Promise.all(stored.slice(shelf * SHELF, (shelf + 1) * SHELF));
    for (const tier of vault.tiers.keys()) await vault.store.sync(tier);
  }
  return async (index) => {
    const at = places.get(index) ?? 0;
    const shelf = Math.floor(at / SHELF);
    const safe = shelves.get(shelf) ?? shelved(shelf);
    shelves.set(shelf, safe);
    await safe;
    return (await stored[at]) ?? [];
  };
}
