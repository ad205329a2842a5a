import { addDays } from '#shared/dates.ts';
import { personCard } from './content/personCard.ts';
import { PROJECTS, type ProjectKey, type ProjectPlan } from './content/projects.ts';
import { UNIT_FACTS } from './content/unitFacts.ts';
import { BODY, UNITS } from './content/units.ts';
import { idOf, type Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

/** Months before today in which the sample's vault was made; what is older was entered afterwards. */
export const MONTHS_IN_USE = 30;
/** Days from the agreement to the beginning of a project, and some more. */
const AGREED_AHEAD = 40;

/** The first days: settings, units, people and the projects that run by then. */
export async function fileRegister(stage: Stage, firstDay: string): Promise<void> {
  const { client, clock, world } = stage;
  clock.moveTo(firstDay, 9 * 60 + 10);
  const settings = await client.vault.settings();
  await client.vault.saveSettings({ ...settings, shortName: BODY.shortName, fonds: BODY.fonds });
  for (const [index, { key, ...fields }] of UNITS.entries()) {
    clock.moveTo(firstDay, 9 * 60 + 30 + index * 3);
    stage.units.set(
      key,
      (await client.members.create({ fields: { ...fields, ...UNIT_FACTS[key] }, level: 'INTERNAL' })).id,
    );
  }
  const dice = world.dice('cards');
  for (const [index, plan] of world.people.entries()) {
    const { unit } = plan;
    const fields = personCard(plan, unit, dice);
    clock.moveTo(addDays(firstDay, 1), 9 * 60 + index * 4);
    const unitId = idOf(stage.units, unit);
    stage.people.push((await client.people.create({ fields, level: 'INTERNAL', unitId })).id);
  }
  clock.moveTo(addDays(firstDay, 2), 10 * 60);
  for (const project of PROJECTS) {
    if (isEntered(stage, project.key, firstDay)) await fileProject(stage, project);
  }
}

/** Projects that began later are entered while they are being agreed on. */
export function projectEvents(stage: Stage, firstDay: string): StoryEvent[] {
  return PROJECTS.filter(({ key }) => !isEntered(stage, key, firstDay)).map((project) => ({
    day: addDays(stage.world.start(project.key), -AGREED_AHEAD),
    minute: 8 * 60,
    run: () => fileProject(stage, project),
  }));
}

function isEntered({ world }: Stage, project: ProjectKey, firstDay: string): boolean {
  return addDays(world.start(project), -AGREED_AHEAD) <= addDays(firstDay, 2);
}

async function fileProject({ client, world, units, projects }: Stage, project: ProjectPlan): Promise<void> {
  const { key, name, note, level, lead } = project;
  const span = { startedOn: world.start(key), endedOn: world.end(key) };
  const fields = { name, code: world.code(key), note, ...span };
  projects.set(key, (await client.projects.create({ fields, level, leadId: idOf(units, lead) })).id);
}

/** A curator who sees what is 公开 and 内部, and later an archive manager who opens everything and can approve. */
export function userEvents(stage: Stage, firstDay: string, passphrase: string): StoryEvent[] {
  const { client } = stage;
  return [
    {
      day: addDays(firstDay, 20),
      minute: 15 * 60,
      run: async () => {
        await client.vault.addUser({ name: '何清越', clearance: 'register', passphrase });
      },
    },
    {
      day: addDays(firstDay, 400),
      minute: 10 * 60,
      run: async () => {
        const { id } = await client.vault.addUser({ name: '苏晚晴', clearance: 'core', passphrase });
        stage.approver = { userId: id, passphrase };
      },
    },
  ];
}
