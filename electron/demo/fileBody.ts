import type { AppointmentFields, AppointmentRole } from '#shared/body/appointment.ts';
import { addDays, addMonths, type CalendarDate } from '#shared/dates.ts';
import type { Id } from '#shared/ids.ts';
import type { DossierFields } from '#shared/people/dossier.ts';
import { DOSSIERS, GROUPS, type GroupPlan, RULESETS, type RulesetPlan } from './content/body.ts';
import { workday } from './content/world.ts';
import type { Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

/** The former coordinator left so many months ago. */
const HANDED_OVER = 18;

/** Groups and offices in the first days; the coordinator changes once; rules come in versions; some dossiers are opened. */
export function bodyEvents(stage: Stage, firstDay: CalendarDate): StoryEvent[] {
  const holders: Id[] = [];
  const handover = workday(addMonths(stage.world.today, -HANDED_OVER));
  return [
    { day: addDays(firstDay, 3), minute: 9 * 60, run: () => setUp(stage, firstDay, holders) },
    {
      day: handover,
      minute: 10 * 60,
      run: () => appointCoordinator(stage, '林致远', handover, '第二次领导小组会议决议'),
    },
    ...RULESETS.flatMap((plan) => rulesetEvents(stage, plan, holders)),
    ...DOSSIERS.map(
      (plan, index): StoryEvent => ({
        day: workday(addMonths(stage.world.today, -10)),
        minute: 9 * 60 + index * 12,
        run: () => openDossier(stage, plan),
      }),
    ),
  ];
}

async function setUp(stage: Stage, firstDay: CalendarDate, holders: Id[]): Promise<void> {
  await appointCoordinator(stage, '陈牧之', firstDay, '成立大会决议');
  const taken = new Set<Id>();
  for (const { officers, units, members, ...fields } of GROUPS) {
    const { id } = await stage.client.groups.create({ level: 'INTERNAL', fields: { ...fields, note: '' } });
    const named = officers.map(([name, role, duty]) => ({ personId: personOf(stage, name), role, duty }));
    for (const { personId } of named) taken.add(personId);
    const others = membersOf(stage, { units, members }, taken);
    for (const personId of others) taken.add(personId);
    for (const office of [
      ...named,
      ...others.map((personId) => ({ personId, role: 'MEMBER' as const, duty: '' })),
    ]) {
      await stage.client.appointments.create({
        level: 'INTERNAL',
        personId: office.personId,
        groupId: id,
        fields: officeFrom(firstDay, office),
        succeeds: false,
      });
      holders.push(office.personId);
    }
  }
}

/** People of the group's units who have no office yet. */
function membersOf(
  { world, people }: Stage,
  { units, members }: Pick<GroupPlan, 'units' | 'members'>,
  taken: ReadonlySet<Id>,
): Id[] {
  return world
    .staff(units)
    .flatMap((index) => people[index] ?? [])
    .filter((id) => !taken.has(id))
    .slice(0, members);
}

async function appointCoordinator(
  stage: Stage,
  name: string,
  startsOn: CalendarDate,
  basis: string,
): Promise<void> {
  await stage.client.appointments.create({
    level: 'PUBLIC',
    personId: personOf(stage, name),
    groupId: null,
    fields: { ...officeFrom(startsOn, { role: 'COORDINATOR', duty: '' }), basis },
    succeeds: true,
  });
}

function officeFrom(
  startsOn: CalendarDate,
  { role, duty }: { role: AppointmentRole; duty: string },
): AppointmentFields {
  return { role, duty, startsOn, endsOn: null, letterNo: '', basis: '', note: '' };
}

function rulesetEvents(stage: Stage, plan: RulesetPlan, holders: readonly Id[]): StoryEvent[] {
  const { title, type, note } = plan;
  let made: { id: Id; version: number } | null = null;
  return plan.versions.flatMap(({ adopted, read, ...rest }): StoryEvent[] => {
    const adoptedOn = workday(addMonths(stage.world.today, -adopted));
    const day = addDays(adoptedOn, 1);
    const fields = { ...rest, adoptedOn, effectiveOn: addDays(adoptedOn, 10), paper: null };
    return [
      {
        day,
        minute: 15 * 60,
        run: async () => {
          made =
            made === null
              ? await stage.client.rulesets.create({
                  level: 'INTERNAL',
                  fields: { title, type, note },
                  first: fields,
                })
              : await stage.client.rulesets.addVersion({ ...made, fields });
        },
      },
      {
        day: addDays(adoptedOn, 21),
        minute: 16 * 60,
        run: async () => {
          if (made === null) return;
          const shown = await stage.client.rulesets.get({ id: made.id });
          const version = shown.versions.find(({ number }) => number === rest.number);
          const readers = [...new Set(holders)].slice(0, Math.round(new Set(holders).size * read));
          if (version === undefined || readers.length === 0) return;
          const reading = { versionId: version.id, readOn: addDays(adoptedOn, 20), personIds: readers };
          made = await stage.client.rulesets.recordReading({ id: made.id, version: shown.version, reading });
        },
      },
    ];
  });
}

async function openDossier(
  stage: Stage,
  { name, school, assessments }: (typeof DOSSIERS)[number],
): Promise<void> {
  const index = stage.world.index(name);
  const personId = personOf(stage, name);
  const card = (await stage.client.people.get({ id: personId })).fields;
  const year = Number(stage.world.today.slice(0, 4));
  const graduated = year - 12 - (index % 9);
  const fields: DossierFields = {
    education: [
      {
        fromMonth: `${graduated - 4}-09`,
        toMonth: `${graduated}-06`,
        school,
        major: card.major,
        education: 'BACHELOR',
        degree: 'BACHELOR_ACADEMIC',
        certificate: '',
      },
      {
        fromMonth: `${graduated}-09`,
        toMonth: `${graduated + 3}-06`,
        school,
        major: card.major,
        education: card.education === 'DOCTORATE' ? 'DOCTORATE' : 'MASTER',
        degree: card.education === 'DOCTORATE' ? 'DOCTOR_ACADEMIC' : 'MASTER_ACADEMIC',
        certificate: '',
      },
    ],
    work: [
      {
        fromMonth: `${graduated + 3}-07`,
        toMonth: null,
        unit: (await stage.client.people.get({ id: personId })).unit?.title ?? '',
        department: card.department,
        post: card.position || card.professionalTitle,
        duties: card.research,
      },
    ],
    assessments: assessments.map(([score, opinion], at) => ({
      kind: 'ANNUAL',
      period: String(year - assessments.length + at),
      criteria: '任务完成、协作、档案与保密',
      score,
      grade: score >= 90 ? 'EXCELLENT' : 'QUALIFIED',
      assessor: '林致远',
      opinion,
    })),
    note: '',
  };
  await stage.client.dossiers.create({ personId, level: 'TRADE_SECRET', fields });
}

function personOf({ world, people }: Stage, name: string): Id {
  const id = people[world.index(name)];
  if (id === undefined) throw new Error(`${name} is not on file`);
  return id;
}
