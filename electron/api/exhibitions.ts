import { listItems } from '#db/items/nounList.ts';
import { insertItem, setLinks } from '#db/items/queries.ts';
import { changeExhibition, insertExhibition, readColumns, readPacks } from '#db/showcase/exhibitions.ts';
import { write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { Exhibition } from '#shared/showcase/contract.ts';
import { type ColumnInput, type ExhibitionFields, exhibitionFaults } from '#shared/showcase/exhibition.ts';
import { composePack } from '../showcase/composePack.ts';
import { showExhibition, type WholeExhibition, wholeExhibition } from '../showcase/exhibitionView.ts';
import { previewMedia } from '../showcase/previewMedia.ts';
import { readinessOf } from '../showcase/readiness.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import type { UnlockedContext } from './context.ts';
import { invalid, notAllowed } from './errors.ts';
import { exhibitionExport } from './exhibitionExport.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { ownLinks } from './ownLinks.ts';
import { unlocked } from './procedure.ts';
import { assertUnnamed, removeItem } from './removal.ts';

export const exhibitions = {
  list: unlocked.exhibitions.list.handler(({ context: { app, vault }, input }) =>
    listItems(vault.tiers, 'exhibition', input.text).map(({ tier, item }) =>
      showExhibition(app, vault, wholeExhibition(vault, tier, item)),
    ),
  ),

  get: unlocked.exhibitions.get.handler(({ context, input }) => showById(context, input.id)),

  create: unlocked.exhibitions.create.handler(({ context, input }) => {
    const { vault } = context;
    const { level, fields, unitId, columns } = input;
    assertWhole(fields, unitId, columns);
    const tier = openTierFor(vault, level);
    const unit = linkTargets(vault, tier, unitId ? [unitId] : [], 'unit', 'unitId');
    linkTargets(vault, tier, panelIdsOf(columns), 'panel', 'columns');
    const id = newId();
    write(tier, vault.writer, { verb: 'exhibition.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'exhibition',
        title: fields.title,
        level,
        term: defaultTerm(level),
        levelFrom: fields.startsOn,
        basis: '',
        personalInfo: false,
      });
      insertExhibition(tx, id, fields, columns);
      setLinks(tx, id, 'UNIT', unit);
    });
    return showById(context, id);
  }),

  edit: unlocked.exhibitions.edit.handler(({ context, input }) => {
    const { vault } = context;
    const { id, fields, unitId, columns } = input;
    assertWhole(fields, unitId, columns);
    const { tier, item } = findItem(vault, id, 'exhibition');
    assertVersion(item, input.version);
    const unit = ownLinks(vault, tier, id, 'UNIT', unitId ? [unitId] : [], 'unitId');
    const before = new Set(panelIdsOf(readColumns(tier, id)));
    const added = panelIdsOf(columns).filter((panelId) => !before.has(panelId));
    linkTargets(vault, tier, added, 'panel', 'columns');
    write(tier, vault.writer, { verb: 'exhibition.edit' }, (tx) => {
      changeExhibition(tx, id, fields, columns);
      setLinks(tx, id, 'UNIT', unit);
    });
    return showById(context, id);
  }),

  remove: unlocked.exhibitions.remove.handler(({ context: { vault }, input }) => {
    const { tier } = findItem(vault, input.id, 'exhibition');
    if (readPacks(tier, input.id).length > 0) throw notAllowed({ rule: 'EXHIBITION_WAS_EXPORTED' });
    assertUnnamed(vault, input.id);
    return removeItem(vault, input, 'exhibition');
  }),

  preview: unlocked.exhibitions.preview.handler(({ context: { app, vault }, input }) => {
    const whole = findWhole(vault, input.id);
    const today = todayOf({ app });
    const { until } = readinessOf(whole, today);
    const head = { serial: '', madeOn: today, expiresOn: until < today ? today : until };
    return composePack(vault, whole, head, previewMedia(app, vault));
  }),

  check: unlocked.exhibitions.check.handler(({ context: { app, vault }, input }) =>
    readinessOf(findWhole(vault, input.id), todayOf({ app })),
  ),

  ...exhibitionExport,
};

function assertWhole(fields: ExhibitionFields, unitId: Id | null, columns: readonly ColumnInput[]): void {
  const faults = exhibitionFaults(fields, unitId, columns);
  if (faults.length > 0) throw invalid(...faults);
}

function panelIdsOf(columns: readonly Pick<ColumnInput, 'panelIds'>[]): Id[] {
  return columns.flatMap(({ panelIds }) => panelIds);
}

function findWhole(vault: OpenVault, id: Id): WholeExhibition {
  const { tier, item } = findItem(vault, id, 'exhibition');
  return wholeExhibition(vault, tier, item);
}

function showById({ app, vault }: UnlockedContext, id: Id): Exhibition {
  return showExhibition(app, vault, findWhole(vault, id));
}
