import { z } from 'zod';

/** A passphrase as typed. age compares bytes, so Chinese is normalised to NFC before it is used. */
export const passphraseSchema = z
  .string()
  .min(1)
  .max(1000)
  .transform((text) => text.normalize('NFC'));

/** A new passphrase. Strength is shown while typing; the floor of length is all that is enforced. */
export const newPassphraseSchema = z
  .string()
  .min(10)
  .max(1000)
  .transform((text) => text.normalize('NFC'));

export const vaultNameSchema = z.string().trim().min(1).max(80);
export const personNameSchema = z.string().trim().min(1).max(60);
