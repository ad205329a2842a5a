import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { tierSchema } from '../confidentiality/levels.ts';
import { problemSchema, procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { placeTokenSchema } from '../places.ts';
import { newPassphraseSchema, passphraseSchema, personNameSchema, vaultNameSchema } from './passphrase.ts';

export const vaultUserSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** The most confidential tier this user can open. */
  clearance: tierSchema,
});
export type VaultUser = z.infer<typeof vaultUserSchema>;

/** A tier whose file or journal is not the one this user last saw: it is reported, never used. */
export const tierFaultSchema = z.object({ tier: tierSchema, rule: z.string() });

export const vaultStatusSchema = z.object({
  state: z.enum(['NONE', 'LOCKED', 'UNLOCKED']),
  /** Known from vault.json, good for the lock page only. */
  vault: z
    .object({
      id: idSchema,
      name: z.string(),
      users: z.array(z.object({ id: idSchema, name: z.string() })),
      demo: z.boolean(),
    })
    .nullable(),
  /** Present while unlocked in this session. */
  me: vaultUserSchema.nullable(),
  /** 来宾模式: only what is 公开 is shown, until the user ends it with the own passphrase. */
  presenting: z.boolean(),
  openTiers: z.array(tierSchema),
  faults: z.array(tierFaultSchema),
  /** False while no recovery key was made: the shell asks for it. */
  hasRecovery: z.boolean(),
  /** Vaults opened here before. `label` is a folder name for people, never a path to act on. */
  recent: z.array(
    z.object({ token: placeTokenSchema, name: z.string(), label: z.string(), missing: z.boolean() }),
  ),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

/** The printed recovery identity: the same 32 bytes as an age identity, as 24 words and as a QR code (SVG text). */
export const recoverySheetSchema = z.object({
  identity: z.string(),
  words: z.array(z.string()).length(24),
  qrSvg: z.string(),
  /** Positions (1–24) of the words to be typed back. */
  ask: z.array(z.number().int().min(1).max(24)).length(4),
});
export type RecoverySheet = z.infer<typeof recoverySheetSchema>;

export const findingSchema = z.object({
  tier: tierSchema.nullable(),
  problem: problemSchema,
});
export type Finding = z.infer<typeof findingSchema>;

/** One line of a long check: what is looked at, how far, and at the end the findings. */
export const checkEventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('step'),
    step: z.string(),
    tier: tierSchema.nullable(),
    done: z.number(),
    total: z.number(),
  }),
  z.object({ kind: z.literal('finding'), finding: findingSchema }),
  z.object({
    kind: z.literal('result'),
    findings: z.number().int(),
    items: z.number().int(),
    files: z.number().int(),
    bytes: z.number(),
    notOpened: z.array(tierSchema),
    hasRecovery: z.boolean(),
  }),
]);
export type CheckEvent = z.infer<typeof checkEventSchema>;

export const vaultContract = {
  status: procedure.output(vaultStatusSchema),
  /** Makes a new vault in an empty or new folder and unlocks it for the coordinator. */
  create: procedure
    .input(
      z.object({
        name: vaultNameSchema,
        coordinator: personNameSchema,
        passphrase: newPassphraseSchema,
        place: placeTokenSchema,
        folderName: z.string().max(120).optional(),
      }),
    )
    .output(vaultStatusSchema),
  /** Makes a sample joint body in a temporary folder and opens it. */
  openDemo: procedure.output(vaultStatusSchema),
  /** Names the vault whose lock page is shown. */
  choose: procedure.input(z.object({ place: placeTokenSchema })).output(vaultStatusSchema),
  forgetRecent: procedure.input(z.object({ place: placeTokenSchema })).output(vaultStatusSchema),
  unlock: procedure
    .input(z.object({ userId: idSchema, passphrase: passphraseSchema }))
    .output(vaultStatusSchema),
  /** Ends the service process that held the keys; the answer comes before it ends. */
  lock: procedure.output(z.object({})),
  /** Shows only what is 公开 from now on, for a laptop that is handed to a visitor. */
  present: procedure.output(vaultStatusSchema),
  endPresentation: procedure.input(z.object({ passphrase: passphraseSchema })).output(vaultStatusSchema),
  changePassphrase: procedure
    .input(z.object({ current: passphraseSchema, next: newPassphraseSchema }))
    .output(z.object({})),
  /** A fresh recovery identity, kept in memory until it is confirmed by typing four of its words. */
  prepareRecovery: procedure
    .input(z.object({ language: z.enum(['zh-CN', 'en']) }))
    .output(recoverySheetSchema),
  confirmRecovery: procedure
    .input(z.object({ answers: z.array(z.string().max(60)).length(4) }))
    .output(vaultStatusSchema),
  /** Opens with the printed key, and gives the chosen user a new identity under a new passphrase. */
  openByRecovery: procedure
    .input(z.object({ recovery: z.string().max(2000), userId: idSchema, passphrase: newPassphraseSchema }))
    .output(vaultStatusSchema),
  users: procedure.output(z.array(vaultUserSchema)),
  /** A clearance can only be given by one who has it. */
  addUser: procedure
    .input(z.object({ name: personNameSchema, clearance: tierSchema, passphrase: newPassphraseSchema }))
    .output(vaultUserSchema),
  check: procedure.output(eventIterator(checkEventSchema)),
  /** Writes a verified copy of every open tier into a new folder below the chosen one. */
  backup: procedure.input(z.object({ place: placeTokenSchema })).output(eventIterator(checkEventSchema)),
  /** Copies a backup into a new folder as a vault of its own incarnation and shows its lock page. */
  restore: procedure
    .input(z.object({ from: placeTokenSchema, to: placeTokenSchema, folderName: z.string().max(120) }))
    .output(vaultStatusSchema),
  settings: procedure.output(z.lazy(() => vaultSettingsSchema)),
  saveSettings: procedure.input(z.lazy(() => vaultSettingsSchema)).output(z.lazy(() => vaultSettingsSchema)),
};

/** What the joint body fixes once for its archive; kept in the register and journalled. */
export const vaultSettingsSchema = z.object({
  /** 规范简称 of the joint body, the owner part of a mark. */
  shortName: z.string().min(1).max(40),
  /** 全宗号, DA/T 13-2022: one capital letter and three digits. */
  fonds: z.string().regex(/^[A-Z]\d{3}$/),
  /** Frozen once the first record is numbered. */
  dialect: z.enum(['DAT13', 'DAT22']),
  markSeparator: z.enum(['▲', '·', '']),
  autoLockMinutes: z.number().int().min(1).max(240),
});
export type VaultSettings = z.infer<typeof vaultSettingsSchema>;
