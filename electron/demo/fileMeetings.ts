import { addDays } from '#shared/dates.ts';
import { nextIssueNumber } from '#shared/meetings/issueNumber.ts';
import type { Attendee } from '#shared/meetings/meeting.ts';
import { type MeetingPlan, planMeetings } from './content/meetings.ts';
import { unitOf } from './content/units.ts';
import { workday, yearOf } from './content/world.ts';
import { idOf, type Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

const DAYS_TO_SIGN = 3;

/** Meetings are written down on their day, signed some days later; what was decided is done by and by. */
export function meetingEvents(stage: Stage): StoryEvent[] {
  return planMeetings(stage.world).flatMap((plan) => {
    const isAhead = plan.held >= stage.world.today;
    const made: { id: string } = { id: '' };
    const events: StoryEvent[] = [
      {
        day: isAhead ? addDays(stage.world.today, -1) : plan.held,
        minute: 17 * 60,
        run: async () => {
          made.id = await fileMeeting(stage, plan);
        },
      },
    ];
    if (plan.signed)
      events.push({
        day: workday(addDays(plan.held, DAYS_TO_SIGN)),
        minute: 17 * 60 + 30,
        run: () => signMeeting(stage, made.id),
      });
    plan.tasks.forEach(({ days, closed }, at) => {
      if (closed)
        events.push({
          day: addDays(plan.held, days - 2),
          minute: 10 * 60 + at,
          run: () => closeTask(stage, made.id, at, addDays(plan.held, days - 2)),
        });
    });
    return events;
  });
}

async function fileMeeting(stage: Stage, plan: MeetingPlan): Promise<string> {
  const { client, projects } = stage;
  const projectId = plan.project && idOf(projects, plan.project);
  const year = yearOf(plan.held);
  const others = await client.meetings.list({ text: '', type: plan.type });
  const taken = others.flatMap(({ fields: { issueYear, issueNo }, project }) =>
    issueYear === null || issueNo === null || (project?.id ?? null) !== projectId
      ? []
      : [{ year: issueYear, number: issueNo }],
  );
  const made = await client.meetings.create({
    level: plan.level,
    projectId,
    likeId: null,
    fields: {
      name: plan.name,
      type: plan.type,
      issueYear: year,
      issueNo: nextIssueNumber(taken, year),
      heldOn: plan.held,
      startsAt: '09:00',
      endsAt: '11:30',
      place: plan.place,
    },
  });
  const { length } = plan.present;
  await client.meetings.edit({
    id: made.id,
    version: made.version,
    changes: {
      attendees: attendeesOf(stage, plan),
      topics: plan.topics.map(([title, presenter]) => ({ id: '', title, presenter })),
      discussion: plan.discussion,
      resolutions: plan.tasks.map(({ content, owner, days }) => ({
        id: '',
        content,
        owner,
        personId: stage.people[stage.world.index(owner)] ?? null,
        unitId: null,
        dueOn: addDays(plan.held, days),
        state: 'OPEN',
        closedOn: null,
        note: '',
      })),
      votes:
        plan.vote === null
          ? []
          : [
              {
                id: '',
                subject: plan.vote,
                due: length + plan.excused.length,
                present: length,
                favour: length - 1,
                against: 0,
                abstained: 1,
                recused: 0,
              },
            ],
    },
  });
  return made.id;
}

function attendeesOf(stage: Stage, { present, excused }: MeetingPlan): Attendee[] {
  const row = (name: string, attendance: Attendee['attendance'], duty: Attendee['duty']): Attendee => {
    const index = stage.world.index(name);
    const person = stage.world.people[index];
    return {
      id: '',
      personId: stage.people[index] ?? null,
      name,
      unitName: person ? unitOf(person.unit).name : '',
      attendance,
      duty,
    };
  };
  return [
    ...present.map((name, at) => row(name, 'PRESENT', at === 0 ? 'CHAIR' : '')),
    ...excused.map((name) => row(name, 'EXCUSED', '')),
    ...(present.includes('苏晚晴') ? [] : [row('苏晚晴', 'OBSERVER', 'RECORDER')]),
  ];
}

async function signMeeting({ client }: Stage, id: string): Promise<void> {
  const { version, fields, attendees } = await client.meetings.get({ id });
  const signer = attendees.find(({ duty }) => duty === 'CHAIR')?.name ?? '';
  const issuedOn = workday(addDays(fields.heldOn ?? '', DAYS_TO_SIGN));
  await client.meetings.sign({ id, version, signer, issuedOn });
}

async function closeTask({ client }: Stage, id: string, at: number, closedOn: string): Promise<void> {
  const { version, resolutions } = await client.meetings.get({ id });
  const resolutionId = resolutions[at]?.id ?? '';
  await client.meetings.setResolution({ id, version, resolutionId, state: 'DONE', closedOn, note: '已完成' });
}
