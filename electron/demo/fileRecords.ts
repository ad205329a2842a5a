import { tierOf } from '#shared/confidentiality/levels.ts';
import { addDays, type CalendarDate } from '#shared/dates.ts';
import type { Id } from '#shared/ids.ts';
import type { RecordPlan } from './content/plan.ts';
import { workday } from './content/world.ts';
import { addFiles, type ReadyFile } from './fileRecord.ts';
import { idOf, type Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

/** Days in which what was older than the vault was entered. */
const BACKLOG_DAYS = 120;
/** Of three records two are archived; the youngest third are drafts. */
const ARCHIVED_SHARE = 2 / 3;
/** Every eleventh was first filed under the name its scan came with. */
const NAMED_LATER = 11;

export type Filing = { plan: RecordPlan; index: number; filedOn: CalendarDate };

/** When each record was entered: soon after its date, or among the backlog of the first months. */
export function filingsOf(plans: readonly RecordPlan[], firstDay: CalendarDate): Filing[] {
  const backlog = plans.filter(({ fields }) => fields.docDate < firstDay).length;
  return plans.map((plan, index) => {
    const late = addDays(firstDay, 8 + Math.floor((index / Math.max(1, backlog)) * BACKLOG_DAYS));
    const soon = addDays(plan.fields.docDate, 3 + (index % 9));
    return {
      plan,
      index,
      filedOn: workday(plan.fields.docDate < firstDay ? late : soon > late ? soon : late),
    };
  });
}

/** `ready` gives a record's files when their bytes are safe on the disk. */
export function recordEvents(
  stage: Stage,
  filings: readonly Filing[],
  ready: (index: number) => Promise<readonly ReadyFile[]>,
): StoryEvent[] {
  return filings.map(({ plan, index, filedOn }) => ({
    day: filedOn,
    minute: 9 * 60 + ((index * 13) % 420),
    run: async () => {
      stage.records[index] = await fileOne(stage, plan, index, await ready(index));
    },
  }));
}

async function fileOne(
  { client, vault, people, projects }: Stage,
  { fields, level, term, basis, personalInfo, project, people: named }: RecordPlan,
  index: number,
  files: readonly ReadyFile[],
): Promise<Id> {
  const peopleIds = [...new Set(named)].flatMap((at) => people[at] ?? []);
  const projectId = project && idOf(projects, project);
  const common = { level, term, basis, personalInfo };
  const scanned = files[0]?.name.replace(/\.\w+$/, '');
  const isNamedLater = index % NAMED_LATER === 3 && scanned !== undefined && scanned !== fields.title;
  const first = isNamedLater
    ? { title: scanned, docDate: fields.docDate, category: fields.category }
    : fields;
  const made = await client.records.create({ ...common, fields: first, projectId, peopleIds });
  await addFiles(vault, tierOf(level), made.id, files);
  if (isNamedLater) {
    const { version } = await client.records.get({ id: made.id });
    await client.records.edit({ id: made.id, version, changes: fields });
  }
  return made.id;
}

/** 归档 at the end of quarters, of what has been there for a while. */
export function archiveEvents({ client, records }: Stage, filings: readonly Filing[]): StoryEvent[] {
  const byQuarter = new Map<CalendarDate, number[]>();
  for (const { index, filedOn } of filings.slice(0, Math.round(filings.length * ARCHIVED_SHARE))) {
    const day = quarterEnd(addDays(filedOn, 12));
    byQuarter.set(day, [...(byQuarter.get(day) ?? []), index]);
  }
  return [...byQuarter].map(([day, indices]) => ({
    day: workday(day),
    minute: 16 * 60 + 40,
    run: async () => {
      const ids = indices.flatMap((index) => records[index] ?? []);
      const { refused } = await client.records.archive({ ids });
      if (refused.length > 0)
        throw new Error(`a record of the sample cannot be archived: ${JSON.stringify(refused[0])}`);
    },
  }));
}

function quarterEnd(day: CalendarDate): CalendarDate {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  const last = Math.ceil(month / 3) * 3;
  return `${year}-${String(last).padStart(2, '0')}-${last === 6 || last === 9 ? 30 : 31}`;
}
