import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { TIERS, type Tier } from '#shared/confidentiality/levels.ts';
import { type Id, idSchema } from '#shared/ids.ts';
import { replaceFile, tierKeyPath, userKeyPath } from './layout.ts';
import { openWithPassphrase, sealWithPassphrase } from './passphrase.ts';

/** The head of a tier's journal as a user last saw it, and the SHA-256 of the key that opened it. */
const rememberedTierSchema = z.object({ keyHash: z.string(), seq: z.number().int(), tierHash: z.string() });
export type RememberedTier = z.infer<typeof rememberedTierSchema>;

const userSecretSchema = z.object({
  format: z.literal(1),
  vault: idSchema,
  user: idSchema,
  identity: z.string(),
  tiers: z.partialRecord(z.enum(TIERS), rememberedTierSchema),
});
/** What keys/<user>.age holds: the user's own age identity and what they remember of the tiers. */
export type UserSecret = z.infer<typeof userSecretSchema>;

export async function newIdentity(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export async function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity);
}

/** @throws WrongPassphraseError */
export async function openUserSecret(folder: string, userId: Id, passphrase: string): Promise<UserSecret> {
  const sealed = readFileSync(userKeyPath(folder, userId));
  const plain = await openWithPassphrase(sealed, passphrase);
  return userSecretSchema.parse(JSON.parse(Buffer.from(plain).toString('utf8')));
}

export async function sealUserSecret(
  folder: string,
  secret: UserSecret,
  passphrase: string,
  logN: number,
): Promise<void> {
  const sealed = await sealWithPassphrase(Buffer.from(JSON.stringify(secret)), passphrase, logN);
  replaceFile(userKeyPath(folder, secret.user), sealed);
}

export function newTierKey(): Uint8Array {
  return randomBytes(32);
}

export function keyHash(key: Uint8Array): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Seals a tier's key to everybody who may open it. One age file; nobody's passphrase is needed. */
export async function sealTierKey(
  folder: string,
  tier: Tier,
  key: Uint8Array,
  recipients: readonly string[],
): Promise<void> {
  if (recipients.length === 0) throw new RangeError('a tier key must be sealed to somebody');
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
  replaceFile(tierKeyPath(folder, tier), await encrypter.encrypt(key));
}

/** The tier's key, or null where this identity is not among its recipients. */
export async function openTierKey(folder: string, tier: Tier, identity: string): Promise<Uint8Array | null> {
  const path = tierKeyPath(folder, tier);
  if (!existsSync(path)) return null;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const key = await decrypter.decrypt(readFileSync(path));
    return key.length === 32 ? key : null;
  } catch {
    return null;
  }
}
