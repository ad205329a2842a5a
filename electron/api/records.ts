import { setImmediate } from 'node:timers/promises';
import { insertItem, setLinks, setRemoved } from '#db/items/queries.ts';
import { type FacetCount, facetsOfRecords } from '#db/records/facets.ts';
import { pageOfRecords, recordIds } from '#db/records/listing.ts';
import { insertRecord } from '#db/records/writes.ts';
import { write } from '#db/write.ts';
import { newId } from '#shared/ids.ts';
import { EMPTY_RECORD_FIELDS, yearOfDate } from '#shared/records/recordFields.ts';
import { inBulk } from './bulk.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { assertTerm, assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';
import { archiving } from './recordArchiving.ts';
import { changer, linkProblems, present } from './recordChanges.ts';
import { recordFiles } from './recordFiles.ts';
import { history } from './recordHistory.ts';
import { showRecord, showRow } from './recordView.ts';
import { markStyleOf, refOf } from './shown.ts';

const MOST_IDS = 10_000;

export const records = {
  page: unlocked.records.page.handler(({ context: { app, vault }, input }) => {
    const order = { by: input.order, direction: input.direction };
    const found = pageOfRecords(vault.tiers, input.query, order, fromCursor(input.after), input.limit);
    const style = markStyleOf(vault);
    return { rows: found.rows.map((row) => showRow(app, vault, row, style)), after: toCursor(found.after) };
  }),

  facets: unlocked.records.facets.handler(async ({ context: { vault }, input }) => {
    const facets = await facetsOfRecords(vault.tiers, input.query, () => setImmediate());
    const plain = (counts: FacetCount[]) =>
      counts.map(({ value, count }) => ({ value, label: value, count }));
    const named = (counts: FacetCount[]) =>
      counts.flatMap(({ value, count }) => {
        const ref = refOf(vault.tiers, value);
        return ref ? [{ value, label: ref.title, count }] : [];
      });
    return {
      total: facets.total,
      years: plain(facets.year),
      categories: plain(facets.category),
      levels: plain(facets.level),
      stages: plain(facets.stage),
      projects: named(facets.PROJECT),
      people: named(facets.PERSON),
    };
  }),

  ids: unlocked.records.ids.handler(({ context: { vault }, input }) => {
    const ids = recordIds(vault.tiers, input.query, MOST_IDS + 1);
    return { ids: ids.slice(0, MOST_IDS), more: ids.length > MOST_IDS };
  }),

  get: unlocked.records.get.handler(({ context: { app, vault }, input }) => showRecord(app, vault, input.id)),

  create: unlocked.records.create.handler(({ context: { app, vault }, input }) => {
    assertTerm(input.level, input.term);
    const tier = openTierFor(vault, input.level);
    const fields = { ...EMPTY_RECORD_FIELDS, ...present(input.fields), title: input.fields.title };
    const project = linkTargets(
      vault,
      tier,
      input.projectId ? [input.projectId] : [],
      'project',
      'projectId',
    );
    const people = linkTargets(vault, tier, input.peopleIds ?? [], 'person', 'peopleIds');
    const id = newId();
    write(tier, vault.writer, { verb: 'record.create' }, (tx) => {
      const { level, term, basis, personalInfo } = input;
      insertItem(tx, {
        id,
        kind: 'record',
        title: fields.title,
        level,
        term,
        levelFrom: fields.docDate,
        basis,
        personalInfo,
      });
      const { title: _, ...own } = fields;
      insertRecord(tx, id, { ...own, year: own.year ?? yearOfDate(own.docDate) });
      setLinks(tx, id, 'PROJECT', project);
      setLinks(tx, id, 'PERSON', people);
    });
    return showRecord(app, vault, id);
  }),

  edit: unlocked.records.edit.handler(({ context: { app, vault }, input }) => {
    const { tier, item } = findItem(vault, input.id, 'record');
    assertVersion(item, input.version);
    const apply = changer(vault, tier, input.changes);
    write(tier, vault.writer, { verb: 'record.edit' }, (tx) => apply(tx, input.id));
    return showRecord(app, vault, input.id);
  }),

  editMany: unlocked.records.editMany.handler(({ context: { vault }, input }) =>
    inBulk(vault, input.ids, { verb: 'record.edit' }, (tier) => changer(vault, tier, input.changes), {
      refuse: (tier, id) => linkProblems(vault, tier, id, input.changes),
    }),
  ),

  remove: unlocked.records.remove.handler(({ context: { vault }, input }) =>
    inBulk(
      vault,
      input.ids,
      { verb: 'record.remove', reason: input.reason },
      () => (tx, id) => setRemoved(tx, id, true),
    ),
  ),

  restore: unlocked.records.restore.handler(({ context: { vault }, input }) =>
    inBulk(vault, input.ids, { verb: 'record.restore' }, () => (tx, id) => setRemoved(tx, id, false), {
      removed: true,
    }),
  ),

  ...archiving,
  ...recordFiles,
  ...history,
};
