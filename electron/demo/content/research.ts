import type { Level } from '#shared/confidentiality/levels.ts';
import type { Dice } from '../random.ts';
import type { ProjectPlan } from './projects.ts';
import type { World } from './world.ts';

/** A secret project's records are secret, some of them to the core; those of two others are a step above the rest. */
export function levelOf(project: ProjectPlan, otherwise: Level, index: number): Level {
  if (project.level === 'TRADE_SECRET') return index % 2 === 0 ? 'CORE_TRADE_SECRET' : 'TRADE_SECRET';
  const isClose = project.key === 'navigation' || project.key === 'tablet';
  return isClose && otherwise === 'INTERNAL' ? 'TRADE_SECRET' : otherwise;
}

/** People of the units that take part. */
export function authors(world: World, project: ProjectPlan, dice: Dice, count: number): number[] {
  return dice.shuffled(world.staff([project.lead, ...project.partners])).slice(0, count);
}
