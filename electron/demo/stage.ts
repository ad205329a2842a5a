import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Id } from '#shared/ids.ts';
import type { router } from '../api/router.ts';
import type { App } from '../app.ts';
import { createJobs } from '../jobs/jobs.ts';
import type { OpenVault } from '../vault/session.ts';
import type { SampleClock } from './clock.ts';
import type { ProjectKey } from './content/projects.ts';
import type { UnitKey } from './content/units.ts';
import type { World } from './content/world.ts';

/** Where the sample is played: the service's own procedures, called as by a person, in the sample's time. */
export type Stage = {
  world: World;
  clock: SampleClock;
  vault: OpenVault;
  client: RouterClient<typeof router>;
  /** Names a folder for procedures that write files. */
  place(folder: string): string;
  /** What was made so far. */
  units: Map<UnitKey, Id>;
  projects: Map<ProjectKey, Id>;
  people: Id[];
  records: Id[];
  /** The user who approves, once there is one. */
  approver: { userId: Id; passphrase: string } | null;
};

const SESSION = 'sample';

export async function setStage(
  app: App,
  vault: OpenVault,
  world: World,
  clock: SampleClock,
  scryptLogN: number,
): Promise<Stage> {
  const own: App = {
    ...app,
    vault,
    owner: SESSION,
    now: clock.now,
    // The sample's exports are none of the visitor's tasks.
    jobs: createJobs(clock.now),
    openOptions: { ...app.openOptions, now: clock.now, scryptLogN },
  };
  const { router: procedures } = await import('../api/router.ts');
  return {
    world,
    clock,
    vault,
    client: createRouterClient(procedures, { context: { app: own, session: SESSION } }),
    place: (folder) => app.places.grant(folder, 'folder').token,
    units: new Map(),
    projects: new Map(),
    people: [],
    records: [],
    approver: null,
  };
}

export function idOf<Key>(made: ReadonlyMap<Key, Id>, key: Key): Id {
  const id = made.get(key);
  if (id === undefined) throw new Error(`${String(key)} is not there yet`);
  return id;
}
