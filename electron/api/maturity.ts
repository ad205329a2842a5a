import { insertItem, setLinks } from '#db/items/queries.ts';
import {
  changeExpert,
  changePanel,
  insertPanel,
  readExperts,
  replaceExperts,
} from '#db/outcomes/maturityQueries.ts';
import { type WriteTx, write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import { type PanelExpert, standingResult } from '#shared/outcomes/panel.ts';
import { panelTitle } from '#shared/outcomes/titles.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid, notFound } from './errors.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { maturityAnswers } from './maturityAnswers.ts';
import { maturityDocuments } from './maturityDocuments.ts';
import { computeResult, computeWithout } from './maturityResult.ts';
import { expertsOf, showPanel } from './maturityShown.ts';
import { unlocked } from './procedure.ts';

export const maturity = {
  ...maturityDocuments,
  ...maturityAnswers,

  get: unlocked.maturity.get.handler(({ context: { vault }, input }) => showPanel(vault, input.id)),

  convene: unlocked.maturity.convene.handler(({ context: { vault }, input }) => {
    const { outcomeId, level, fields, expertIds } = input;
    const tier = openTierFor(vault, level);
    const outcome = linkTargets(vault, tier, [outcomeId], 'outcome', 'level');
    const people = linkTargets(vault, tier, expertIds, 'person', 'expertIds');
    const id = newId();
    write(tier, vault.writer, { verb: 'maturity.convene' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'maturityPanel',
        title: panelTitle(fields.convenedOn),
        level,
        term: defaultTerm(level),
        levelFrom: fields.convenedOn,
        basis: '',
        personalInfo: true,
      });
      insertPanel(tx, id, fields);
      setLinks(tx, id, 'OUTCOME', outcome);
      replaceExperts(
        tx,
        id,
        people.map((person) => invited(person.id)),
      );
    });
    return showPanel(vault, id);
  }),

  edit: unlocked.maturity.edit.handler(({ context: { vault }, input }) =>
    change(vault, input, 'maturity.edit', (tx) => changePanel(tx, input.id, input.fields)),
  ),

  setExperts: unlocked.maturity.setExperts.handler(({ context: { vault }, input }) => {
    const { tier } = findItem(vault, input.id, 'maturityPanel');
    assertNotConcluded(vault, input.id);
    const present = expertsOf(vault, input.id);
    // Who declared something or began a sheet stays on the list: what was declared is part of the panel's record.
    const bound = present.filter(({ state, sheet }) => state !== 'INVITED' || sheet !== null);
    const left = bound.find(({ personId }) => !input.personIds.includes(personId));
    if (left) throw conflict({ rule: 'PANEL_EXPERT_BOUND', params: { name: left.person?.title ?? '' } });
    const added = input.personIds.filter((id) => !present.some(({ personId }) => personId === id));
    linkTargets(vault, tier, added, 'person', 'personIds');
    const rows = readExperts(tier, input.id);
    return change(vault, input, 'maturity.setExperts', (tx) =>
      replaceExperts(
        tx,
        input.id,
        [...new Set(input.personIds)].map(
          (id) => rows.find(({ personId }) => personId === id) ?? invited(id),
        ),
      ),
    );
  }),

  declare: unlocked.maturity.declare.handler(({ context, input }) => {
    const { vault } = context;
    const { expertId, ground, note } = input;
    assertNotConcluded(vault, input.id);
    const expert = expertOf(vault, input.id, expertId);
    const [found] = expert.found;
    if (ground === null && found !== undefined) {
      throw invalid({ rule: `RECUSAL_FOUND_${found}`, field: 'ground' });
    }
    return change(vault, input, 'maturity.declare', (tx) =>
      changeExpert(tx, input.id, expertId, {
        state: ground === null ? 'CLEAR' : 'RECUSED',
        decidedOn: todayOf(context),
        ground,
        note,
      }),
    );
  }),

  markAbsent: unlocked.maturity.markAbsent.handler(({ context, input }) => {
    const { vault } = context;
    assertNotConcluded(vault, input.id);
    const expert = expertOf(vault, input.id, input.expertId);
    // A sheet that was handed in counts: leaving it out by calling its expert absent would choose the result.
    if (!['MISSING', 'DRAFT'].includes(expert.standing)) throw conflict({ rule: 'PANEL_SHEET_HANDED_IN' });
    return decide(context, input, 'maturity.markAbsent', 'ABSENT', null);
  }),

  exclude: unlocked.maturity.exclude.handler(({ context, input }) => {
    const { vault } = context;
    const isConcluded = standingResult(showPanel(vault, input.id)) !== null;
    if (expertOf(vault, input.id, input.expertId).state !== 'CLEAR')
      throw conflict({ rule: 'PANEL_NOT_SEATED' });
    const follow = isConcluded ? computeWithout(context, input.id, input.expertId) : undefined;
    return decide(context, input, 'maturity.exclude', 'EXCLUDED', input.ground, follow);
  }),

  conclude: unlocked.maturity.conclude.handler(({ context, input }) => {
    assertNotConcluded(context.vault, input.id);
    return change(context.vault, input, 'maturity.conclude', computeResult(context, input.id));
  }),
};

function decide(
  context: UnlockedContext,
  input: { id: Id; version: number; expertId: Id; note: string },
  verb: string,
  state: 'ABSENT' | 'EXCLUDED',
  ground: PanelExpert['ground'],
  then: (tx: WriteTx) => void = () => undefined,
): Panel {
  const decided = { state, ground, note: input.note, decidedOn: todayOf(context) };
  return change(
    context.vault,
    input,
    verb,
    (tx) => {
      changeExpert(tx, input.id, input.expertId, decided);
      then(tx);
    },
    input.note,
  );
}

function change(
  vault: OpenVault,
  { id, version }: { id: Id; version: number },
  verb: string,
  change: (tx: WriteTx) => void,
  reason = '',
): Panel {
  const { tier, item } = findItem(vault, id, 'maturityPanel');
  assertVersion(item, version);
  write(tier, vault.writer, { verb, reason }, change);
  return showPanel(vault, id);
}

function expertOf(vault: OpenVault, panelId: Id, expertId: Id): Panel['experts'][number] {
  const expert = expertsOf(vault, panelId).find(({ id }) => id === expertId);
  if (!expert) throw notFound();
  return expert;
}

function assertNotConcluded(vault: OpenVault, panelId: Id): void {
  if (standingResult(showPanel(vault, panelId)) !== null) throw conflict({ rule: 'PANEL_CONCLUDED' });
}

function invited(personId: Id): PanelExpert {
  return { id: newId(), personId, state: 'INVITED', decidedOn: null, ground: null, note: '' };
}
