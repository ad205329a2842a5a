import { createHash } from 'node:crypto';
import { openingIdentities, ownRecipients, rememberBundle, rememberedFrom } from '#db/bundles/received.ts';
import type { ReceivedBundleRow } from '#db/bundles/schema.ts';
import { readTierPublic } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import { MANIFEST } from '#shared/bundles/bagParts.ts';
import type { BundleJson } from '#shared/bundles/bundleJson.ts';
import { maySign } from '#shared/bundles/card.ts';
import { freshnessOf } from '#shared/bundles/freshness.ts';
import { type Freshness, type Verdict, verdictOf } from '#shared/bundles/verdict.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { TIERS, tierOf } from '#shared/confidentiality/levels.ts';
import { localDateOf } from '#shared/dates.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';
import { type KnownSigner, signersOf, whoSigned } from './contacts.ts';
import { deskOf, type OpenedFile } from './desk.ts';
import { type OpenedBundle, openBundle } from './openBundle.ts';

/** What is inside is of a level whose tier this session does not have open. */
export class LevelNotOpenError extends Error {}

export type ReceivedInput = { path: string; fileName: string; passphrase: string | null };

const PROGRESS_MS = 200;

/**
 * Reads a whole bundle with this vault's keys or a passphrase and keeps it open for this session. Of the vault only the ledger
 * of received bundles is written, and only for one that is whole and signed.
 * @throws BundleError, LevelNotOpenError
 */
export async function* openReceived(
  vault: OpenVault,
  { path, fileName, passphrase }: ReceivedInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ bytes: number } | { openedId: Id }> {
  let bytes = 0;
  let manifestHash = '';
  const stop = AbortSignal.any([deskOf(vault).stopping.signal, ...(signal ? [signal] : [])]);
  const reading = openBundle(
    path,
    { identities: openingIdentities(vault.tiers), ...(passphrase === null ? {} : { passphrase }) },
    {
      signal: stop,
      onBytes: (read) => {
        bytes = read;
      },
      onHead: (head) => {
        manifestHash = createHash('sha256')
          .update(head.files.get(MANIFEST) ?? new Uint8Array(0))
          .digest('hex');
      },
    },
  );
  for (let done = false; !done; ) {
    done = await Promise.race([reading.then(() => true), pause(PROGRESS_MS)]);
    if (!done) yield { bytes };
  }
  const opened = await reading;
  const { bundle } = opened.report;
  if (bundle && !vault.tiers.has(tierOf(bundle.level.code))) throw new LevelNotOpenError();
  const openedId = newId();
  deskOf(vault).opened.set(openedId, received(vault, opened, fileName, manifestHash));
  yield { openedId };
}

export type Signer = KnownSigner & { key: string };

/** Whose key signed, by the cards as they are now; null without a signature that holds. */
export function signerOf(vault: OpenVault, { opened, signerKey }: OpenedFile): Signer | null {
  const { bundle } = opened.report;
  if (!bundle || signerKey === null) return null;
  const known = whoSigned(vault, signerKey, { vaultId: bundle.vault.id, unit: bundle.sender.unit });
  return { ...known, key: signerKey };
}

/** A key of a lower tier than the bundle's level: what such a bundle holds is not shown. */
export function isSignedBelowLevel(file: OpenedFile, signer: Signer | null): boolean {
  const { bundle } = file.opened.report;
  return bundle !== null && signer?.card != null && !maySign(signer.card, signer.key, bundle.level.code);
}

/** The verdict on an opened bundle as of now. */
export function verdictNow(vault: OpenVault, file: OpenedFile, now: number): Verdict {
  const { whole, signature, bundle } = file.opened.report;
  const signer = signerOf(vault, file);
  return verdictOf({
    whole,
    signature,
    bundle,
    signer: isSignedBelowLevel(file, signer) ? 'MISMATCH' : (signer?.standing ?? null),
    freshness: bundle && signer ? freshness(vault, file, bundle, signer) : null,
    addressee: bundle && addresseeOf(vault, bundle),
    today: localDateOf(new Date(now)),
  });
}

function received(
  vault: OpenVault,
  opened: OpenedBundle,
  fileName: string,
  manifestHash: string,
): OpenedFile {
  const { signature, bundle, whole } = opened.report;
  const signerKey = signature.state === 'VALID' ? signature.publicKey : null;
  const file: OpenedFile = { opened, fileName, manifestHash, signerKey, firstOpened: null };
  const signer = signerOf(vault, file);
  if (!bundle || !signer) return file;
  const before = known(vault, bundle, signer).find(
    (each) => each.id === bundle.id && each.manifestHash === manifestHash,
  );
  const isOwn = bundle.vault.id === vault.file.id;
  if (whole && !before && !isOwn && !isSignedBelowLevel(file, signer))
    remember(vault, bundle, manifestHash, signer);
  return { ...file, firstOpened: before?.at ?? null };
}

/** What was entered in the ledger on this very opening is no memory of an earlier one. */
function freshness(
  vault: OpenVault,
  { manifestHash, firstOpened }: OpenedFile,
  bundle: BundleJson,
  signer: Signer,
): Freshness {
  const before = known(vault, bundle, signer).filter(
    (each) => firstOpened !== null || each.id !== bundle.id || each.manifestHash !== manifestHash,
  );
  return freshnessOf(rememberedForm(bundle, manifestHash), before);
}

function known(vault: OpenVault, bundle: BundleJson, { contact, key }: Signer) {
  return rememberedFrom(vault.tiers, bundle.vault.id, contact ? signersOf(vault, contact) : [key]);
}

function rememberedForm(bundle: BundleJson, manifestHash: string) {
  const { id, vault, series, supersedes, recalls } = bundle;
  return { id, manifestHash, incarnation: vault.incarnation, series, supersedes, recalls };
}

function remember(
  vault: OpenVault,
  bundle: BundleJson,
  manifestHash: string,
  { key, contact }: Signer,
): void {
  const tier = vault.tiers.get(tierOf(bundle.level.code));
  if (!tier) return;
  const row: ReceivedBundleRow = {
    id: bundle.id,
    manifestHash,
    signer: key,
    at: vault.writer.now(),
    vaultId: bundle.vault.id,
    incarnation: bundle.vault.incarnation,
    seriesId: bundle.series.id,
    sequence: bundle.series.sequence,
    supersedes: bundle.supersedes,
    recalls: bundle.recalls,
    unit: bundle.sender.unit,
    contactId: contact?.id ?? null,
    level: bundle.level.code,
    createdAt: bundle.createdAt,
    purpose: bundle.purpose,
    copy: bundle.recipient.copy,
    expires: bundle.expires,
    ...bundle.counts,
  };
  const about = canonicalJson({ bundle: bundle.id, manifest: manifestHash, signer: key });
  write(tier, vault.writer, { verb: 'bundle.open', about }, (tx) => rememberBundle(tx, row));
  vault.writer.changed(new Set(['bundles']));
}

/** A passphrase names nobody. What is sealed to a closed tier of ours is for us too: the register knows its key. */
function addresseeOf(vault: OpenVault, { recipient }: BundleJson): 'US' | 'SOMEBODY_ELSE' | null {
  if (recipient.key === null) return null;
  const closed = TIERS.map((tier) => readTierPublic(vault.register, tier)?.ageRecipient);
  return [...ownRecipients(vault.tiers), ...closed].includes(recipient.key) ? 'US' : 'SOMEBODY_ELSE';
}

function pause(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms));
}
