import { insertItem, setLinks } from '#db/items/queries.ts';
import { readScreening, readSheet, sheetsOfCase } from '#db/screening/queries.ts';
import { changeSheet, insertSheet } from '#db/screening/writes.ts';
import { all } from '#db/tiers.ts';
import { type WriteTx, write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { Sheet } from '#shared/screening/contract.ts';
import { BLANK_SCORES } from '#shared/screening/panel.ts';
import { isEnded } from '#shared/screening/stages.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import { assertCitation } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid, notAllowed } from './errors.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';
import { removeItem } from './removal.ts';
import { evidenceJudge, knowledgeOfUnit, unitOfCase } from './screeningView.ts';
import { showSheet } from './sheetView.ts';
import { linkedRefs } from './shown.ts';

/** The panel's sheets: one an expert, each an item of its own, 普通商密 unless decided otherwise. */
export const screeningSheets = {
  addSheet: unlocked.screening.addSheet.handler(({ context, input }) => {
    const { vault } = context;
    const tier = openTierFor(vault, input.level);
    const ofCase = findItem(vault, input.caseId, 'screening');
    assertPanelSits(vault, input.caseId);
    const links = {
      SCREENING: linkTargets(vault, tier, [input.caseId], 'screening', 'caseId'),
      PERSON: linkTargets(vault, tier, [input.personId], 'person', 'personId'),
    };
    const experts = all(vault.tiers, (each) => sheetsOfCase(each, input.caseId)).flatMap((id) =>
      linkedRefs(vault, id, 'PERSON'),
    );
    if (experts.some(({ id }) => id === input.personId))
      throw conflict({ rule: 'EXPERT_TWICE', field: 'personId' });
    const unit = unitOfCase(vault, input.caseId);
    const expert = findItem(vault, input.personId, 'person').item;
    if (unit && linkedRefs(vault, input.personId, 'UNIT').some(({ id }) => id === unit.id)) {
      throw invalid({ rule: 'EXPERT_OF_APPLICANT', field: 'personId' });
    }
    const id = newId();
    write(tier, vault.writer, { verb: 'screeningSheet.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'screeningSheet',
        title: `${ofCase.item.title} · ${expert.title}`,
        level: input.level,
        term: defaultTerm(input.level),
        levelFrom: null,
        basis: '',
        personalInfo: true,
      });
      insertSheet(tx, id, { recused: false, recusalReason: '', scores: [...BLANK_SCORES], opinion: '' });
      setLinks(tx, id, 'SCREENING', links.SCREENING);
      setLinks(tx, id, 'PERSON', links.PERSON);
    });
    return show(context, id);
  }),

  removeSheet: unlocked.screening.removeSheet.handler(({ context: { vault }, input }) => {
    const { tier } = findItem(vault, input.id, 'screeningSheet');
    // What an expert signed counts: leaving it out would choose the result.
    if (readSheet(tier, input.id)?.signedOn) throw notAllowed({ rule: 'SHEET_SIGNED' });
    assertPanelOfSheet(vault, input.id);
    return removeItem(vault, input, 'screeningSheet');
  }),

  sheet: unlocked.screening.sheet.handler(({ context, input }) => show(context, input.id)),

  editSheet: unlocked.screening.editSheet.handler(({ context, input }) => {
    const { vault } = context;
    const { tier } = findItem(vault, input.id, 'screeningSheet');
    const before = readSheet(tier, input.id);
    if (before?.signedOn) throw notAllowed({ rule: 'SHEET_SIGNED' });
    const kept = before?.scores.map(({ evidence }) => evidence) ?? [];
    for (const [index, { evidence }] of input.fields.scores.entries()) {
      assertCitation(vault, tier, evidence, `fields.scores.${index}.evidence`, kept);
    }
    return change(context, input, 'screeningSheet.edit', '', (tx) => changeSheet(tx, input.id, input.fields));
  }),

  signSheet: unlocked.screening.signSheet.handler(({ context, input }) => {
    const { problems, signedOn } = show(context, input.id);
    if (signedOn !== null) throw notAllowed({ rule: 'SHEET_SIGNED' });
    if (problems.length > 0) throw invalid(...problems);
    if (input.signedOn > todayOf(context)) throw invalid({ rule: 'DATE_IN_FUTURE', field: 'signedOn' });
    return change(context, input, 'screeningSheet.sign', '', (tx) =>
      changeSheet(tx, input.id, { signedOn: input.signedOn }),
    );
  }),

  reopenSheet: unlocked.screening.reopenSheet.handler(({ context, input }) =>
    change(context, input, 'screeningSheet.reopen', input.reason, (tx) =>
      changeSheet(tx, input.id, { signedOn: null }),
    ),
  ),
};

function change(
  context: UnlockedContext,
  { id, version }: { id: Id; version: number },
  verb: string,
  reason: string,
  deed: (tx: WriteTx) => void,
): Sheet {
  const { vault } = context;
  const { tier, item } = findItem(vault, id, 'screeningSheet');
  assertVersion(item, version);
  assertPanelOfSheet(vault, id);
  write(tier, vault.writer, { verb, reason }, deed);
  return show(context, id);
}

function assertPanelOfSheet(vault: OpenVault, sheetId: Id): void {
  const caseId = linkedRefs(vault, sheetId, 'SCREENING')[0]?.id;
  if (caseId !== undefined) assertPanelSits(vault, caseId);
}

/** @throws NOT_ALLOWED once the panel was concluded or the case has ended: what was counted stays. */
function assertPanelSits(vault: OpenVault, caseId: Id): void {
  const row = readScreening(findItem(vault, caseId, 'screening').tier, caseId);
  if (!row || isEnded(row.stage)) throw notAllowed({ rule: 'CASE_ENDED' });
  if (row.preset === 'SHORT') throw notAllowed({ rule: 'NO_PANEL_IN_PRESET' });
  if (row.panelCount !== null) throw notAllowed({ rule: 'SCREENING_PANEL_ENDED' });
}

function show(context: UnlockedContext, id: Id): Sheet {
  const { vault } = context;
  const caseId = linkedRefs(vault, id, 'SCREENING')[0]?.id;
  const unitId = caseId === undefined ? undefined : unitOfCase(vault, caseId)?.id;
  return showSheet(vault, id, evidenceJudge(vault, knowledgeOfUnit(vault, unitId), todayOf(context)));
}
