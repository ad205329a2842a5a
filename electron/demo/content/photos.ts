import { addDays, type CalendarDate } from '#shared/dates.ts';
import { type Session, sessionsOf } from './photoSessions.ts';
import { BASIS, type FilePlan, type RecordPlan } from './plan.ts';
import { BODY } from './units.ts';
import { runningTerm, type World, workday } from './world.ts';

const CAMERAS = [
  { make: 'Canon', model: 'EOS R6' },
  { make: 'NIKON CORPORATION', model: 'NIKON Z 6_2' },
  { make: 'HUAWEI', model: 'NOH-AN00' },
] as const;
const PHOTOGRAPHERS = ['何清越', '苏晚晴', '江若谷', '叶知秋'] as const;

/** Photo groups of events, places, instruments and what the microscope saw; the newest of too many are left out. */
export function photoRecords(world: World, count: number): RecordPlan[] {
  const planned = sessionsOf(world.firstYear)
    .map((session, index) => ({ session, index, day: dayOf(world, session) }))
    .filter(({ day }) => day < addDays(world.today, -2));
  return planned.slice(0, count).map(({ session, index, day }) => recordOf(world, session, index, day));
}

function dayOf(world: World, { when, project }: Session): CalendarDate {
  return typeof when === 'number' ? world.dayOf(project ?? 'biobank', when) : workday(when);
}

function recordOf(world: World, session: Session, index: number, docDate: CalendarDate): RecordPlan {
  const { title, project, level, place, text, keywords } = session;
  const dice = world.dice(`photos/${index}`);
  const photographer = dice.pick(PHOTOGRAPHERS);
  return {
    fields: {
      title,
      docDate,
      responsible: photographer,
      category: 'ZP',
      retention: level === 'PUBLIC' && project === null ? 'Y' : 'D30',
      dept: '办公室',
      originalForm: 'BORN_DIGITAL',
      originalPlace: '',
      place,
      description: text,
      keywords: [...keywords, BODY.shortName],
      language: '',
    },
    level,
    term: runningTerm(world, level, docDate),
    basis: BASIS[level],
    personalInfo: false,
    project,
    people: [world.index(photographer)],
    files: filesOf(world, session, index, docDate),
  };
}

/** Taken within an hour or so with one camera. Where nothing is to be read, some are taken upright. */
function filesOf(world: World, session: Session, index: number, docDate: CalendarDate): FilePlan[] {
  const dice = world.dice(`photos/${index}/files`);
  const camera = dice.pick(CAMERAS);
  const first = dice.whole(1200, 8800);
  const gps = dice.chance(0.55)
    ? { latitude: dice.between(30.4, 30.6), longitude: dice.between(123.4, 123.7) }
    : null;
  let minute = dice.whole(540, 960);
  return Array.from({ length: session.shots }, (_, shot): FilePlan => {
    minute += dice.whole(1, 14);
    const orientation = session.framing === 'WHOLE' || shot % 3 !== 2 ? 1 : dice.pick([6, 8] as const);
    const second = session.also !== undefined && shot * 2 >= session.shots;
    const framing = shot === 0 && session.framing === 'UNMIRRORED' ? 'WHOLE' : session.framing;
    const key = `photos/${index}/${second ? 'also' : 'scene'}`;
    const scene = () => (second && session.also ? session.also : session.scene)(world.dice(key));
    const taken = `${docDate}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(dice.whole(0, 59))}`;
    return {
      name: `${camera.make === 'HUAWEI' ? 'IMG_' : 'DSC_'}${first + shot * dice.whole(1, 3)}.JPG`,
      role: shot === 0 ? 'ORIGINAL' : 'ATTACHMENT',
      make: (studio) =>
        studio.photo(
          key,
          scene,
          { orientation, taken, camera, gps, framing },
          world.dice(`photos/${index}/shot${shot}`),
        ),
    };
  });
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
