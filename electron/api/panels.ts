import { listItems } from '#db/items/nounList.ts';
import { insertItem, setLinks } from '#db/items/queries.ts';
import type { TierFile } from '#db/open.ts';
import {
  addDecision,
  addStep,
  changePanel,
  insertPanel,
  lastReviewNumber,
  readSteps,
  setReview,
} from '#db/showcase/panels.ts';
import { write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { Panel } from '#shared/showcase/contract.ts';
import { checkDecision } from '#shared/showcase/gate.ts';
import { contentHashOf, missingIn, type PanelFields, type PanelPicture } from '#shared/showcase/panel.ts';
import { afterEdit, afterStep, checkStep } from '#shared/showcase/review.ts';
import { reviewForm } from '#shared/showcase/reviewForm.ts';
import { offerDocument } from '../documents/offerDocument.ts';
import { citedFile } from '../showcase/citedFile.ts';
import { showPanel, showPanelRow, type WholePanel, wholePanel } from '../showcase/panelView.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import { assertCitation, isEveryTierOpen } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { invalid, notAllowed } from './errors.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { ownLinks } from './ownLinks.ts';
import { unlocked } from './procedure.ts';
import { assertUnnamed, removeItem } from './removal.ts';

export const panels = {
  list: unlocked.panels.list.handler(({ context: { app, vault }, input }) =>
    listItems(vault.tiers, 'panel', input.text).map(({ tier, item }) =>
      showPanelRow(app, vault, wholePanel(vault, tier, item)),
    ),
  ),

  get: unlocked.panels.get.handler(({ context, input }) => showById(context, input.id)),

  create: unlocked.panels.create.handler(({ context, input }) => {
    const { vault } = context;
    const { level, fields, pictures } = input;
    assertSpan(fields);
    const tier = openTierFor(vault, level);
    assertPictures(vault, tier, pictures);
    const outcome = linkTargets(vault, tier, idsOf(input.outcomeId), 'outcome', 'outcomeId');
    const id = newId();
    write(tier, vault.writer, { verb: 'panel.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'panel',
        title: fields.zh.title,
        level,
        term: defaultTerm(level),
        levelFrom: null,
        basis: '',
        personalInfo: false,
      });
      insertPanel(tx, id, fields, pictures, contentHashOf(fields, pictures));
      setLinks(tx, id, 'SHOWS', outcome);
    });
    return showById(context, id);
  }),

  edit: unlocked.panels.edit.handler(({ context, input }) => {
    const { vault } = context;
    const { id, fields, pictures } = input;
    assertSpan(fields);
    const whole = versioned(vault, input);
    const { tier, row, review } = whole;
    assertPictures(vault, tier, pictures, whole.pictures);
    const outcome = ownLinks(vault, tier, id, 'SHOWS', idsOf(input.outcomeId), 'outcomeId');
    const after = afterEdit(review, contentHashOf(fields, pictures));
    const isNew = after.contentHash !== review.contentHash;
    const edition = row.edition + (isNew ? 1 : 0);
    write(tier, vault.writer, { verb: 'panel.edit' }, (tx) => {
      changePanel(tx, id, fields, pictures, edition);
      setLinks(tx, id, 'SHOWS', outcome);
      setReview(tx, id, after, isNew ? '' : row.reviewNo);
      if (isNew && review.state !== 'DRAFT') {
        addStep(tx, id, {
          at: tx.at,
          step: 'EDIT',
          fromState: review.state,
          toState: 'DRAFT',
          actor: vault.me.name,
          remark: '',
          edition,
        });
      }
    });
    return showById(context, id);
  }),

  decide: unlocked.panels.decide.handler(({ context, input }) => {
    const { vault, app } = context;
    const { id, version: _, ...decision } = input;
    const { tier, review, row, facts } = versioned(vault, input);
    const problem = checkDecision(decision, review.state, facts.owners, todayOf({ app }));
    if (problem) throw invalid(problem);
    assertCitation(vault, tier, decision.paper, 'paper');
    decision.consents.forEach(({ paper }, at) => {
      assertCitation(vault, tier, paper, `consents.${at}.paper`);
    });
    write(tier, vault.writer, { verb: 'panel.decide' }, (tx) =>
      addDecision(tx, id, { ...decision, contentHash: row.contentHash }),
    );
    return showById(context, id);
  }),

  step: unlocked.panels.step.handler(({ context, input }) => {
    const { vault, app } = context;
    const { id, version: _, ...step } = input;
    const { tier, review, facts, row, pictures } = versioned(vault, input);
    const today = todayOf({ app });
    if (step.step === 'SUBMIT') {
      const missing = missingIn(row, pictures.length);
      if (missing.length > 0) throw invalid(...missing);
    }
    const letsOut = review.state === 'SECRECY_REVIEW' ? step.step === 'PASS' : step.step === 'PUBLISH';
    if (letsOut && !isEveryTierOpen(vault)) throw notAllowed({ rule: 'EVERY_TIER_NEEDED' });
    const problems = checkStep(review, step, facts, today);
    if (problems.length > 0) throw notAllowed(...problems);
    const after = afterStep(review, step);
    write(tier, vault.writer, { verb: VERBS[step.step], reason: step.remark }, (tx) => {
      const isApproval = after.state === 'APPROVED' && review.state !== 'APPROVED';
      const dropsApproval = after.approvedHash === null;
      setReview(tx, id, after, isApproval ? nextReviewNo(tier, today) : dropsApproval ? '' : row.reviewNo);
      addStep(tx, id, {
        at: tx.at,
        step: step.step,
        fromState: review.state,
        toState: after.state,
        actor: step.actor,
        remark: step.remark,
        edition: row.edition,
      });
    });
    return showById(context, id);
  }),

  remove: unlocked.panels.remove.handler(({ context: { vault }, input }) => {
    const { tier } = findItem(vault, input.id, 'panel');
    if (readSteps(tier, input.id).length > 0) throw notAllowed({ rule: 'PANEL_WAS_REVIEWED' });
    assertUnnamed(vault, input.id);
    return removeItem(vault, input, 'panel');
  }),

  reviewForm: unlocked.panels.reviewForm.handler(({ context, input }) => {
    const panel = showById(context, input.id);
    const name = ['保密审查审批表', panel.reviewNo, panel.title].filter((part) => part !== '').join(' ');
    return offerDocument(context.vault, reviewForm(panel), input.format, name);
  }),
};

const VERBS = {
  SUBMIT: 'panel.submit',
  PASS: 'panel.pass',
  RETURN: 'panel.return',
  PUBLISH: 'panel.publish',
  WITHDRAW: 'panel.withdraw',
  REOPEN: 'panel.reopen',
} as const;

/** 审查编号, by year: a panel that is approved is 公开, so all of them lie in one tier. */
function nextReviewNo(tier: TierFile, today: string): string {
  const prefix = `展审〔${today.slice(0, 4)}〕`;
  return `${prefix}${lastReviewNumber(tier, prefix) + 1}号`;
}

function idsOf(id: Id | null): Id[] {
  return id === null ? [] : [id];
}

function versioned(vault: OpenVault, { id, version }: { id: string; version: number }): WholePanel {
  const { tier, item } = findItem(vault, id, 'panel');
  assertVersion(item, version);
  return wholePanel(vault, tier, item);
}

function showById({ app, vault }: UnlockedContext, id: string): Panel {
  const { tier, item } = findItem(vault, id, 'panel');
  return showPanel(app, vault, wholePanel(vault, tier, item));
}

function assertSpan({ showFrom, showTo }: PanelFields): void {
  if (showFrom && showTo && showTo < showFrom)
    throw invalid({ rule: 'ENDS_BEFORE_START', field: 'fields.showTo' });
}

/** `kept`: those that stand there already, which may have changed since without stopping other edits. */
function assertPictures(
  vault: OpenVault,
  tier: TierFile,
  pictures: readonly PanelPicture[],
  kept: readonly PanelPicture[] = [],
): void {
  for (const picture of pictures) {
    assertCitation(vault, tier, picture, 'pictures', kept);
    const cited = citedFile(vault, picture);
    const kind = cited.state === 'NOT_OPEN' ? undefined : cited.file?.kind;
    if (kind !== undefined && kind !== 'image' && kind !== 'video')
      throw invalid({ rule: 'NOT_A_PICTURE_OR_FILM', field: 'pictures' });
  }
}
