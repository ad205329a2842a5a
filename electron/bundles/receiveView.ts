import { readContact } from '#db/bundles/contacts.ts';
import { receivedBundles, standingImport } from '#db/bundles/received.ts';
import { find } from '#db/tiers.ts';
import type { BundleJson } from '#shared/bundles/bundleJson.ts';
import { problemOfFinding } from '#shared/bundles/bundleProblem.ts';
import { readCard } from '#shared/bundles/card.ts';
import type { ItemJson } from '#shared/bundles/itemJson.ts';
import type { OpenedBundleView, OpenedItem, ReceivedBundle } from '#shared/bundles/receivedContract.ts';
import type { Verdict } from '#shared/bundles/verdict.ts';
import type { Problem } from '#shared/errors.ts';
import type { Id } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';
import { standingOf } from './contacts.ts';
import type { OpenedFile } from './desk.ts';
import { isSignedBelowLevel, signerOf, verdictNow } from './receive.ts';

/** Of a long description a list shows the beginning. */
const SHOWN_TEXT = 600;
/** Beyond this the number says enough. */
const SHOWN_PROBLEMS = 50;

/** Verdict first, then what it holds. */
export function showOpened(vault: OpenVault, openedId: Id, file: OpenedFile, now: number): OpenedBundleView {
  const { report, items } = file.opened;
  const verdict = verdictNow(vault, file, now);
  const signer = signerOf(vault, file);
  const below = isSignedBelowLevel(file, signer);
  const problems = report.problems.slice(0, SHOWN_PROBLEMS).map(problemOfFinding);
  const contact = contactOf(vault, signer?.contact?.id ?? null);
  const { bundle } = report;
  return {
    openedId,
    fileName: file.fileName,
    verdict,
    problems: below ? [{ rule: 'SIGNED_BELOW_LEVEL' }, ...problems] : problems,
    problemCount: report.problemCount + (below ? 1 : 0),
    bundle: bundle && showBundle(bundle),
    contact,
    enclosedCard: contact || !bundle ? null : enclosedCard(vault, bundle),
    items: below ? [] : items.map((item) => showItem(item, file)),
    importProblems: importProblems(vault, file, verdict),
    firstOpened: file.firstOpened,
    importedAt: bundle ? (standingImport(vault.tiers, bundle.id)?.at ?? null) : null,
  };
}

/** What keeps a whole bundle from being imported; items of it may be refused besides. */
export function importProblems(vault: OpenVault, file: OpenedFile, verdict: Verdict): Problem[] {
  const { whole, signature, bundle } = file.opened.report;
  if (!bundle || signature.state !== 'VALID') return [{ rule: 'IMPORT_NOT_SIGNED' }];
  if (!whole) return [{ rule: 'IMPORT_NOT_WHOLE' }];
  if (bundle.vault.id === vault.file.id) return [{ rule: 'IMPORT_OWN_BUNDLE' }];
  const signer = signerOf(vault, file);
  if (isSignedBelowLevel(file, signer)) return [{ rule: 'SIGNED_BELOW_LEVEL' }];
  if (!signer?.contact || signer.standing === 'MISMATCH') return [{ rule: 'IMPORT_SENDER_UNKNOWN' }];
  if (verdict.codes.includes('FOR_SOMEBODY_ELSE')) return [{ rule: 'IMPORT_FOR_SOMEBODY_ELSE' }];
  return verdict.codes.includes('RECALLED') ? [{ rule: 'IMPORT_RECALLED' }] : [];
}

export function receivedLedger(vault: OpenVault): ReceivedBundle[] {
  return receivedBundles(vault.tiers).map((row) => {
    const standing = standingImport(vault.tiers, row.id);
    return {
      id: row.id,
      at: row.at,
      unit: row.unit,
      contactId: contactOf(vault, row.contactId)?.id ?? null,
      level: row.level,
      createdAt: row.createdAt,
      sequence: row.sequence,
      purpose: row.purpose,
      copy: row.copy,
      expires: row.expires,
      counts: { items: row.items, files: row.files, bytes: row.bytes },
      importId: standing?.id ?? null,
      importedAt: standing?.at ?? null,
    };
  });
}

function contactOf(
  vault: OpenVault,
  contactId: Id | null,
): { id: Id; unit: string; verified: boolean } | null {
  const found = contactId === null ? null : find(vault.tiers, contactId);
  const row = found?.item.kind === 'contact' ? readContact(found.tier, found.item.id) : null;
  return found && row ? { id: row.id, unit: found.item.title, verified: row.verifiedAt !== null } : null;
}

/** Only a card that belongs to the vault which sent the bundle, and that is new here. */
function enclosedCard(vault: OpenVault, { sender, vault: from }: BundleJson): string | null {
  const reading = sender.card === null ? null : readCard(sender.card.text);
  if (!reading?.ok || reading.card.vaultId !== from.id) return null;
  const { standing } = standingOf(vault, reading.card);
  return standing === 'SAME' || standing === 'OWN' ? null : reading.card.text;
}

function showBundle(bundle: BundleJson): NonNullable<OpenedBundleView['bundle']> {
  return {
    id: bundle.id,
    vaultId: bundle.vault.id,
    unit: bundle.sender.unit,
    createdAt: bundle.createdAt,
    sequence: bundle.series.sequence,
    purpose: bundle.purpose,
    level: bundle.level.code,
    mark: bundle.level.mark,
    expires: bundle.expires,
    terms: bundle.terms,
    recipient: bundle.recipient.name,
    copy: bundle.recipient.copy,
    counts: bundle.counts,
  };
}

function showItem(item: ItemJson, { opened }: OpenedFile): OpenedItem {
  const record = item.kind === 'record' ? item : null;
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    level: item.level.code,
    mark: item.level.mark,
    draft: record?.state === 'DRAFT',
    refCode: record?.refCode ?? null,
    docDate: record?.fields.docDate ?? null,
    responsible: record?.fields.responsible ?? '',
    description: (record?.fields.description ?? '').slice(0, SHOWN_TEXT),
    files: item.files.map(({ path, name, size, mediaType }) => ({
      path,
      name,
      size,
      mediaType,
      whole: opened.report.files.get(path)?.whole === true,
    })),
  };
}
