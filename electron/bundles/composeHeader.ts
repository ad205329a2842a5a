import type { SentBundleRow } from '#db/bundles/schema.ts';
import { headOf } from '#db/journal/queries.ts';
import { readSettings, readTierKey } from '#db/vault/queries.ts';
import type { BundlePlan } from '#shared/bundles/bundlePlan.ts';
import type { CreateBundle } from '#shared/bundles/contract.ts';
import type { Tier } from '#shared/confidentiality/levels.ts';
import { localDateOf } from '#shared/dates.ts';
import type { Id } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';
import type { Sorted } from './composeDryRun.ts';
import type { Addressee } from './composeRecipient.ts';
import { ownCard, renewOwnCard } from './contacts.ts';

/** Where to: a folder of this machine, or null for a download. */
export type CreateInput = Omit<CreateBundle, 'to'> & { to: { folder: string; name: string | null } | null };

/** A line of the ledger before its file is written. */
export type LedgerDraft = Omit<
  SentBundleRow,
  'sha256' | 'manifestHash' | 'size' | 'items' | 'files' | 'bytes'
>;

/** What the ledger will say, but for the place in its series. */
export function rowOf(
  vault: OpenVault,
  {
    id,
    at,
    input,
    addressee,
    sorted,
  }: { id: Id; at: number; input: CreateInput; addressee: Addressee; sorted: Sorted },
): Omit<LedgerDraft, 'seriesId' | 'sequence' | 'previous' | 'copy'> {
  const shortNumber = id.slice(-6);
  return {
    id,
    at,
    fileName: input.to?.name ?? `${localDateOf(new Date(at))}-${shortNumber}.mengbu`,
    level: sorted.level,
    term: sorted.term,
    mark: sorted.mark,
    recipientBy: input.recipient.by,
    recipientKey: addressee.key,
    recipientName: input.recipient.by === 'PASSPHRASE' ? input.recipient.name : addressee.name,
    recipientUnit: addressee.unit,
    contactId: addressee.contactId,
    cardFingerprint: addressee.card?.fingerprint ?? null,
    purpose: input.purpose,
    expires: input.expires,
    terms: input.terms,
    imageMetadata: input.imageMetadata,
    consent: sorted.goes.some(({ item }) => item.personalInfo) ? input.consent : '',
    actorId: vault.me.id,
  };
}

/** bundle.json as far as it follows from the ledger's row, the keys and the items that caused the level. */
export function bundleOf(
  vault: OpenVault,
  tier: Tier,
  row: LedgerDraft,
  supersedes: Id | null,
  { causes }: Sorted,
  addressee: Addressee,
): BundlePlan['bundle'] {
  const file = vault.tiers.get(tier);
  if (!file) throw new Error(`${tier} is not open`);
  const head = headOf(file);
  const card = cardToEnclose(vault);
  return {
    id: row.id,
    createdAt: new Date(row.at).toISOString(),
    vault: { id: vault.file.id, incarnation: vault.file.incarnation },
    series: { id: row.seriesId, sequence: row.sequence, previous: row.previous },
    supersedes: supersedes === null ? [] : [supersedes],
    recalls: [],
    sender: {
      unit: card?.unit ?? readSettings(vault.register).shortName,
      recipient: readTierKey(file).ageRecipient,
      card: card && { text: card.text, fingerprint: card.fingerprint },
    },
    recipient: {
      name: addressee.name,
      by: row.recipientBy,
      key: addressee.card?.pairs[tier].recipient ?? null,
      cardFingerprint: row.cardFingerprint,
      copy: row.copy,
    },
    purpose: row.purpose,
    level: { code: row.level, term: row.term, mark: row.mark, causes },
    terms: row.terms,
    expires: row.expires,
    imageMetadata: row.imageMetadata,
    journalHead: head && { sequence: head.seq, hash: head.tierHash, at: new Date(head.at).toISOString() },
  };
}

/** The own card goes along, so that an answer can be sealed; it is made on the way where this session can. */
function cardToEnclose(vault: OpenVault) {
  const kept = ownCard(vault);
  if (kept || vault.tiers.size < 3) return kept;
  return renewOwnCard(vault, readSettings(vault.register).shortName);
}
