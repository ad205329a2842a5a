import { toRef } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import {
  exhibitionsWith,
  fieldsOfPanel,
  readDecisions,
  readPanel,
  readPictures,
  readSteps,
} from '#db/showcase/panels.ts';
import type { PanelDb } from '#db/showcase/schema.ts';
import { all, find } from '#db/tiers.ts';
import { isPublic } from '#shared/confidentiality/levels.ts';
import type { Citation } from '#shared/records/citation.ts';
import type { Cited, Panel, PanelRow } from '#shared/showcase/contract.ts';
import {
  contradiction,
  type Decision,
  GATE_POINTS,
  type GatePoint,
  latestOf,
  type PanelFacts,
  statusOf,
} from '#shared/showcase/gate.ts';
import type { PanelPicture } from '#shared/showcase/panel.ts';
import type { PanelReview } from '#shared/showcase/review.ts';
import { showCitation } from '../api/citations.ts';
import { pictureAddress } from '../api/recordView.ts';
import { headOf, linkedRefs } from '../api/shown.ts';
import type { App } from '../app.ts';
import type { OpenVault } from '../vault/session.ts';
import { type CitedFile, citedFile } from './citedFile.ts';
import { sourceFacts, sourcesOf } from './panelSources.ts';

/** A panel with all that its review rests on. */
export type WholePanel = {
  tier: TierFile;
  item: ItemRow;
  row: PanelDb;
  pictures: PanelPicture[];
  review: PanelReview;
  facts: PanelFacts;
};

export function wholePanel(vault: OpenVault, tier: TierFile, item: ItemRow): WholePanel {
  const row = readPanel(tier, item.id);
  if (!row) throw new Error(`${item.id} has no panel row`);
  const pictures = readPictures(tier, item.id);
  return {
    tier,
    item,
    row,
    pictures,
    review: reviewOf(row, readDecisions(tier, item.id)),
    facts: {
      ...factsOf(
        item,
        pictures.map((picture) => citedFile(vault, picture)),
      ),
      ...sourceFacts(vault, sourcesOf(vault, item.id, row.contentHash)),
    },
  };
}

function reviewOf(row: PanelDb, decisions: readonly Decision[]): PanelReview {
  const { reviewState: state, contentHash, preparedBy, validTo, approvedHash } = row;
  return { state, contentHash, decisions, preparedBy, validTo, approvedHash };
}

function factsOf(
  item: Pick<ItemRow, 'level'>,
  cited: readonly CitedFile[],
): Omit<PanelFacts, 'isRedacted' | 'owners'> {
  return {
    isPublic: isPublic(item.level),
    picturesPublic: cited.every((each) => each.state !== 'NOT_OPEN' && isPublic(each.level)),
    picturesPresent: cited.every(({ state }) => state === 'PRESENT'),
  };
}

export function showPanelRow(app: App, vault: OpenVault, whole: WholePanel): PanelRow {
  const { item, row, pictures, review, facts } = whole;
  const first = pictures[0];
  return {
    ...headOf(vault, item),
    state: row.reviewState,
    fields: fieldsOfPanel(row),
    edition: row.edition,
    reviewNo: row.reviewNo,
    validTo: row.validTo,
    outcome: linkedRefs(vault, item.id, 'SHOWS')[0] ?? null,
    green: GATE_POINTS.filter(
      (point) => statusOf(review.decisions, point, review.contentHash, facts) === 'GREEN',
    ).length,
    cover: first ? showCited(app, vault, first).thumbnail : null,
    pictureCount: pictures.length,
  };
}

export function showPanel(app: App, vault: OpenVault, whole: WholePanel): Panel {
  const { tier, item, row, pictures, facts } = whole;
  return {
    ...showPanelRow(app, vault, whole),
    contentHash: row.contentHash,
    pictures: pictures.map((picture) => ({ ...picture, cited: showCited(app, vault, picture) })),
    decisions: readDecisions(tier, item.id).map(({ contentHash, ...decision }) => ({
      ...decision,
      isVoid: contentHash !== row.contentHash,
      cited: decision.paper ? showCitation(vault, decision.paper) : null,
      consents: decision.consents.map((consent) => ({
        ...consent,
        cited: showCitation(vault, consent.paper),
      })),
    })),
    points: GATE_POINTS.map((point) => ({ point, ...pointOf(point, whole) })),
    owners: [...facts.owners],
    steps: readSteps(tier, item.id).map(({ panelId: _, position: __, ...step }) => step),
    exhibitions: all(vault.tiers, (each) => exhibitionsWith(each, item.id)).flatMap((id) => {
      const found = find(vault.tiers, id);
      return found ? [toRef(found.item)] : [];
    }),
  };
}

function pointOf(
  point: GatePoint,
  { review, facts }: WholePanel,
): Pick<Panel['points'][number], 'status' | 'why'> {
  const status = statusOf(review.decisions, point, review.contentHash, facts);
  const decision = latestOf(review.decisions, point);
  return { status, why: status === 'CONTRADICTED' && decision ? contradiction(decision, facts) : null };
}

function showCited(app: App, vault: OpenVault, citation: Citation): Cited {
  const cited = citedFile(vault, citation);
  const file = cited.state === 'NOT_OPEN' ? null : cited.file;
  return {
    ...showCitation(vault, citation),
    isPublic: cited.state !== 'NOT_OPEN' && isPublic(cited.level),
    kind: file?.kind === 'image' || file?.kind === 'video' ? file.kind : 'other',
    thumbnail:
      cited.state !== 'NOT_OPEN' && file && file.thumbnail !== null
        ? pictureAddress(app, cited.tier, file.thumbnail)
        : null,
    width: file?.width ?? null,
    height: file?.height ?? null,
  };
}
