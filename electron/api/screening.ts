import { listItems } from '#db/items/nounList.ts';
import type { TierFile } from '#db/open.ts';
import { type BoardRow, readBoard, readChecks, readObjections } from '#db/screening/queries.ts';
import { changeScreening, putCheck, putObjection } from '#db/screening/writes.ts';
import { readSettings } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import { namedChanges } from '#shared/changes.ts';
import { type Id, newId } from '#shared/ids.ts';
import { decisionDocument } from '#shared/screening/decisionDocument.ts';
import { offerDocument } from '../documents/offerDocument.ts';
import { todayOf } from './calendarDay.ts';
import { assertCitation } from './citations.ts';
import { assertVersion, findItem, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';
import { assertNoneRuns, assertRuns, insertCase } from './screeningCase.ts';
import { screeningDecisions } from './screeningDecisions.ts';
import { screeningSheets } from './screeningSheets.ts';
import { showCase, showCaseRow } from './screeningView.ts';

export const screening = {
  list: unlocked.screening.list.handler(({ context: { vault }, input }) => {
    const boards = new Map<TierFile, Map<Id, BoardRow>>();
    return listItems(vault.tiers, 'screening', input.text).flatMap(({ tier, item }) => {
      const board = boards.get(tier) ?? readBoard(tier);
      boards.set(tier, board);
      const row = board.get(item.id);
      return row ? [showCaseRow(vault, item, row)] : [];
    });
  }),

  get: unlocked.screening.get.handler(({ context, input }) =>
    showCase(context.vault, input.id, todayOf(context)),
  ),

  create: unlocked.screening.create.handler(({ context, input }) => {
    const { vault } = context;
    const id = newId();
    const tier = openTierFor(vault, input.level);
    assertNoneRuns(vault, input.unitId);
    write(tier, vault.writer, { verb: 'screening.create' }, (tx) =>
      insertCase(vault, tx, { id, ...input, entered: 'DECIDED' }),
    );
    return showCase(vault, id, todayOf(context));
  }),

  edit: unlocked.screening.edit.handler(({ context, input }) => {
    const { vault } = context;
    const { tier, item } = findItem(vault, input.id, 'screening');
    assertVersion(item, input.version);
    assertRuns(tier, input.id);
    write(tier, vault.writer, { verb: 'screening.edit' }, (tx) =>
      changeScreening(tx, input.id, namedChanges(input.fields)),
    );
    return showCase(vault, input.id, todayOf(context));
  }),

  putCheck: unlocked.screening.putCheck.handler(({ context, input }) => {
    const { vault } = context;
    const { tier, item } = findItem(vault, input.id, 'screening');
    assertVersion(item, input.version);
    assertRuns(tier, input.id);
    const kept = readChecks(tier, input.id).map(({ evidence }) => evidence);
    assertCitation(vault, tier, input.check.evidence, 'check.evidence', kept);
    write(tier, vault.writer, { verb: 'screening.check' }, (tx) => putCheck(tx, input.id, input.check));
    return showCase(vault, input.id, todayOf(context));
  }),

  putObjection: unlocked.screening.putObjection.handler(({ context, input }) => {
    const { vault } = context;
    const { tier, item } = findItem(vault, input.id, 'screening');
    assertVersion(item, input.version);
    assertRuns(tier, input.id);
    const kept = readObjections(tier, input.id).map(({ evidence }) => evidence);
    assertCitation(vault, tier, input.objection.evidence, 'objection.evidence', kept);
    write(tier, vault.writer, { verb: 'screening.objection' }, (tx) =>
      putObjection(tx, input.id, input.objection),
    );
    return showCase(vault, input.id, todayOf(context));
  }),

  document: unlocked.screening.document.handler(({ context, input }) => {
    const { vault } = context;
    const it = showCase(vault, input.id, todayOf(context));
    const paper = decisionDocument(it, { body: readSettings(vault.register).shortName });
    return offerDocument(vault, paper, input.format, `${it.title} ${paper.title}`);
  }),

  ...screeningDecisions,
  ...screeningSheets,
};
