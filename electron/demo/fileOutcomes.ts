import { addDays, addMonths, type CalendarDate } from '#shared/dates.ts';
import { type Id, newId } from '#shared/ids.ts';
import { type IpItem, isPatent } from '#shared/outcomes/intellectualProperty.ts';
import { UNAPPRAISED } from '#shared/outcomes/outcome.ts';
import { patentCheckDigit } from '#shared/outcomes/patentNumber.ts';
import { type Contributor, WHOLE } from '#shared/outcomes/shares.ts';
import type { TransformationEvent } from '#shared/outcomes/transformation.ts';
import type { OutcomePlan } from './content/outcomePlan.ts';
import { OUTCOMES } from './content/outcomes.ts';
import { projectOf } from './content/projects.ts';
import { unitOf } from './content/units.ts';
import { type World, workday, yearOf } from './content/world.ts';
import { panelEvents } from './fileMaturity.ts';
import { idOf, type Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

/** Outcomes of every project, as they are entered, with what is known by now; then their panels. */
export function outcomeEvents(stage: Stage): StoryEvent[] {
  const made = new Map<OutcomePlan, Id>();
  const entered = OUTCOMES.map(
    (plan, index): StoryEvent => ({
      day: workday(addDays(addMonths(stage.world.today, -plan.enteredMonthsAgo), index % 5)),
      minute: 9 * 60 + index * 7,
      run: async () => {
        made.set(plan, await fileOutcome(stage, plan, index));
      },
    }),
  );
  return [...entered, ...OUTCOMES.flatMap((plan) => panelEvents(stage, plan, () => idOf(made, plan)))];
}

async function fileOutcome(stage: Stage, plan: OutcomePlan, index: number): Promise<Id> {
  const { client, world, projects } = stage;
  const { enteredMonthsAgo, rights, path, panels: _, project, level, keywords, ...fields } = plan;
  const { innovations = [], achievementLevel = null } = plan;
  const done = addMonths(world.today, -enteredMonthsAgo);
  const { id, version } = await client.outcomes.create({
    level,
    projectId: idOf(projects, project),
    fields: {
      ...UNAPPRAISED,
      ...fields,
      achievementLevel,
      innovations: [...innovations],
      highTechField: 'BM',
      keywords: [...keywords],
      registrationNo: index % 3 === 0 ? `330${yearOf(done)}Y${String(1200 + index * 17)}` : '',
      begunOn: world.start(project),
      completedOn: fields.stage === 'EARLY' ? null : done,
    },
  });
  const contributed = await client.outcomes.setContributors({
    id,
    version,
    contributors: contributorsOf(stage, plan),
  });
  const protectedNow = await client.outcomes.setIpItems({
    id,
    version: contributed.version,
    ipItems: rights.map((right, at) => rightOf(world, plan, right, index * 10 + at)),
  });
  const events = path.map(
    ([way, kind, monthsAgo, text], at): TransformationEvent => ({
      id: newId(),
      path: way,
      kind,
      occurredOn: addDays(addMonths(world.today, -monthsAgo), (at * 5) % 11),
      text,
    }),
  );
  await client.outcomes.setEvents({ id, version: protectedNow.version, events });
  return id;
}

/** Half of it is the lead unit's; the rest is shared by the head of the project and the partners. */
function contributorsOf({ units, people, world }: Stage, { project }: OutcomePlan): Contributor[] {
  const { lead, partners, head } = projectOf(project);
  const others = partners.length + 1;
  const each = Math.floor(WHOLE / 2 / others);
  const unit = (key: Parameters<typeof unitOf>[0], share: number, duty: string): Contributor => ({
    id: newId(),
    kind: 'unit',
    partyId: idOf(units, key),
    share,
    duty,
  });
  const headId = people[world.index(head)];
  if (headId === undefined) throw new Error(`${head} is not there yet`);
  return [
    unit(lead, WHOLE - each * others, '牵头研发与转化'),
    ...partners.map((key) => unit(key, each, '参与研发与验证')),
    { id: newId(), kind: 'person', partyId: headId, share: each, duty: '项目负责人' },
  ];
}

const APPLICATION_KIND = { INVENTION: 1, UTILITY_MODEL: 2, DESIGN: 3 } as const;

/** Numbers are right in form; whether such an application exists is nobody's claim. */
function rightOf(
  world: World,
  plan: OutcomePlan,
  [kind, name, state, monthsAgo]: OutcomePlan['rights'][number],
  number: number,
): IpItem {
  const filedOn: CalendarDate = addMonths(world.today, -monthsAgo);
  const granted = state === 'GRANTED';
  const isDated = kind !== 'KNOW_HOW' && state !== 'PLANNED';
  return {
    id: newId(),
    kind,
    name,
    number: state === 'PLANNED' ? '' : numberOf(kind, filedOn, granted, number),
    state,
    filedOn: isDated ? filedOn : null,
    publishedOn: null,
    grantedOn: granted && isPatent(kind) ? addMonths(filedOn, Math.min(monthsAgo, 14)) : null,
    feeDueOn: granted && isPatent(kind) ? nextAnniversary(filedOn, world.today, number) : null,
    holders: unitOf(projectOf(plan.project).lead).name,
    inventors: projectOf(plan.project).head,
    background: false,
    note: '',
  };
}

function numberOf(kind: IpItem['kind'], filedOn: CalendarDate, granted: boolean, number: number): string {
  if (kind === 'SOFTWARE_COPYRIGHT')
    return `${yearOf(filedOn)}SR${String(120_000 + number * 137).padStart(7, '0')}`;
  if (!(kind in APPLICATION_KIND)) return '';
  const digits = `${yearOf(filedOn)}${APPLICATION_KIND[kind as keyof typeof APPLICATION_KIND]}${String(100_000 + number * 739).padStart(7, '0')}`;
  return `${granted ? 'ZL' : ''}${digits}.${patentCheckDigit(digits)}`;
}

/** The next day a fee is due; of every seventh it was forgotten a month ago, so that a warning is seen. */
function nextAnniversary(filedOn: CalendarDate, today: CalendarDate, number: number): CalendarDate {
  if (number % 7 === 0) return addMonths(today, -1);
  let day = filedOn;
  while (day <= today) day = addMonths(day, 12);
  return day;
}
