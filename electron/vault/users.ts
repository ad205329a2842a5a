import { existsSync, rmSync } from 'node:fs';
import { insertUser, readUsers, setMember } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { TIERS, type Tier } from '#shared/confidentiality/levels.ts';
import { newId } from '#shared/ids.ts';
import type { VaultUser } from '#shared/vault/contract.ts';
import { newIdentity, openUserSecret, recipientOf, sealUserSecret } from './keys.ts';
import { readVaultFile, userKeyPath, writeVaultFile } from './layout.ts';
import { resealTier } from './recovery.ts';
import type { OpenVault } from './session.ts';

/** The tiers a clearance opens: its own and those below. */
export function tiersUpTo(clearance: Tier): Tier[] {
  return TIERS.slice(0, TIERS.indexOf(clearance) + 1);
}

/** The clearances this session can give: only those whose tiers it has open. */
export function canGive(vault: OpenVault, clearance: Tier): boolean {
  return tiersUpTo(clearance).every((tier) => vault.tiers.has(tier));
}

/**
 * Adds a user whose identity is sealed with a passphrase typed on the spot. Order: the sealed file, then the rows of each
 * tier, then the tiers' key files, then vault.json; after a crash in between the user is there wholly or can be added again.
 */
export async function addUser(
  vault: OpenVault,
  wanted: { name: string; clearance: Tier; passphrase: string },
  scryptLogN: number,
): Promise<VaultUser> {
  const id = newId();
  const { identity, recipient } = await newIdentity();
  const tiers = tiersUpTo(wanted.clearance);
  await sealUserSecret(
    vault.folder,
    { format: 1, vault: vault.file.id, user: id, identity, tiers: {} },
    wanted.passphrase,
    scryptLogN,
  );
  try {
    for (const tier of [...tiers].reverse()) {
      const file = vault.tiers.get(tier);
      if (!file) throw new Error(`${tier} is not open`);
      write(
        file,
        vault.writer,
        { verb: 'user.add', about: canonicalJson({ user: id, clearance: wanted.clearance, recipient }) },
        (tx) => {
          setMember(tx, { userId: id, recipient });
          if (tier === 'register')
            insertUser(tx, { id, name: wanted.name, clearance: wanted.clearance, coordinator: false });
        },
      );
    }
  } catch (error) {
    rmSync(userKeyPath(vault.folder, id), { force: true });
    throw error;
  }
  for (const tier of tiers) await resealTier(vault, tier);
  renewVaultFile(vault);
  return { id, name: wanted.name, clearance: wanted.clearance };
}

/** vault.json as the register has it: the names of the lock page. */
export function renewVaultFile(vault: OpenVault): void {
  const users = readUsers(vault.register)
    .filter(({ id }) => existsSync(userKeyPath(vault.folder, id)))
    .map(({ id, name }) => ({ id, name }));
  writeVaultFile(vault.folder, { ...readVaultFile(vault.folder), users });
}

/** @throws WrongPassphraseError when `current` is not it. */
export async function changePassphrase(
  vault: OpenVault,
  current: string,
  next: string,
  scryptLogN: number,
): Promise<void> {
  await vault.remembered;
  const secret = await openUserSecret(vault.folder, vault.me.id, current);
  await sealUserSecret(vault.folder, secret, next, scryptLogN);
  write(
    vault.register,
    vault.writer,
    { verb: 'user.passphrase', about: canonicalJson({ user: vault.me.id }) },
    () => undefined,
  );
}

/**
 * A second person approves on the spot with the own passphrase. True only where that identity is the one the tiers are
 * sealed to: a copied or old key file does not count.
 * @throws WrongPassphraseError
 */
export async function approves(
  vault: OpenVault,
  approver: { userId: string; passphrase: string },
  recipients: readonly string[],
): Promise<boolean> {
  if (!existsSync(userKeyPath(vault.folder, approver.userId))) return false;
  const secret = await openUserSecret(vault.folder, approver.userId, approver.passphrase);
  const recipient = await recipientOf(secret.identity);
  return (
    secret.vault === vault.file.id &&
    recipients.length > 0 &&
    recipients.every((known) => known === recipient)
  );
}
