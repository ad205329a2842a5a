import { BundleError } from './bundleError.ts';
import { ageRecipientSchema } from './bundleJson.ts';
import { LIMITS } from './limits.ts';

const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

/**
 * The X25519 identities of an identity file as `age-keygen` writes it: one a line, '#' begins a comment. Throws a
 * BundleError (KEY_INVALID): none in it, or a line of another kind.
 */
export function parseIdentityFile(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0 || lines.length > LIMITS.ageStanzas)
    throw new BundleError('KEY_INVALID', { rule: 'IDENTITY_FILE_EMPTY' });
  for (const line of lines)
    if (!IDENTITY.test(line)) throw new BundleError('KEY_INVALID', { rule: 'IDENTITY_UNKNOWN' });
  return lines;
}

/** Throws a BundleError (KEY_INVALID) unless there is at least one recipient and all are X25519. */
export function checkRecipients(recipients: readonly string[]): void {
  if (recipients.length === 0) throw new BundleError('KEY_INVALID', { rule: 'NO_RECIPIENT' });
  if (recipients.length > LIMITS.ageStanzas)
    throw new BundleError('KEY_INVALID', { rule: 'TOO_MANY_RECIPIENTS' });
  for (const recipient of recipients)
    if (!ageRecipientSchema.safeParse(recipient).success)
      throw new BundleError('KEY_INVALID', { rule: 'RECIPIENT_UNKNOWN' });
}

/**
 * The one spelling of a passphrase both sides use: NFC, the line end of a file that held it taken off. Throws a BundleError
 * (KEY_INVALID) for an empty one.
 */
export function plainPassphrase(passphrase: string): string {
  const plain = passphrase.replace(/\r?\n$/, '').normalize('NFC');
  if (plain === '' || !plain.isWellFormed())
    throw new BundleError('KEY_INVALID', { rule: 'PASSPHRASE_EMPTY' });
  return plain;
}
