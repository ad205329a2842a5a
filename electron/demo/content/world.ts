import type { Level } from '#shared/confidentiality/levels.ts';
import { formatMark } from '#shared/confidentiality/marks.ts';
import { expiryOf, type Term } from '#shared/confidentiality/terms.ts';
import { addDays, addMonths, type CalendarDate, chineseDate, daysBetween } from '#shared/dates.ts';
import { type Dice, diceFor } from '../random.ts';
import { makePeople, type PersonPlan } from './people.ts';
import { type ProjectKey, type ProjectPlan, projectOf } from './projects.ts';
import { BODY, type UnitKey, unitOf } from './units.ts';

/** Who and when: everything a plan of a record draws from. The first year lies five years before today's. */
export type World = {
  seed: string;
  today: CalendarDate;
  firstYear: number;
  people: readonly PersonPlan[];
  dice(part: string): Dice;
  /** A day of a project's life that lies in the past; `share` from its beginning (0) to now or its end (1). */
  dayOf(project: ProjectKey, share: number): CalendarDate;
  start(project: ProjectKey): CalendarDate;
  end(project: ProjectKey): CalendarDate;
  code(project: ProjectKey): string;
  /** People of these units, by index into `people`. */
  staff(units: readonly UnitKey[]): number[];
  index(name: string): number;
};

export function makeWorld(seed: string, today: CalendarDate): World {
  const firstYear = Number(today.slice(0, 4)) - 5;
  const people = makePeople(seed);
  const on = ([years, day]: ProjectPlan['since']) => `${firstYear + years}-${day}`;
  const start = (project: ProjectKey) => on(projectOf(project).since);
  const end = (project: ProjectKey) => on(projectOf(project).until);
  return {
    seed,
    today,
    firstYear,
    people,
    dice: (part) => diceFor(`${seed}/${part}`),
    start,
    end,
    code: (project) =>
      `KY${String(firstYear + projectOf(project).since[0]).slice(2)}${projectOf(project).number}`,
    dayOf(project, share) {
      const first = addDays(start(project), 12);
      const yesterday = addDays(today, -3);
      const last = end(project) < yesterday ? end(project) : yesterday;
      return workday(addDays(first, Math.max(0, Math.floor(daysBetween(first, last) * share))));
    },
    staff: (units) => people.flatMap((person, index) => (units.includes(person.unit) ? [index] : [])),
    index(name) {
      const found = people.findIndex((person) => person.name === name);
      if (found < 0) throw new Error(`nobody is called ${name}`);
      return found;
    },
  };
}

/** Saturdays and Sundays become the Friday before. */
export function workday(day: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
}

export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

export function markOf(level: Level, term: Term): string {
  return formatMark({ owner: BODY.shortName, level, term, separator: '▲' }) ?? '';
}

/** The usual term of a level, or the next longer one that still runs four months from today. */
export function runningTerm(world: World, level: Level, docDate: CalendarDate): Term {
  if (level === 'PUBLIC') return null;
  const choices: Exclude<Term, null>[] =
    level === 'INTERNAL' ? ['P3Y', 'P5Y', 'P10Y'] : level === 'TRADE_SECRET' ? ['P5Y', 'P10Y'] : ['P10Y'];
  return choices.find((term) => (expiryOf(docDate, term) ?? '') > addMonths(world.today, 4)) ?? 'P10Y';
}

export function written(day: CalendarDate): string {
  return chineseDate(day);
}

export function shortOf(key: UnitKey): string {
  return unitOf(key).shortName;
}
