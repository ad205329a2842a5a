import { listItems } from '#db/items/nounList.ts';
import { insertItem, setLinks } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { readColumns } from '#db/showcase/exhibitions.ts';
import { readPanel } from '#db/showcase/panels.ts';
import { changeVisit, insertVisit, readShown, readVisit, type ShownPanel } from '#db/showcase/visits.ts';
import { find } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { Visit } from '#shared/showcase/contract.ts';
import { type VisitFields, visitFault } from '#shared/showcase/visit.ts';
import type { App } from '../app.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import { assertCitation, showCitation } from './citations.ts';
import type { UnlockedContext } from './context.ts';
import { invalid } from './errors.ts';
import { assertVersion, findItem, openTierFor } from './items.ts';
import { ownLinks } from './ownLinks.ts';
import { unlocked } from './procedure.ts';
import { removeItem } from './removal.ts';
import { headOf, linkedRefs } from './shown.ts';

export const visits = {
  list: unlocked.visits.list.handler(({ context: { vault }, input }) =>
    listItems(vault.tiers, 'visit', input.text)
      .map(({ tier, item }) => show(vault, tier, item))
      .sort((a, b) => (a.fields.visitedOn < b.fields.visitedOn ? 1 : -1)),
  ),

  get: unlocked.visits.get.handler(({ context, input }) => showById(context, input.id)),

  create: unlocked.visits.create.handler(({ context, input }) => {
    const { app, vault } = context;
    const { level, fields } = input;
    const tier = openTierFor(vault, level);
    assertFields(app, fields);
    assertCitation(vault, tier, fields.notice, 'fields.notice');
    const id = newId();
    const ends = endsOf(vault, tier, id, input);
    const shown = shownNow(vault, input.exhibitionId, input.panelIds, []);
    write(tier, vault.writer, { verb: 'visit.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'visit',
        title: fields.visitor,
        level,
        term: defaultTerm(level),
        levelFrom: fields.visitedOn,
        basis: '',
        personalInfo: false,
      });
      insertVisit(tx, id, fields, shown);
      setLinks(tx, id, 'UNIT', ends.unit);
      setLinks(tx, id, 'EXHIBITION', ends.exhibition);
    });
    return showById(context, id);
  }),

  edit: unlocked.visits.edit.handler(({ context, input }) => {
    const { app, vault } = context;
    const { tier, item } = findItem(vault, input.id, 'visit');
    assertVersion(item, input.version);
    assertFields(app, input.fields);
    const kept = readVisit(tier, input.id)?.notice ?? null;
    assertCitation(vault, tier, input.fields.notice, 'fields.notice', [kept]);
    const ends = endsOf(vault, tier, input.id, input);
    const shown = shownNow(vault, input.exhibitionId, input.panelIds, readShown(tier, input.id));
    write(tier, vault.writer, { verb: 'visit.edit' }, (tx) => {
      changeVisit(tx, input.id, input.fields, shown);
      setLinks(tx, input.id, 'UNIT', ends.unit);
      setLinks(tx, input.id, 'EXHIBITION', ends.exhibition);
    });
    return showById(context, input.id);
  }),

  remove: unlocked.visits.remove.handler(({ context: { vault }, input }) =>
    removeItem(vault, input, 'visit'),
  ),
};

function assertFields(app: App, fields: VisitFields): void {
  const fault = visitFault(fields, todayOf({ app }));
  if (fault) throw invalid(fault);
}

function endsOf(
  vault: OpenVault,
  tier: TierFile,
  id: Id,
  { unitId, exhibitionId }: { unitId: Id | null; exhibitionId: Id | null },
) {
  return {
    unit: ownLinks(vault, tier, id, 'UNIT', unitId ? [unitId] : [], 'unitId'),
    exhibition: ownLinks(vault, tier, id, 'EXHIBITION', exhibitionId ? [exhibitionId] : [], 'exhibitionId'),
  };
}

/** Panels as they are now; those that were on the list before stay as they were shown. */
function shownNow(
  vault: OpenVault,
  exhibitionId: Id | null,
  panelIds: readonly Id[],
  before: readonly ShownPanel[],
): ShownPanel[] {
  const exhibition = exhibitionId === null ? null : find(vault.tiers, exhibitionId);
  const offered = new Set(
    exhibition ? readColumns(exhibition.tier, exhibition.item.id).flatMap((column) => column.panelIds) : [],
  );
  return [...new Set(panelIds)].map((panelId) => {
    const known = before.find((each) => each.panelId === panelId);
    if (known) return known;
    const found = find(vault.tiers, panelId);
    const row = found?.item.kind === 'panel' ? readPanel(found.tier, panelId) : null;
    if (!found || !row || !offered.has(panelId))
      throw invalid({ rule: 'PANEL_NOT_IN_EXHIBITION', field: 'panelIds' });
    if (row.reviewState !== 'PUBLISHED')
      throw invalid({ rule: 'PANEL_NOT_PUBLISHED', field: 'panelIds', params: { title: found.item.title } });
    return { panelId, title: found.item.title, edition: row.edition, reviewNo: row.reviewNo };
  });
}

function showById({ vault }: UnlockedContext, id: Id): Visit {
  const { tier, item } = findItem(vault, id, 'visit');
  return show(vault, tier, item);
}

function show(vault: OpenVault, tier: TierFile, item: ItemRow): Visit {
  const row = readVisit(tier, item.id);
  if (!row) throw new Error(`${item.id} has no visit row`);
  return {
    ...headOf(vault, item),
    fields: { visitor: item.title, ...row },
    unit: linkedRefs(vault, item.id, 'UNIT')[0] ?? null,
    exhibition: linkedRefs(vault, item.id, 'EXHIBITION')[0] ?? null,
    notice: row.notice ? showCitation(vault, row.notice) : null,
    shown: readShown(tier, item.id),
  };
}
