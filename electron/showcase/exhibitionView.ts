import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { readColumns, readExhibition, readPacks } from '#db/showcase/exhibitions.ts';
import { find } from '#db/tiers.ts';
import type { Id } from '#shared/ids.ts';
import type { Exhibition } from '#shared/showcase/contract.ts';
import type { ExhibitionFields } from '#shared/showcase/exhibition.ts';
import { headOf, linkedRefs } from '../api/shown.ts';
import type { App } from '../app.ts';
import type { OpenVault } from '../vault/session.ts';
import { showPanelRow, type WholePanel, wholePanel } from './panelView.ts';

type WholeColumn = Omit<ReturnType<typeof readColumns>[number], 'panelIds'> & {
  panels: WholePanel[];
  /** Panels that were removed, or lie in a tier that is not open. */
  hidden: number;
};

/** An exhibition with the panels of its columns, as far as this session sees them. */
export type WholeExhibition = {
  tier: TierFile;
  item: ItemRow;
  fields: ExhibitionFields;
  columns: WholeColumn[];
};

export function wholeExhibition(vault: OpenVault, tier: TierFile, item: ItemRow): WholeExhibition {
  const row = readExhibition(tier, item.id);
  if (!row) throw new Error(`${item.id} has no exhibition row`);
  const columns = readColumns(tier, item.id).map(({ panelIds, ...column }) => {
    const panels = panelIds.flatMap((id) => panelOf(vault, id) ?? []);
    return { ...column, panels, hidden: panelIds.length - panels.length };
  });
  return { tier, item, fields: { title: item.title, ...row }, columns };
}

export function showExhibition(
  app: App,
  vault: OpenVault,
  { tier, item, fields, columns }: WholeExhibition,
): Exhibition {
  const panels = columns.flatMap((column) => column.panels);
  return {
    ...headOf(vault, item),
    fields,
    unit: linkedRefs(vault, item.id, 'UNIT')[0] ?? null,
    columns: columns.map((column) => ({
      ...column,
      panels: column.panels.map((panel) => showPanelRow(app, vault, panel)),
    })),
    panelCount: panels.length,
    publishedCount: panels.filter(({ row }) => row.reviewState === 'PUBLISHED').length,
    packs: readPacks(tier, item.id),
  };
}

function panelOf(vault: OpenVault, id: Id): WholePanel | null {
  const found = find(vault.tiers, id);
  return found?.item.kind === 'panel' ? wholePanel(vault, found.tier, found.item) : null;
}
