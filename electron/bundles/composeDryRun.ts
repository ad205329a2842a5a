import { createHash } from 'node:crypto';
import { toHead, toRef } from '#db/items/queries.ts';
import { readRecord } from '#db/records/queries.ts';
import { readSettings } from '#db/vault/queries.ts';
import type { SecrecyStanding } from '#shared/agreements/inForce.ts';
import type {
  ComposeInput,
  DryRun,
  GoingItem,
  PolicySentence,
  StayingItem,
} from '#shared/bundles/contract.ts';
import type { BundleItemKind } from '#shared/bundles/formatParts.ts';
import {
  decide,
  derivedLevel,
  type GoRemark,
  isBundleKind,
  type PolicyItem,
  type StayReason,
} from '#shared/bundles/policy.ts';
import { canonicalJson } from '#shared/canonical.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import { formatMark } from '#shared/confidentiality/marks.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { OpenVault } from '../vault/session.ts';
import { filesToSend, type GoingFile, type StayingFile } from './composeFiles.ts';
import { type Addressee, secrecyWith } from './composeRecipient.ts';
import { type Chosen, type Chosens, chosenItems } from './composeSelection.ts';

/** An item that goes, with what is needed to write it. */
export type Going = Chosen & {
  kind: BundleItemKind;
  draft: boolean;
  files: GoingFile[];
  staying: StayingFile[];
  remarks: GoRemark[];
};
export type Staying = Chosen & { reasons: readonly StayReason[] };

export type Sorted = {
  goes: Going[];
  stays: Staying[];
  notThere: number;
  level: Level;
  term: Term;
  mark: string;
  causes: { of: 'LEVEL' | 'TERM'; kind: BundleItemKind; id: string }[];
  secrecy: SecrecyStanding;
};

export type ComposeProblem = 'TOO_MANY_ITEMS' | 'NOTHING_FOUND';

/** Asks the policy about every chosen item, and what the whole would be held as. Nothing is written. */
export async function sortOut(
  vault: OpenVault,
  input: Pick<ComposeInput, 'selection' | 'withLinked' | 'imageMetadata' | 'consent'>,
  addressee: Addressee,
  today: CalendarDate,
): Promise<Sorted | ComposeProblem> {
  const chosen: Chosens = chosenItems(vault, input.selection, input.withLinked);
  if (chosen.tooMany) return 'TOO_MANY_ITEMS';
  if (chosen.found.length === 0) return 'NOTHING_FOUND';
  const secrecy = secrecyWith(vault, addressee, today);
  const goes: Going[] = [];
  const stays: Staying[] = [];
  for (const each of chosen.found) {
    const item = policyItem(each);
    const verdict = decide(item, { recipient: addressee.policy, secrecy, consent: input.consent });
    if (!verdict.goes) stays.push({ ...each, reasons: verdict.reasons });
    else if (isBundleKind(item.kind)) {
      const files =
        item.kind === 'record'
          ? await filesToSend(vault, each.tier, each.item.id, input.imageMetadata)
          : { going: [], staying: [] };
      goes.push({
        ...each,
        kind: item.kind,
        draft: item.draft,
        files: files.going,
        staying: files.staying,
        remarks: verdict.remarks,
      });
    }
  }
  const { shortName, markSeparator } = readSettings(vault.register);
  const parts = goes.map(({ item, kind }) => ({ id: item.id, kind, level: item.level, term: item.term }));
  const { level, term, causes } = derivedLevel(parts);
  const mark = formatMark({ owner: shortName, level, term, separator: markSeparator }) ?? '';
  return { goes, stays, notThere: chosen.notThere, level, term, mark, causes, secrecy };
}

/** What was sorted out as a person reads it. */
export function showDryRun(
  vault: OpenVault,
  sorted: Sorted,
  addressee: Addressee,
  input: ComposeInput,
): DryRun {
  const { goes, stays, notThere, level, term, mark, causes, secrecy } = sorted;
  const counts = {
    items: goes.length,
    files: goes.reduce((sum, { files }) => sum + files.length, 0),
    bytes: goes.reduce((sum, { files }) => sum + bytesOf(files), 0),
  };
  return {
    goes: goes.map((going) => showGoing(vault, going)),
    stays: stays.map((staying) => showStaying(vault, staying)),
    notThere,
    level,
    term,
    mark,
    causes: causes.flatMap(({ of, id }) => {
      const cause = goes.find(({ item }) => item.id === id);
      return cause ? [{ of, item: toRef(cause.item) }] : [];
    }),
    counts,
    recipient: {
      name: addressee.name,
      unit: addressee.unit,
      verified: addressee.policy.verified,
      fingerprint: addressee.card?.fingerprint ?? null,
      keyChanged: addressee.keyChanged,
    },
    secrecy: {
      state: secrecy.state,
      title: 'title' in secrecy ? secrecy.title : '',
      validTo: 'validTo' in secrecy ? secrecy.validTo : null,
    },
    digest: digestOf(sorted, addressee, input),
  };
}

/** Changes with anything that changes what leaves, to whom, or on what declaration. */
export function digestOf(
  { goes, level, term }: Sorted,
  addressee: Addressee,
  input: Pick<ComposeInput, 'imageMetadata' | 'consent'>,
): string {
  const content = canonicalJson({
    goes: goes.map(({ item, files }) => [
      item.id,
      item.version,
      ...files.map(({ planned }) => planned.sha256),
    ]),
    level,
    term,
    to: addressee.key,
    card: addressee.card?.fingerprint ?? null,
    imageMetadata: input.imageMetadata,
    consent: input.consent,
  });
  return createHash('sha256').update(content).digest('hex');
}

function policyItem({ tier, item }: Chosen): PolicyItem {
  const record = item.kind === 'record' ? readRecord(tier, item.id) : null;
  return {
    id: item.id,
    kind: item.kind,
    level: item.level,
    term: item.term,
    personalInfo: Boolean(item.personalInfo),
    draft: record?.stage === 'DRAFT',
    origin: item.originVault === null ? null : { vaultId: item.originVault, unit: item.originUnit ?? '' },
  };
}

function showGoing(vault: OpenVault, { item, draft, files, staying, remarks }: Going): GoingItem {
  return {
    ...headOf(vault, item),
    fileCount: files.length,
    bytes: bytesOf(files),
    draft,
    remarks: remarks.map(sentence),
    filesStaying: staying,
  };
}

function showStaying(vault: OpenVault, { tier, item, reasons }: Staying): StayingItem {
  const record = item.kind === 'record' ? readRecord(tier, item.id) : null;
  return {
    ...headOf(vault, item),
    fileCount: record?.fileCount ?? 0,
    bytes: record?.bytes ?? 0,
    reasons: reasons.map(sentence),
  };
}

function headOf(vault: OpenVault, item: Chosen['item']) {
  const { shortName, markSeparator } = readSettings(vault.register);
  const { id, kind, title, level, mark, version } = toHead(item, {
    owner: shortName,
    separator: markSeparator,
  });
  return { id, kind, title, level, mark, version };
}

function sentence({ code, ...data }: GoRemark | StayReason): PolicySentence {
  return { code, data: data as Record<string, string> };
}

function bytesOf(files: readonly GoingFile[]): number {
  return files.reduce((sum, { planned }) => sum + planned.size, 0);
}
