import { createHash } from 'node:crypto';
import { addResult, setVoided } from '#db/outcomes/maturityQueries.ts';
import type { WriteTx } from '#db/write.ts';
import { type Id, newId } from '#shared/ids.ts';
import { maturityOf } from '#shared/outcomes/maturity.ts';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import { PANEL_FLOOR, type PanelResult } from '#shared/outcomes/panel.ts';
import { completeScores } from '#shared/outcomes/scoreRules.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import { isEveryTierOpen } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, notAllowed } from './errors.ts';
import { expertsOf, missingOf, type PanelSheet, sheetsOf, showPanel } from './maturityShown.ts';

/**
 * Computes a panel's result from the locked sheets of its seated experts, and gives what adds it to the panel. Only with every
 * tier open: a sheet out of sight would be left out silently.
 *
 * @throws NOT_ALLOWED, CONFLICT with everything that is missing
 */
export function computeResult(context: UnlockedContext, panelId: Id): (tx: WriteTx) => void {
  assertEveryTierOpen(context.vault);
  const experts = expertsOf(context.vault, panelId);
  const missing = missingOf(experts);
  if (missing.length > 0) throw conflict(...missing);
  const isFirst = showPanel(context.vault, panelId).results.length === 0;
  const result = resultOf(context, countedSheets(context.vault, panelId, experts), isFirst);
  return (tx) => addResult(tx, panelId, result);
}

/**
 * What follows when an expert's sheet no longer counts after the conclusion (domain rules 5.2: excluded and computed again, both
 * results kept). What was concluded once counts on by its sheets; evidence that changed since is a matter for a new panel. With
 * fewer sheets than the floor nothing is computed: the result is void, and the panel may take in experts and conclude again.
 *
 * @throws NOT_ALLOWED
 */
export function computeWithout(context: UnlockedContext, panelId: Id, expertId: Id): (tx: WriteTx) => void {
  assertEveryTierOpen(context.vault);
  const others = expertsOf(context.vault, panelId).filter(({ id }) => id !== expertId);
  const counted = countedSheets(context.vault, panelId, others);
  if (counted.length < PANEL_FLOOR) return (tx) => setVoided(tx, panelId, todayOf(context));
  const result = resultOf(context, counted, false);
  return (tx) => addResult(tx, panelId, result);
}

function assertEveryTierOpen(vault: OpenVault): void {
  if (!isEveryTierOpen(vault)) throw notAllowed({ rule: 'EVERY_TIER_NEEDED' });
}

function countedSheets(vault: OpenVault, panelId: Id, experts: Panel['experts']): PanelSheet[] {
  const sheets = sheetsOf(vault, panelId);
  return experts
    .filter(({ state }) => state === 'CLEAR')
    .flatMap(({ personId }) => sheets.find(({ expertId }) => expertId === personId) ?? [])
    .filter(({ sheet }) => completeScores(sheet.fields.scores) !== null);
}

function resultOf(context: UnlockedContext, counted: readonly PanelSheet[], isFirst: boolean): PanelResult {
  const basis = counted.map(({ hash }) => hash).join('\n');
  return {
    id: newId(),
    computedOn: todayOf(context),
    cause: isFirst ? 'CONCLUDED' : 'LATE_RECUSAL',
    ...maturityOf(counted.flatMap(({ sheet }) => completeScores(sheet.fields.scores) ?? [])),
    basis: createHash('sha256').update(basis).digest('hex'),
  };
}
