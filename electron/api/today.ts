import { setImmediate } from 'node:timers/promises';
import { listItems } from '#db/items/nounList.ts';
import { readUnit } from '#db/members/queries.ts';
import { readProject } from '#db/projects/queries.ts';
import { facetsOfRecords } from '#db/records/facets.ts';
import { pageOfRecords } from '#db/records/listing.ts';
import { LEVELS } from '#shared/confidentiality/levels.ts';
import { UNIT_ROLES } from '#shared/members/unit.ts';
import { OUTCOME_STATUSES } from '#shared/outcomes/outcome.ts';
import type { BodyState } from '#shared/today/contract.ts';
import { byUrgency } from '#shared/today/urgency.ts';
import { todayOf } from './calendarDay.ts';
import type { UnlockedContext } from './context.ts';
import { listOutcomes } from './outcomesShown.ts';
import { unlocked } from './procedure.ts';
import { showRow } from './recordView.ts';
import { markStyleOf } from './shown.ts';
import { TASK_SOURCES } from './todayTasks.ts';

/** Records of the last weeks that are shown beside the tasks. */
const RECENT = 6;

export const today = {
  tasks: unlocked.today.tasks.handler(({ context }) => {
    const date = todayOf(context);
    return TASK_SOURCES.flatMap((tasksOf) => tasksOf(context, date)).sort(byUrgency);
  }),

  state: unlocked.today.state.handler(async ({ context }): Promise<BodyState> => {
    const { vault } = context;
    const facets = await facetsOfRecords(vault.tiers, {}, () => setImmediate());
    const countOf = (counts: readonly { value: string; count: number }[], value: string) =>
      counts.find((each) => each.value === value)?.count ?? 0;
    return {
      units: unitsByRole(context),
      outcomes: outcomesByStatus(context),
      projects: projectsByState(context),
      records: { total: facets.total, drafts: countOf(facets.stage, 'DRAFT') },
      levels: LEVELS.map((level) => ({ level, count: countOf(facets.level, level) })),
      recent: recentRecords(context),
    };
  }),
};

function unitsByRole({ vault }: UnlockedContext): BodyState['units'] {
  const roles = listItems(vault.tiers, 'unit', '').map(({ tier, item }) => readUnit(tier, item.id).role);
  return UNIT_ROLES.map((role) => ({ role, count: roles.filter((each) => each === role).length }));
}

function outcomesByStatus(context: UnlockedContext): BodyState['outcomes'] {
  const found = listOutcomes(context, '').map(({ status }) => status);
  return OUTCOME_STATUSES.map((status) => ({
    status,
    count: found.filter((each) => each === status).length,
  }));
}

function projectsByState({ app, vault }: UnlockedContext): BodyState['projects'] {
  const date = todayOf({ app });
  const ends = listItems(vault.tiers, 'project', '').map(
    ({ tier, item }) => readProject(tier, item.id).endedOn,
  );
  const ended = ends.filter((end) => end !== null && end < date).length;
  return { running: ends.length - ended, ended };
}

function recentRecords({ app, vault }: UnlockedContext): BodyState['recent'] {
  const found = pageOfRecords(vault.tiers, {}, { by: 'created', direction: 'desc' }, null, RECENT);
  const style = markStyleOf(vault);
  return found.rows.map((row) => showRow(app, vault, row, style));
}
