import { randomInt } from 'node:crypto';
import { bech32 } from '@scure/base';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';
import QRCode from 'qrcode';
import { readMembers, readMeta, setMember, setMeta } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import { canonicalJson } from '#shared/canonical.ts';
import type { Id } from '#shared/ids.ts';
import type { RecoverySheet } from '#shared/vault/contract.ts';
import { holdVault } from './holder.ts';
import { newIdentity, recipientOf, sealTierKey, sealUserSecret } from './keys.ts';
import { readVaultFile } from './layout.ts';
import { type OpenOptions, type OpenVault, openTiers, startSession } from './session.ts';

const IDENTITY_PREFIX = 'age-secret-key-';
const WORDS_ASKED = 4;

/** A fresh recovery identity as it is printed. It opens nothing until {@link sealToRecovery}. */
export async function newRecoverySheet(language: 'zh-CN' | 'en'): Promise<RecoverySheet> {
  const { identity } = await newIdentity();
  const words = entropyToMnemonic(bytesOf(identity), language === 'en' ? english : chinese).split(' ');
  const qrSvg = await QRCode.toString(identity, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  return { identity, words, qrSvg, ask: askedPositions(words.length) };
}

/** Whether what was typed back are the asked words of the sheet. */
export function provesSheet(sheet: RecoverySheet, answers: readonly string[]): boolean {
  return sheet.ask.every((position, index) => normal(answers[index] ?? '') === sheet.words[position - 1]);
}

/**
 * Reads a recovery key as a person types it: the age identity, or the 24 words in either language, with or without spaces
 * between Chinese ones. Null when it is none.
 */
export function readRecovery(typed: string): string | null {
  const text = normal(typed);
  if (text.startsWith(IDENTITY_PREFIX)) return isIdentity(text) ? text.toUpperCase() : null;
  const words = /^\p{Script=Han}/u.test(text) ? [...text.replace(/\s+/gu, '')].join(' ') : text;
  for (const list of [chinese, english]) {
    try {
      const data = bech32.toWords(mnemonicToEntropy(words, list));
      return bech32.encode(IDENTITY_PREFIX, data, false).toUpperCase();
    } catch {
      // Not in this list, or a word is wrong: the checksum says so. Try the other.
    }
  }
  return null;
}

/** Seals every tier of this session to the recovery recipient as well, replacing an older one. Needs all tiers open. */
export async function sealToRecovery(vault: OpenVault, identity: string): Promise<void> {
  const recipient = await recipientOf(identity);
  for (const [tier, file] of vault.tiers) {
    write(file, vault.writer, { verb: 'vault.recovery', about: canonicalJson({ tier, recipient }) }, (tx) =>
      setMeta(tx, 'recovery', recipient),
    );
    await resealTier(vault, tier);
  }
}

/** Renews keys/<tier>.age for all who may open it now. */
export async function resealTier(
  vault: Pick<OpenVault, 'folder' | 'tiers' | 'keys'>,
  tier: Parameters<typeof sealTierKey>[1],
): Promise<void> {
  const file = vault.tiers.get(tier);
  const key = vault.keys.get(tier);
  if (!file || !key) throw new Error(`${tier} is not open`);
  const recovery = readMeta(file, 'recovery');
  const recipients = readMembers(file).map((member) => member.recipient);
  await sealTierKey(vault.folder, tier, key, recovery ? [...recipients, recovery] : recipients);
}

/**
 * Opens with the printed key: the user gets a new identity under a new passphrase, and the tiers that user was cleared for
 * are sealed to it. Null when the key opens nothing here.
 */
export async function openByRecovery(
  folder: string,
  recovery: string,
  userId: Id,
  passphrase: string,
  options: OpenOptions,
): Promise<OpenVault | null> {
  const lock = holdVault(folder, options.door);
  try {
    const file = readVaultFile(folder);
    const blank = { format: 1 as const, vault: file.id, user: userId, tiers: {} };
    const all = await openTiers(folder, file, { ...blank, identity: recovery });
    const mine = [...all.tiers].filter(([, tier]) =>
      readMembers(tier).some((member) => member.userId === userId),
    );
    if (mine.length === 0) {
      for (const tier of all.tiers.values()) tier.sqlite.close();
      lock.release();
      return null;
    }
    for (const [name, tier] of all.tiers) {
      if (mine.some(([own]) => own === name)) continue;
      tier.sqlite.close();
      all.tiers.delete(name);
      all.keys.delete(name);
    }
    const { identity, recipient } = await newIdentity();
    const secret = { ...blank, identity };
    await sealUserSecret(folder, secret, passphrase, options.scryptLogN);
    const vault = await startSession({ folder, file, secret, lock, passphrase, ...all }, options);
    for (const [tier, opened] of vault.tiers) {
      write(
        opened,
        vault.writer,
        { verb: 'user.recover', about: canonicalJson({ user: userId, recipient }) },
        (tx) => setMember(tx, { userId, recipient }),
      );
      await resealTier(vault, tier);
    }
    return vault;
  } catch (error) {
    lock.release();
    throw error;
  }
}

function bytesOf(identity: string): Uint8Array {
  return bech32.fromWords(bech32.decode(identity.toLowerCase() as `${string}1${string}`, false).words);
}

function isIdentity(text: string): boolean {
  try {
    return bytesOf(text).length === 32;
  } catch {
    return false;
  }
}

function normal(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
}

function askedPositions(of: number): number[] {
  const positions = new Set<number>();
  while (positions.size < WORDS_ASKED) positions.add(randomInt(of) + 1);
  return [...positions].sort((a, b) => a - b);
}
