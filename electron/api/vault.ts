import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { hasNumberedRecords } from '#db/records/queries.ts';
import { readMeta, readSettings, readUsers, setMeta } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import { canonicalJson } from '#shared/canonical.ts';
import type { VaultStatus } from '#shared/vault/contract.ts';
import { openDemo } from '../demo/openDemo.ts';
import { forgetVault, readHome } from '../home.ts';
import { backUp, NotABackupError, restoreBackup } from '../vault/backup.ts';
import { checkVault } from '../vault/check.ts';
import { createVault } from '../vault/create.ts';
import { openUserSecret } from '../vault/keys.ts';
import { isVault, readVaultFile } from '../vault/layout.ts';
import { presentationOf } from '../vault/presentation.ts';
import {
  newRecoverySheet,
  openByRecovery,
  provesSheet,
  readRecovery,
  sealToRecovery,
} from '../vault/recovery.ts';
import { unlockVault } from '../vault/session.ts';
import { addUser, canGive, changePassphrase } from '../vault/users.ts';
import type { ApiContext } from './context.ts';
import { conflict, invalid, notAllowed } from './errors.ts';
import { anyone, unlocked } from './procedure.ts';
import { whileOwned } from './whileOwned.ts';

export const vault = {
  status: anyone.vault.status.handler(({ context }) => statusOf(context)),

  create: anyone.vault.create.handler(async ({ context, input }) => {
    const place = placeOf(context, input.place);
    const folder = input.folderName ? join(place, safeFolderName(input.folderName)) : place;
    assertNoneOpen(context);
    const wanted = {
      name: input.name,
      coordinator: input.coordinator,
      passphrase: input.passphrase,
      demo: false,
    };
    await context.app.adopt(await createVault(folder, wanted, context.app.openOptions), context.session);
    return statusOf(context);
  }),

  openDemo: anyone.vault.openDemo.handler(async ({ context }) => {
    assertNoneOpen(context);
    await openDemo(context.app, context.session);
    return statusOf(context);
  }),

  choose: anyone.vault.choose.handler(async ({ context, input }) => {
    const folder = placeOf(context, input.place);
    if (!isVault(folder)) throw invalid({ rule: 'NOT_A_VAULT', field: 'place' });
    if (context.app.vault?.folder !== folder) assertNoneOpen(context);
    context.app.chosen = folder;
    return statusOf(context);
  }),

  forgetRecent: anyone.vault.forgetRecent.handler(({ context, input }) => {
    const folder = placeOf(context, input.place);
    forgetVault(context.app.home, folder);
    if (context.app.chosen === folder && !context.app.vault) context.app.chosen = null;
    return statusOf(context);
  }),

  unlock: anyone.vault.unlock.handler(async ({ context, input }) => {
    const { app, session } = context;
    const folder = chosenFolder(context);
    if (!readVaultFile(folder).users.some((user) => user.id === input.userId))
      throw invalid({ rule: 'USER_UNKNOWN', field: 'userId' });
    if (app.vault) {
      if (app.vault.me.id !== input.userId)
        throw new ORPCError('VAULT_IN_USE', { status: 409, data: { holder: app.vault.me.name } });
      await openUserSecret(folder, input.userId, input.passphrase);
      app.takeOver(session);
    } else {
      await app.adopt(await unlockVault(folder, input.userId, input.passphrase, app.openOptions), session);
    }
    return statusOf(context);
  }),

  lock: unlocked.vault.lock.handler(async ({ context }) => {
    await context.app.lock();
    return {};
  }),

  present: unlocked.vault.present.handler(({ context }) => {
    context.app.presentation = presentationOf(context.vault);
    return statusOf(context);
  }),

  endPresentation: unlocked.vault.endPresentation.handler(async ({ context, input }) => {
    const { app, vault } = context;
    await openUserSecret(vault.folder, vault.me.id, input.passphrase);
    const ended = app.presentation;
    app.presentation = null;
    await ended?.close();
    return statusOf(context);
  }),

  changePassphrase: unlocked.vault.changePassphrase.handler(async ({ context, input }) => {
    await changePassphrase(context.vault, input.current, input.next, context.app.openOptions.scryptLogN);
    return {};
  }),

  prepareRecovery: unlocked.vault.prepareRecovery.handler(async ({ context, input }) => {
    assertAllOpen(context.vault.tiers.size);
    const sheet = await newRecoverySheet(input.language);
    context.app.recoverySheet = sheet;
    return sheet;
  }),

  confirmRecovery: unlocked.vault.confirmRecovery.handler(async ({ context, input }) => {
    const sheet = context.app.recoverySheet;
    if (!sheet) throw conflict({ rule: 'RECOVERY_NOT_PREPARED' });
    if (!provesSheet(sheet, input.answers)) throw invalid({ rule: 'RECOVERY_WORDS_WRONG', field: 'answers' });
    await sealToRecovery(context.vault, sheet.identity);
    context.app.recoverySheet = null;
    return statusOf(context);
  }),

  openByRecovery: anyone.vault.openByRecovery.handler(async ({ context, input }) => {
    const folder = chosenFolder(context);
    const identity = readRecovery(input.recovery);
    if (!identity) throw invalid({ rule: 'RECOVERY_UNREADABLE', field: 'recovery' });
    assertNoneOpen(context);
    const opened = await openByRecovery(
      folder,
      identity,
      input.userId,
      input.passphrase,
      context.app.openOptions,
    );
    if (!opened) throw new ORPCError('WRONG_PASSPHRASE', { status: 403 });
    await context.app.adopt(opened, context.session);
    return statusOf(context);
  }),

  users: unlocked.vault.users.handler(({ context }) =>
    readUsers(context.vault.register).map(({ id, name, clearance }) => ({ id, name, clearance })),
  ),

  addUser: unlocked.vault.addUser.handler(async ({ context, input }) => {
    const { vault, app } = context;
    if (!canGive(vault, input.clearance))
      throw notAllowed({ rule: 'CLEARANCE_NOT_YOURS', field: 'clearance' });
    if (readUsers(vault.register).some((user) => user.name === input.name))
      throw invalid({ rule: 'USER_NAME_TAKEN', field: 'name' });
    return addUser(vault, input, app.openOptions.scryptLogN);
  }),

  check: unlocked.vault.check.handler(async function* ({ context, signal }) {
    yield* whileOwned(context.app, signal, (until) => checkVault(context.vault, until));
  }),

  backup: unlocked.vault.backup.handler(async function* ({ context, input, signal }) {
    const place = placeOf(context, input.place);
    yield* whileOwned(context.app, signal, (until) => backUp(context.vault, place, context.app.now(), until));
  }),

  restore: anyone.vault.restore.handler(async ({ context, input }) => {
    const into = join(placeOf(context, input.to), safeFolderName(input.folderName));
    assertNoneOpen(context);
    try {
      restoreBackup(placeOf(context, input.from), into);
    } catch (error) {
      if (error instanceof NotABackupError) throw invalid({ rule: 'NOT_A_VAULT', field: 'from' });
      throw error;
    }
    context.app.chosen = into;
    return statusOf(context);
  }),

  settings: unlocked.vault.settings.handler(({ context }) => readSettings(context.vault.register)),

  saveSettings: unlocked.vault.saveSettings.handler(({ context, input }) => {
    const { register, writer } = context.vault;
    const before = readSettings(register);
    const frozen = before.dialect !== input.dialect || before.fonds !== input.fonds;
    if (frozen && hasNumberedRecords(context.vault.tiers))
      throw conflict({ rule: 'REF_CODE_DIALECT_FROZEN', field: 'dialect' });
    write(register, writer, { verb: 'vault.settings', about: canonicalJson(input) }, (tx) =>
      setMeta(tx, 'settings', JSON.stringify(input)),
    );
    return input;
  }),
};

function statusOf({ app, session }: ApiContext): VaultStatus {
  const mine = app.vault !== null && app.owner === session;
  const folder = app.chosen;
  const file = folder && isVault(folder) ? readVaultFile(folder) : null;
  return {
    state: mine ? 'UNLOCKED' : file ? 'LOCKED' : 'NONE',
    vault: file ? { id: file.id, name: file.name, users: file.users, demo: file.demo } : null,
    me:
      mine && app.vault
        ? { id: app.vault.me.id, name: app.vault.me.name, clearance: app.vault.me.clearance }
        : null,
    presenting: mine && app.presentation !== null,
    openTiers: mine && app.vault ? [...(app.presentation ?? app.vault).tiers.keys()] : [],
    faults: mine && app.vault ? [...app.vault.faults] : [],
    hasRecovery: mine && app.vault ? readMeta(app.vault.register, 'recovery') !== null : true,
    recent: readHome(app.home).recent.map(({ folder: path, name }) => ({
      token: app.places.grant(path, 'folder').token,
      name,
      label: basename(path),
      missing: !existsSync(path),
    })),
  };
}

function placeOf({ app }: ApiContext, token: string): string {
  const path = app.places.resolve(token);
  if (!path) throw invalid({ rule: 'PLACE_UNKNOWN', field: 'place' });
  return path;
}

function chosenFolder({ app }: ApiContext): string {
  if (!app.chosen) throw conflict({ rule: 'NO_VAULT_CHOSEN' });
  return app.chosen;
}

/** One vault at a time, and only a lock closes it: the process that held keys ends with it. */
function assertNoneOpen({ app, session }: ApiContext): void {
  if (!app.vault) return;
  if (app.owner !== session)
    throw new ORPCError('VAULT_IN_USE', { status: 409, data: { holder: app.vault.me.name } });
  throw conflict({ rule: 'LOCK_FIRST' });
}

function assertAllOpen(open: number): void {
  if (open < 3) throw notAllowed({ rule: 'ALL_TIERS_NEEDED' });
}

/** A folder name typed by a person: one part, no path. */
function safeFolderName(name: string): string {
  const plain = name.normalize('NFC').trim();
  if (
    plain === '' ||
    plain === '.' ||
    plain === '..' ||
    /[\\/:*?"<>|\p{Cc}]/u.test(plain) ||
    /[. ]$/.test(plain)
  ) {
    throw invalid({ rule: 'FOLDER_NAME_INVALID', field: 'folderName' });
  }
  return plain;
}
