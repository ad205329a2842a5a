import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ForeignFileError, WrongKeyError } from '#db/cipher.ts';
import { copyVerified } from '#db/copy.ts';
import { type FileStore, openFileStore } from '#db/files/store.ts';
import { containsHead, headOf } from '#db/journal/queries.ts';
import type { VaultLock } from '#db/lock.ts';
import { NewerVaultError } from '#db/migrate.ts';
import { closeTier, openTier, type TierFile, WrongFileError } from '#db/open.ts';
import { readMeta, readTierKey, readTierPublic, readUser } from '#db/vault/queries.ts';
import type { Writer } from '#db/write.ts';
import { TIERS, type Tier } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import type { VaultUser } from '#shared/vault/contract.ts';
import { holdVault } from './holder.ts';
import { keyHash, openTierKey, openUserSecret, sealUserSecret, type UserSecret } from './keys.ts';
import { readVaultFile, tierPath, type VaultFile } from './layout.ts';

export type TierFault = { tier: Tier; rule: string };

/** A vault as this session opened it. What is not in `tiers` is not there. */
export type OpenVault = {
  readonly folder: string;
  readonly file: VaultFile;
  readonly me: VaultUser & { coordinator: boolean };
  readonly secret: UserSecret;
  readonly tiers: ReadonlyMap<Tier, TierFile>;
  readonly keys: ReadonlyMap<Tier, Uint8Array>;
  readonly faults: readonly TierFault[];
  readonly store: FileStore;
  readonly writer: Writer;
  readonly register: TierFile;
  /** Resolves when the user's sealed file has the heads of this unlock. */
  readonly remembered: Promise<void>;
  hasRecovery(): boolean;
  close(): Promise<void>;
};

export type OpenOptions = {
  /** Shown to a second process that finds the vault taken. */
  door: string;
  scryptLogN: number;
  now(): number;
  changed(nouns: ReadonlySet<string>): void;
  segmentLimit?: number;
};

/** The register does not open or is not the one last seen: nothing can be done with this vault. */
export class RegisterFaultError extends Error {
  readonly rule: string;
  constructor(rule: string) {
    super(`the register cannot be used: ${rule}`);
    this.rule = rule;
  }
}

/** @throws WrongPassphraseError, VaultInUseError, RegisterFaultError, NewerVaultError */
export async function unlockVault(
  folder: string,
  userId: Id,
  passphrase: string,
  options: OpenOptions,
): Promise<OpenVault> {
  const lock = holdVault(folder, options.door);
  try {
    const secret = await openUserSecret(folder, userId, passphrase);
    const file = readVaultFile(folder);
    const opened = await openTiers(folder, file, secret);
    return await startSession({ folder, file, secret, lock, passphrase, ...opened }, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

export type OpenedTiers = { tiers: Map<Tier, TierFile>; keys: Map<Tier, Uint8Array>; faults: TierFault[] };

/** Opens what the identity can; a tier that is not as remembered is reported instead. */
export async function openTiers(folder: string, file: VaultFile, secret: UserSecret): Promise<OpenedTiers> {
  const opened: OpenedTiers = { tiers: new Map(), keys: new Map(), faults: [] };
  for (const tier of TIERS) {
    const key = await openTierKey(folder, tier, secret.identity);
    if (!key) {
      if (secret.tiers[tier]) opened.faults.push({ tier, rule: 'TIER_KEY_MISSING' });
      continue;
    }
    const result = openRemembered(folder, file, secret, tier, key);
    if (typeof result === 'string') {
      opened.faults.push({ tier, rule: result });
      key.fill(0);
    } else {
      opened.tiers.set(tier, result);
      opened.keys.set(tier, key);
    }
  }
  return opened;
}

export type Session = OpenedTiers & {
  folder: string;
  file: VaultFile;
  secret: UserSecret;
  lock: VaultLock;
  passphrase: string;
};

export async function startSession(session: Session, options: OpenOptions): Promise<OpenVault> {
  const { folder, file, secret, tiers, keys, faults, lock } = session;
  const register = tiers.get('register');
  const row = register ? readUser(register, secret.user) : null;
  if (!register || !row) {
    for (const tier of tiers.values()) closeTier(tier);
    throw new RegisterFaultError(faults.find((fault) => fault.tier === 'register')?.rule ?? 'USER_UNKNOWN');
  }
  comparePublicKeys(register, tiers, faults);
  const store = await openFileStore(folder, tiers, keys, options.segmentLimit);
  const remembered = rememberHeads(session, options.scryptLogN);
  remembered.catch(() => undefined);
  return {
    folder,
    file,
    me: { id: row.id, name: row.name, clearance: row.clearance, coordinator: row.coordinator },
    secret,
    tiers,
    keys,
    faults,
    store,
    register,
    remembered,
    writer: {
      actorId: row.id,
      role: row.coordinator ? 'COORDINATOR' : 'MEMBER',
      now: options.now,
      changed: options.changed,
    },
    hasRecovery: () => readMeta(register, 'recovery') !== null,
    async close() {
      await remembered.catch(() => undefined);
      await store.close();
      for (const tier of tiers.values()) closeTier(tier);
      for (const key of keys.values()) key.fill(0);
      lock.release();
    },
  };
}

/** Writes the heads of this unlock into the user's sealed file, so that an older file put back is noticed next time. */
async function rememberHeads(
  { folder, secret, tiers, keys, passphrase }: Session,
  logN: number,
): Promise<void> {
  for (const [tier, file] of tiers) {
    const head = headOf(file);
    const key = keys.get(tier);
    if (head && key) secret.tiers[tier] = { keyHash: keyHash(key), seq: head.seq, tierHash: head.tierHash };
  }
  await sealUserSecret(folder, secret, passphrase, logN);
}

function openRemembered(
  folder: string,
  file: VaultFile,
  secret: UserSecret,
  tier: Tier,
  key: Uint8Array,
): TierFile | string {
  const path = tierPath(folder, tier);
  const known = secret.tiers[tier];
  if (!existsSync(path)) return 'TIER_FILE_MISSING';
  if (known && known.keyHash !== keyHash(key)) return 'TIER_KEY_CHANGED';
  try {
    const opened = openTier(path, tier, key, {
      vaultId: secret.vault,
      beforeMigration: (sqlite) =>
        copyVerified(sqlite, key, join(folder, 'backups', `before-format-${Date.now()}`, `${tier}.db`)),
    });
    if (file.id === secret.vault && (!known || containsHead(opened, known.seq, known.tierHash)))
      return opened;
    closeTier(opened);
    return file.id === secret.vault ? 'TIER_ROLLED_BACK' : 'VAULT_ID_CHANGED';
  } catch (error) {
    if (error instanceof NewerVaultError) throw error;
    if (error instanceof WrongKeyError) return 'TIER_FILE_FOREIGN';
    if (error instanceof ForeignFileError) return 'TIER_FILE_FOREIGN';
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT'))
      return 'TIER_DAMAGED';
    if (error instanceof WrongFileError) return 'TIER_FILE_OTHER_VAULT';
    throw error;
  }
}

/** The register's copy of a tier's public keys must be the tier's own: else somebody wants bundles sealed to another key. */
function comparePublicKeys(register: TierFile, tiers: Map<Tier, TierFile>, faults: TierFault[]): void {
  for (const [tier, file] of tiers) {
    const own = readTierKey(file);
    const copy = readTierPublic(register, tier);
    const same = copy?.ageRecipient === own.ageRecipient && copy.signingPublic.equals(own.signingPublic);
    if (!same) faults.push({ tier, rule: 'TIER_PUBLIC_KEYS_DIFFER' });
  }
}
