import { createHash } from 'node:crypto';
import { addResult } from '#db/outcomes/maturityQueries.ts';
import type { WriteTx } from '#db/write.ts';
import { type Id, newId } from '#shared/ids.ts';
import { maturityOf } from '#shared/outcomes/maturity.ts';
import { PANEL_FLOOR, type PanelResult, type ResultCause } from '#shared/outcomes/panel.ts';
import { completeScores } from '#shared/outcomes/scoreRules.ts';
import { todayOf } from './calendarDay.ts';
import { isEveryTierOpen } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, notAllowed } from './errors.ts';
import { expertsOf, missingOf, sheetsOf } from './maturityShown.ts';

/**
 * Computes a panel's result from the locked sheets of its seated experts, and gives what adds it to the panel. Only with every
 * tier open: a sheet out of sight would be left out silently.
 *
 * @param without an expert whose sheet no longer counts
 * @throws NOT_ALLOWED, CONFLICT with everything that is missing
 */
export function computeResult(
  context: UnlockedContext,
  panelId: Id,
  cause: ResultCause,
  without: Id | null,
): (tx: WriteTx) => void {
  const { vault } = context;
  if (!isEveryTierOpen(vault)) throw notAllowed({ rule: 'EVERY_TIER_NEEDED' });
  const counting = expertsOf(vault, panelId).filter(({ id }) => id !== without);
  // What was concluded once counts on by its sheets; evidence that changed since is a matter for a new panel.
  const missing = cause === 'CONCLUDED' ? missingOf(counting) : [];
  if (missing.length > 0) throw conflict(...missing);
  const sheets = sheetsOf(vault, panelId);
  const counted = counting
    .filter(({ state }) => state === 'CLEAR')
    .flatMap(({ personId }) => sheets.find(({ expertId }) => expertId === personId) ?? []);
  const scores = counted.flatMap(({ sheet }) => completeScores(sheet.fields.scores) ?? []);
  if (scores.length < PANEL_FLOOR)
    throw conflict({ rule: 'PANEL_LEFT_BELOW_FLOOR', params: { count: scores.length, needed: PANEL_FLOOR } });
  const result: PanelResult = {
    id: newId(),
    computedOn: todayOf(context),
    cause,
    ...maturityOf(scores),
    basis: createHash('sha256')
      .update(counted.map(({ hash }) => hash).join('\n'))
      .digest('hex'),
  };
  return (tx) => addResult(tx, panelId, result);
}
