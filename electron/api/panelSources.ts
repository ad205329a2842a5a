import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { readEvents, readIpItems, readOutcome } from '#db/outcomes/queries.ts';
import { addRedaction, readRedactions, releaseRedactions } from '#db/outcomes/redactions.ts';
import { fieldsOfPanel } from '#db/showcase/panels.ts';
import { write } from '#db/write.ts';
import { isPublic } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import type { PanelSources } from '#shared/showcase/contract.ts';
import { type Passages, passagesOfOutcome, passagesOfPanel } from '#shared/showcase/redaction.ts';
import { sourcesOf } from '../showcase/panelSources.ts';
import { wholePanel } from '../showcase/panelView.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import { isEveryTierOpen } from './citations.ts';
import { invalid, notAllowed, notFound } from './errors.ts';
import { assertVersion, findItem, linkTargets } from './items.ts';
import { unlocked } from './procedure.ts';
import { headOf } from './shown.ts';

/** What a panel presents, and how that was made fit to be shown. */
export const panelSources = {
  get: unlocked.panelSources.get.handler(({ context: { vault }, input }) => show(vault, input.id)),

  compare: unlocked.panelSources.compare.handler(({ context: { vault }, input }) => {
    findItem(vault, input.id, 'panel');
    const { tier, item } = findItem(vault, input.outcomeId, 'outcome');
    return { level: item.level, version: item.version, source: passagesOf(tier, item) };
  }),

  redact: unlocked.panelSources.redact.handler(({ context: { app, vault }, input }) => {
    const { id, version, outcomeId, outcomeVersion, ...redaction } = input;
    const panel = findItem(vault, id, 'panel');
    assertVersion(panel.item, version);
    const { tier, item } = findItem(vault, outcomeId, 'outcome');
    assertVersion(item, outcomeVersion);
    // The comparison holds the panel's words: it cannot lie below the panel.
    linkTargets(vault, tier, [id], 'panel', 'id');
    if (isPublic(item.level)) throw notAllowed({ rule: 'OUTCOME_IS_PUBLIC', field: 'outcomeId' });
    if (redaction.madeOn > todayOf({ app })) throw invalid({ rule: 'DAY_NOT_YET', field: 'madeOn' });
    const { row } = wholePanel(vault, panel.tier, panel.item);
    write(tier, vault.writer, { verb: 'outcome.redact' }, (tx) =>
      addRedaction(tx, outcomeId, {
        ...redaction,
        panelId: id,
        edition: row.edition,
        contentHash: row.contentHash,
        source: passagesOf(tier, item),
        shown: passagesOfPanel(fieldsOfPanel(row)),
      }),
    );
    return show(vault, id);
  }),

  release: unlocked.panelSources.release.handler(({ context: { app, vault }, input }) => {
    findItem(vault, input.id, 'panel');
    const { tier, item } = findItem(vault, input.outcomeId, 'outcome');
    assertVersion(item, input.outcomeVersion);
    write(tier, vault.writer, { verb: 'outcome.releaseRedaction', reason: input.reason }, (tx) =>
      releaseRedactions(tx, item.id, input.id, todayOf({ app }), input.reason),
    );
    return show(vault, input.id);
  }),
};

function show(vault: OpenVault, id: Id): PanelSources {
  const { tier, item } = findItem(vault, id, 'panel');
  const { row } = wholePanel(vault, tier, item);
  return {
    everyTierOpen: isEveryTierOpen(vault),
    sources: sourcesOf(vault, id, row.contentHash).map((source) => ({
      ...headOf(vault, source.item),
      isRedacted: source.isRedacted,
      isLinked: source.isLinked,
      redactions: readRedactions(source.tier, source.item.id)
        .filter(({ panelId }) => panelId === id)
        .map(({ panelId: _, ...redaction }) => redaction)
        .reverse(),
    })),
  };
}

function passagesOf(tier: TierFile, item: ItemRow): Passages {
  const stored = readOutcome(tier, item.id);
  if (!stored) throw notFound();
  const fields = { name: item.title, ...stored.fields };
  return passagesOfOutcome(fields, readIpItems(tier, item.id), readEvents(tier, item.id));
}
