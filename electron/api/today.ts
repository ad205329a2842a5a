import { setImmediate } from 'node:timers/promises';
import { listItems } from '#db/items/nounList.ts';
import { readUnitRow } from '#db/members/queries.ts';
import { openMeasures } from '#db/members/rows.ts';
import { readProject } from '#db/projects/queries.ts';
import { facetsOfRecords } from '#db/records/facets.ts';
import { pageOfRecords } from '#db/records/listing.ts';
import { readScreening } from '#db/screening/queries.ts';
import { all } from '#db/tiers.ts';
import { LEVELS } from '#shared/confidentiality/levels.ts';
import { MEMBER_STATES, memberState } from '#shared/members/membership.ts';
import { UNIT_ROLES } from '#shared/members/unit.ts';
import { OUTCOME_STATUSES } from '#shared/outcomes/outcome.ts';
import { CASE_STAGES, isEnded } from '#shared/screening/stages.ts';
import { boardOf } from '#shared/showcase/board.ts';
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
      ...unitsOf(context),
      screenings: screeningsByStage(context),
      ...outcomesOf(context),
      projects: projectsByState(context),
      records: { total: facets.total, drafts: countOf(facets.stage, 'DRAFT') },
      levels: LEVELS.map((level) => ({ level, count: countOf(facets.level, level) })),
      recent: recentRecords(context),
    };
  }),
};

function unitsOf({ vault }: UnlockedContext): Pick<BodyState, 'units' | 'members'> {
  const open = Map.groupBy(all(vault.tiers, openMeasures), ({ unitId }) => unitId);
  const units = listItems(vault.tiers, 'unit', '').map(({ tier, item }) => {
    const row = readUnitRow(tier, item.id);
    const member = { since: row?.memberSince ?? null, until: row?.memberUntil ?? null };
    return { role: row?.role, state: memberState(member, open.get(item.id) ?? []) };
  });
  return {
    units: UNIT_ROLES.map((role) => ({ role, count: units.filter((each) => each.role === role).length })),
    members: MEMBER_STATES.map((state) => ({
      state,
      count: units.filter((each) => each.state === state).length,
    })),
  };
}

function screeningsByStage({ vault }: UnlockedContext): BodyState['screenings'] {
  const stages = listItems(vault.tiers, 'screening', '').flatMap(
    ({ tier, item }) => readScreening(tier, item.id)?.stage ?? [],
  );
  return CASE_STAGES.filter((stage) => !isEnded(stage)).flatMap((stage) => {
    const count = stages.filter((each) => each === stage).length;
    return count === 0 ? [] : [{ stage, count }];
  });
}

function outcomesOf(context: UnlockedContext): Pick<BodyState, 'outcomes' | 'outcomeFields'> {
  const found = listOutcomes(context, '');
  return {
    outcomes: OUTCOME_STATUSES.map((status) => ({
      status,
      count: found.filter((each) => each.status === status).length,
    })),
    outcomeFields: boardOf(found).map(({ field, byStatus }) => ({
      field,
      counts: OUTCOME_STATUSES.map((status) => byStatus[status].length),
    })),
  };
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
