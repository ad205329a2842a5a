import { randomBytes, timingSafeEqual } from 'node:crypto';
import { insertSentForm, markAnswered, readSentForm, type SentForm } from '#db/bundles/forms.ts';
import { changeExpert, readSheet } from '#db/outcomes/maturityQueries.ts';
import { readOutcome } from '#db/outcomes/queries.ts';
import { find } from '#db/tiers.ts';
import { readTierKey } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import { ANSWER_MOST_BYTES, type AnswerJson } from '#shared/bundles/answer.ts';
import { createBundleSchema } from '#shared/bundles/contract.ts';
import type { MaturityForm } from '#shared/bundles/form.ts';
import { highestLevel, tierOf } from '#shared/confidentiality/levels.ts';
import type { Problem } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import type { AnswerPreview, Panel } from '#shared/outcomes/maturityContract.ts';
import { standingResult } from '#shared/outcomes/panel.ts';
import { lockProblems } from '#shared/outcomes/scoreRules.ts';
import { type SheetFields, sheetFieldsSchema } from '#shared/outcomes/scoreSheet.ts';
import { openAnswer } from '../bundles/answers.ts';
import { ComposeError, createBundle } from '../bundles/compose.ts';
import { deskOf } from '../bundles/desk.ts';
import type { OpenVault } from '../vault/session.ts';
import { withBundles } from './bundleFaults.ts';
import { todayOf } from './calendarDay.ts';
import { assertCitation } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid, notAllowed, notFound } from './errors.ts';
import { findItem, openTierFor } from './items.ts';
import { beginSheet } from './maturitySheets.ts';
import { showPanel } from './maturityShown.ts';

/** A blank sheet goes out with its evidence to one expert, is filled in by the reader, and its answer comes back. */
export const maturityAnswers = {
  sendSheet: withBundles.maturity.sendSheet.handler(async ({ context, input }) => {
    const { vault, app } = context;
    const panel = showPanel(vault, input.id);
    const expert = panel.experts.find(({ id }) => id === input.expertId);
    if (!expert?.person) throw notFound();
    if (standingResult(panel) !== null) throw conflict({ rule: 'PANEL_CONCLUDED' });
    if (!['INVITED', 'CLEAR'].includes(expert.state)) throw notAllowed({ rule: 'PANEL_NOT_SEATED' });
    if (expert.sheet !== null) throw conflict({ rule: 'SHEET_THERE_ALREADY' });
    const form = formFor(vault, panel, expert.person.title);
    const { id: _, expertId: __, recordIds, ...rest } = input;
    const bundle = createBundleSchema.omit({ to: true }).parse({
      ...rest,
      selection: { ids: recordIds },
      withLinked: false,
      imageMetadata: 'STRIP_LOCATION',
      seriesId: null,
      digest: null,
    });
    const { jobs, home, openOptions } = app;
    const compose = { vault, jobs, home, now: () => app.now(), scryptLogN: openOptions.scryptLogN };
    const enter: Parameters<typeof createBundle>[2] = {
      form,
      enter: (tx, bundleId) =>
        insertSentForm(tx, {
          bundleId,
          code: form.code,
          panelId: panel.id,
          expertId: expert.personId,
          sheetId: newId(),
        }),
    };
    const made = await createBundle(compose, { ...bundle, to: null }, enter).catch((error: unknown) => {
      if (!(error instanceof ComposeError)) throw error;
      const { kind: _kind, ...problem } = error.problem;
      throw invalid(problem);
    });
    const done = await deskOf(vault).exports.get(made.id);
    if (!done?.address) throw notFound();
    return {
      address: done.address,
      name: made.fileName,
      copy: done.bundle.copy,
      left: done.bundle.counts.items,
    };
  }),

  previewAnswer: withBundles.maturity.previewAnswer.handler(async ({ context, input }) => {
    const { preview } = await judged(context, input.base64);
    return preview;
  }),

  fileAnswer: withBundles.maturity.fileAnswer.handler(async ({ context, input }) => {
    const { vault } = context;
    const { preview, sent, hash, fields, isCutShort } = await judged(context, input.base64);
    if (preview.state === 'FILED') return { panel: showPanel(vault, sent.form.panelId), isNew: false };
    if (preview.problems.length > 0) throw conflict(...preview.problems);
    const { panelId, expertId } = sent.form;
    const tier = openTierFor(vault, highestLevel(['TRADE_SECRET', showPanel(vault, panelId).level]));
    for (const { indicator, evidence } of fields.scores)
      assertCitation(vault, tier, evidence, `scores.${indicator}`);
    const sheetId = sent.form.sheetId ?? newId();
    // Each write by itself leaves a panel that stands, and opening the same answer again goes on from there.
    if (!isCutShort) {
      declareByAnswer(context, panelId, expertId);
      beginSheet(vault, panelId, expertId, fields, { id: sheetId, lockedOn: todayOf(context) });
    }
    const about = JSON.stringify({ bundle: sent.bundle.id, sheet: sheetId, answer: hash });
    write(sent.tier, vault.writer, { verb: 'maturity.fileAnswer', about }, (tx) =>
      markAnswered(tx, sent.bundle.id, { answeredAt: context.app.now(), answerHash: hash, sheetId }),
    );
    return { panel: showPanel(vault, panelId), isNew: true };
  }),
};

/** Only what is 公开 or 内部 leaves with a form; the answer comes back to the tier of single sheets. */
function formFor(vault: OpenVault, panel: Panel, expert: string): MaturityForm {
  const outcome = panel.outcome ? find(vault.tiers, panel.outcome.id) : null;
  const stored = outcome && readOutcome(outcome.tier, outcome.item.id);
  if (!outcome || !stored) throw notFound();
  if ([panel.level, outcome.item.level].some((level) => tierOf(level) !== 'register')) {
    throw notAllowed({ rule: 'SHEET_MAY_NOT_LEAVE', params: { title: outcome.item.title } });
  }
  const secret = openTierFor(vault, 'TRADE_SECRET');
  const { level, term, mark } = panel;
  return {
    kind: 'MATURITY_SHEET',
    version: 1,
    code: randomBytes(16).toString('hex'),
    answerTo: readTierKey(secret).ageRecipient,
    panel: panel.id,
    outcome: outcome.item.title,
    field: stored.fields.technicalField,
    summary: stored.fields.summary,
    convenedOn: panel.fields.convenedOn,
    expert,
    level: { code: level, term, mark },
  };
}

/**
 * An answer against the copy it names: whose it is, and why it cannot be filed. Who does not know the code of the copy is told
 * the same as who names a bundle that was never sent.
 */
async function judged(
  { vault }: UnlockedContext,
  base64: string,
): Promise<{
  preview: AnswerPreview;
  sent: SentForm;
  hash: string;
  fields: SheetFields;
  /** Its sheet is there; that it was answered was not written any more. */
  isCutShort: boolean;
}> {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0 || bytes.length > 2 * ANSWER_MOST_BYTES) throw invalid({ rule: 'ANSWER_NOT_ONE' });
  const { answer, hash } = await openAnswer(vault, bytes);
  const sent = readSentForm(vault.tiers, answer.bundle.id);
  if (!sent || !isOfCopy(answer, sent)) throw invalid({ rule: 'ANSWER_FOREIGN' });
  const panel = showPanel(vault, sent.form.panelId);
  const expert = panel.experts.find(({ personId }) => personId === sent.form.expertId);
  const isFiled = sent.form.answerHash === hash;
  const read = sheetFieldsSchema.safeParse({
    source: 'ANSWER',
    opinion: answer.form.opinion,
    scores: answer.form.scores,
  });
  if (!read.success) throw invalid({ rule: 'ANSWER_NOT_ONE' });
  const fields = read.data;
  const isCutShort = !isFiled && holdsAnswer(vault, sent, fields);
  const preview: AnswerPreview = {
    state: isFiled ? 'FILED' : 'NEW',
    expert: expert?.person?.title ?? '',
    outcome: panel.outcome,
    panelId: panel.id,
    copy: sent.bundle.copy,
    sentAt: sent.bundle.at,
    answeredAt: answer.answeredAt,
    fields,
    problems: isFiled || isCutShort ? [] : problemsOf(panel, expert, sent, fields),
  };
  return { preview, sent, hash, fields, isCutShort };
}

/** Whether the sheet of this copy was written from this very answer while the copy is not marked as answered. */
function holdsAnswer(vault: OpenVault, { form }: SentForm, { scores, opinion }: SheetFields): boolean {
  if (form.answeredAt !== null || form.sheetId === null) return false;
  const found = find(vault.tiers, form.sheetId);
  const sheet = found?.item.kind === 'maturitySheet' ? readSheet(found.tier, form.sheetId) : null;
  if (sheet?.fields.source !== 'ANSWER') return false;
  const said = ({ indicator, halves, evidence }: SheetFields['scores'][number]) =>
    [indicator, halves, evidence?.recordId, evidence?.sha256].join();
  const kept = new Set(sheet.fields.scores.map(said));
  return sheet.fields.opinion === opinion && scores.every((score) => kept.has(said(score)));
}

function isOfCopy({ bundle, code }: AnswerJson, { form, bundle: row }: SentForm): boolean {
  return (
    bundle.manifest === row.manifestHash &&
    bundle.copy === row.copy &&
    timingSafeEqual(Buffer.from(code, 'hex'), Buffer.from(form.code, 'hex'))
  );
}

function problemsOf(
  panel: Panel,
  expert: Panel['experts'][number] | undefined,
  { form }: SentForm,
  fields: SheetFields,
): Problem[] {
  if (form.answeredAt !== null || (form.sheetId !== null && expert?.sheet?.id === form.sheetId))
    return [{ rule: 'ANSWER_COPY_USED' }];
  if (standingResult(panel) !== null) return [{ rule: 'PANEL_CONCLUDED' }];
  if (!expert || !['INVITED', 'CLEAR'].includes(expert.state)) return [{ rule: 'PANEL_NOT_SEATED' }];
  const [found] = expert.found;
  return [
    ...(expert.state === 'INVITED' && found !== undefined ? [{ rule: `RECUSAL_FOUND_${found}` }] : []),
    ...(expert.sheet === null ? [] : [{ rule: 'SHEET_THERE_ALREADY' }]),
    ...lockProblems(fields),
  ];
}

/** The declaration that stands in the answer, where none was recorded before. */
function declareByAnswer(context: UnlockedContext, panelId: string, personId: string): void {
  const { vault } = context;
  const expert = showPanel(vault, panelId).experts.find((each) => each.personId === personId);
  if (expert?.state !== 'INVITED') return;
  const { tier } = findItem(vault, panelId, 'maturityPanel');
  const declared = { state: 'CLEAR', decidedOn: todayOf(context), ground: null } as const;
  write(tier, vault.writer, { verb: 'maturity.declare' }, (tx) =>
    changeExpert(tx, panelId, expert.id, declared),
  );
}
