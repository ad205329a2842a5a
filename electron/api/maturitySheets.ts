import { insertItem, setLinks } from '#db/items/queries.ts';
import type { TierFile } from '#db/open.ts';
import { changeSheet, insertSheet, readSheet, setLock } from '#db/outcomes/maturityQueries.ts';
import { type WriteTx, write } from '#db/write.ts';
import { highestLevel } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { MaturitySheet, Panel } from '#shared/outcomes/maturityContract.ts';
import { standingResult } from '#shared/outcomes/panel.ts';
import { lockProblems, scoreProblems } from '#shared/outcomes/scoreRules.ts';
import { BLANK_SHEET, type SheetFields } from '#shared/outcomes/scoreSheet.ts';
import { sheetTitle } from '#shared/outcomes/titles.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import { assertCitation } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid, notAllowed, notFound } from './errors.ts';
import { assertVersion, findItem, openTierFor } from './items.ts';
import { hashOfSheet, showPanel, showSheet } from './maturityShown.ts';
import { unlocked } from './procedure.ts';

export const maturitySheets = {
  get: unlocked.maturitySheets.get.handler(({ context: { vault }, input }) => showSheet(vault, input.id)),

  begin: unlocked.maturitySheets.begin.handler(({ context: { vault }, input }) =>
    showSheet(vault, beginSheet(vault, input.panelId, input.expertId, BLANK_SHEET)),
  ),

  edit: unlocked.maturitySheets.edit.handler(({ context: { vault }, input }) => {
    const { id, fields } = input;
    const { tier } = findItem(vault, id, 'maturitySheet');
    const before = readSheet(tier, id);
    if (before?.lockedOn !== null) throw conflict({ rule: 'SHEET_LOCKED' });
    assertScores(vault, id, fields, before.fields);
    return change(vault, input, 'maturity.fillSheet', (tx) => changeSheet(tx, id, fields));
  }),

  lock: unlocked.maturitySheets.lock.handler(({ context, input }) => {
    const { tier, item } = findItem(context.vault, input.id, 'maturitySheet');
    assertVersion(item, input.version);
    return lockSheet(context, item.id, tier);
  }),

  reopen: unlocked.maturitySheets.reopen.handler(({ context: { vault }, input }) => {
    const { lockedOn, concluded, panel } = showSheet(vault, input.id);
    if (lockedOn === null) throw conflict({ rule: 'SHEET_NOT_LOCKED' });
    if (panel === null) throw notFound();
    // The panel's result stands on the sheet as it was locked.
    if (concluded) throw conflict({ rule: 'PANEL_CONCLUDED' });
    return change(
      vault,
      input,
      'maturity.reopenSheet',
      (tx) => setLock(tx, input.id, null, ''),
      input.reason,
    );
  }),
};

/**
 * Makes the sheet of an expert who has declared that no ground for recusal holds. A single score sheet is 普通商密, or as high as
 * the panel.
 *
 * @param cameIn for one that came in complete: the id kept for it, and the day; it is locked in the same write
 * @throws CONFLICT where there is one already
 */
export function beginSheet(
  vault: OpenVault,
  panelId: Id,
  expertId: Id,
  fields: SheetFields,
  cameIn: { id: Id; lockedOn: string } | null = null,
): Id {
  const panel = showPanel(vault, panelId);
  const level = highestLevel(['TRADE_SECRET', panel.level]);
  const tier = openTierFor(vault, level);
  const expert = assertMayScore(panel, expertId);
  if (expert.sheet !== null) throw conflict({ rule: 'SHEET_THERE_ALREADY' });
  if (expert.person === null) throw notFound();
  const id = cameIn?.id ?? newId();
  write(tier, vault.writer, { verb: 'maturity.beginSheet' }, (tx) => {
    insertItem(tx, {
      id,
      kind: 'maturitySheet',
      title: sheetTitle(expert.person?.title ?? '', panel.fields.convenedOn),
      level,
      term: defaultTerm(level),
      levelFrom: panel.fields.convenedOn,
      basis: '',
      personalInfo: true,
    });
    insertSheet(tx, id, fields);
    setLinks(tx, id, 'MATURITY_PANEL', [{ id: panelId, kind: 'maturityPanel' }]);
    setLinks(tx, id, 'EXPERT', [{ id: expert.personId, kind: 'person' }]);
    if (cameIn !== null) {
      const { lockedOn } = cameIn;
      setLock(tx, id, lockedOn, hashOfSheet(id, panelId, expert.personId, { fields, lockedOn }));
    }
  });
  return id;
}

/** Locks a sheet: from here on it is what its hash says. @throws INVALID with everything that is missing */
export function lockSheet(
  context: UnlockedContext,
  id: Id,
  tier: TierFile = findItem(context.vault, id, 'maturitySheet').tier,
): MaturitySheet {
  const { vault } = context;
  const sheet = readSheet(tier, id);
  const { panel, expert } = showSheet(vault, id);
  if (!sheet || !panel || !expert) throw notFound();
  if (sheet.lockedOn !== null) throw conflict({ rule: 'SHEET_LOCKED' });
  assertMayScore(showPanel(vault, panel.id), expert.id);
  const problems = lockProblems(sheet.fields);
  if (problems.length > 0) throw invalid(...problems);
  for (const { indicator, evidence } of sheet.fields.scores)
    assertCitation(vault, tier, evidence, `scores.${indicator}`);
  const lockedOn = todayOf(context);
  const hash = hashOfSheet(id, panel.id, expert.id, { fields: sheet.fields, lockedOn });
  write(tier, vault.writer, { verb: 'maturity.lockSheet' }, (tx) => setLock(tx, id, lockedOn, hash));
  return showSheet(vault, id);
}

function assertMayScore(panel: Panel, personId: Id): Panel['experts'][number] {
  const expert = panel.experts.find((each) => each.personId === personId);
  if (!expert) throw notFound();
  if (standingResult(panel) !== null) throw conflict({ rule: 'PANEL_CONCLUDED' });
  if (expert.state === 'INVITED')
    throw notAllowed({ rule: 'PANEL_NOT_DECLARED', params: { name: expert.person?.title ?? '' } });
  if (expert.state !== 'CLEAR') throw notAllowed({ rule: 'PANEL_NOT_SEATED' });
  return expert;
}

function assertScores(vault: OpenVault, id: Id, fields: SheetFields, before: SheetFields): void {
  const problems = scoreProblems(fields.scores);
  if (problems.length > 0) throw invalid(...problems);
  const { tier } = findItem(vault, id, 'maturitySheet');
  const kept = before.scores.map(({ evidence }) => evidence);
  for (const { indicator, evidence } of fields.scores)
    assertCitation(vault, tier, evidence, `scores.${indicator}`, kept);
}

function change(
  vault: OpenVault,
  { id, version }: { id: Id; version: number },
  verb: string,
  change: (tx: WriteTx) => void,
  reason = '',
): MaturitySheet {
  const { tier, item } = findItem(vault, id, 'maturitySheet');
  assertVersion(item, version);
  write(tier, vault.writer, { verb, reason }, change);
  return showSheet(vault, id);
}
