import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createTier, type TierFile } from '#db/open.ts';
import {
  insertTierKey,
  insertUser,
  readTierKey,
  setMember,
  setMeta,
  setTierPublic,
} from '#db/vault/queries.ts';
import { type Writer, write } from '#db/write.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { TIERS, type Tier } from '#shared/confidentiality/levels.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { VaultSettings } from '#shared/vault/contract.ts';
import { holdVault } from './holder.ts';
import { newIdentity, newTierKey, sealTierKey, sealUserSecret } from './keys.ts';
import { isVault, tierPath, VAULT_FORMAT, type VaultFile, writeVaultFile } from './layout.ts';
import { type OpenOptions, type OpenVault, startSession } from './session.ts';

export type NewVault = { name: string; coordinator: string; passphrase: string; demo: boolean };

/** The folder is not empty (rule FOLDER_NOT_EMPTY) or holds a vault already (FOLDER_HAS_VAULT). */
export class FolderTakenError extends Error {
  readonly rule: 'FOLDER_NOT_EMPTY' | 'FOLDER_HAS_VAULT';
  constructor(rule: 'FOLDER_NOT_EMPTY' | 'FOLDER_HAS_VAULT') {
    super(rule);
    this.rule = rule;
  }
}

/**
 * Makes a vault of three tiers with one user, the coordinator, who opens them all, and opens it. vault.json is written last:
 * a folder in which this was interrupted is not taken for a vault. On failure what was made is removed again.
 */
export async function createVault(
  folder: string,
  wanted: NewVault,
  options: OpenOptions,
): Promise<OpenVault> {
  assertFree(folder);
  const fresh = !existsSync(folder);
  mkdirSync(join(folder, 'keys'), { recursive: true });
  const lock = holdVault(folder, options.door);
  try {
    const file: VaultFile = {
      format: VAULT_FORMAT,
      id: newId(),
      incarnation: newId(),
      name: wanted.name,
      users: [],
      demo: wanted.demo,
    };
    const userId = newId();
    file.users.push({ id: userId, name: wanted.coordinator });
    const { identity, recipient } = await newIdentity();
    const keys = new Map(TIERS.map((tier): [Tier, Uint8Array] => [tier, newTierKey()]));
    const tiers = new Map<Tier, TierFile>();
    for (const [tier, key] of keys) tiers.set(tier, createTier(tierPath(folder, tier), tier, key, file.id));
    await fillTiers(tiers, { userId, recipient, wanted, writer: firstWriter(userId, options) });
    for (const [tier, key] of keys) await sealTierKey(folder, tier, key, [recipient]);
    const secret = { format: 1 as const, vault: file.id, user: userId, identity, tiers: {} };
    await sealUserSecret(folder, secret, wanted.passphrase, options.scryptLogN);
    writeVaultFile(folder, file);
    return await startSession(
      { folder, file, secret, tiers, keys, faults: [], lock, passphrase: wanted.passphrase },
      options,
    );
  } catch (error) {
    lock.release();
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
    if (fresh) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A new pair of age identity and signing key, the tier's own. */
export async function newTierPair(): Promise<{
  ageIdentity: string;
  ageRecipient: string;
  signingKey: Buffer;
  signingPublic: Buffer;
}> {
  const { identity, recipient } = await newIdentity();
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return {
    ageIdentity: identity,
    ageRecipient: recipient,
    signingKey: Buffer.from(String(jwk.d), 'base64url'),
    signingPublic: Buffer.from(String(jwk.x), 'base64url'),
  };
}

/** What a new joint body starts with; the coordinator changes it in the settings. */
export function defaultSettings(name: string): VaultSettings {
  return {
    shortName: name.slice(0, 40),
    fonds: 'Z001',
    dialect: 'DAT13',
    markSeparator: '▲',
    autoLockMinutes: 15,
  };
}

function assertFree(folder: string): void {
  if (!existsSync(folder)) return;
  if (isVault(folder)) throw new FolderTakenError('FOLDER_HAS_VAULT');
  if (readdirSync(folder).length > 0) throw new FolderTakenError('FOLDER_NOT_EMPTY');
}

function firstWriter(userId: Id, options: OpenOptions): Writer {
  return { actorId: userId, role: 'COORDINATOR', now: options.now, changed: options.changed };
}

async function fillTiers(
  tiers: ReadonlyMap<Tier, TierFile>,
  { userId, recipient, wanted, writer }: { userId: Id; recipient: string; wanted: NewVault; writer: Writer },
): Promise<void> {
  for (const [tier, file] of tiers) {
    const pair = await newTierPair();
    write(
      file,
      writer,
      { verb: 'vault.create', about: canonicalJson({ tier, recipient: pair.ageRecipient }) },
      (tx) => {
        insertTierKey(tx, pair);
        setMember(tx, { userId, recipient });
        if (tier !== 'register') return;
        insertUser(tx, { id: userId, name: wanted.coordinator, clearance: 'core', coordinator: true });
        setMeta(tx, 'settings', JSON.stringify(defaultSettings(wanted.name)));
      },
    );
  }
  const register = tiers.get('register');
  if (!register) return;
  write(
    register,
    writer,
    { verb: 'vault.publicKeys', about: canonicalJson({ tiers: [...tiers.keys()] }) },
    (tx) => {
      for (const [tier, file] of tiers) {
        const { ageRecipient, signingPublic } = readTierKey(file);
        setTierPublic(tx, tier, { ageRecipient, signingPublic });
      }
    },
  );
}
