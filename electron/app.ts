import { rmSync } from 'node:fs';
import { holdsBlob } from '#db/publicCopy.ts';
import { readBlob } from '#db/records/queries.ts';
import type { Tier } from '#shared/confidentiality/levels.ts';
import type { RecoverySheet } from '#shared/vault/contract.ts';
import { type Addresses, createAddresses, type FileAnswer } from './addresses.ts';
import { finishIntents } from './bundles/intents.ts';
import { outboxAnswer, stopBundles, withdrawDownloads } from './bundles/outbox.ts';
import { type Changes, createChanges } from './changes.ts';
import { finishMoves } from './confidentiality/moveItem.ts';
import { offeredAnswer, withdrawOffers } from './documents/offer.ts';
import { createInspector, type Inspector } from './files/inspector.ts';
import { readHome, rememberVault } from './home.ts';
import { createImports, type Imports } from './jobs/imports.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import { createPlaces, type Places } from './places.ts';
import { stopPacks } from './showcase/packDesk.ts';
import { isVault, readVaultFile } from './vault/layout.ts';
import { SCRYPT_LOG_N } from './vault/passphrase.ts';
import type { OpenOptions, OpenVault } from './vault/session.ts';

export type Door = 'desktop' | 'browser' | 'cli';

export type AppOptions = {
  /** The program's own folder on this machine. */
  home: string;
  door: Door;
  /** Called when the vault was closed on purpose: the door ends this process, because only that forgets everything. */
  onLock(): void;
  /** Called before the vault is closed at a lock, so that a door takes no more calls to this process. */
  onLocking?(): Promise<void>;
  /** The vault whose lock page is shown first: what the process before this one had open. */
  chosen?: string | null;
  now?(): number;
  /** Work of passphrases as a power of two; tests take less. */
  scryptLogN?: number;
  segmentLimit?: number;
};

/** Time for the answer to the call that locked. */
const ANSWER_GRACE_MS = 100;

/** The service: at most one vault, opened by at most one session. */
export type App = {
  readonly home: string;
  readonly door: Door;
  readonly places: Places;
  readonly changes: Changes;
  readonly addresses: Addresses;
  readonly jobs: Jobs;
  readonly imports: Imports;
  readonly inspector: Inspector;
  readonly openOptions: OpenOptions;
  now(): number;
  /** The folder whose lock page is shown. */
  chosen: string | null;
  vault: OpenVault | null;
  /** The session that gave the passphrase: unlocking belongs to it, not to the process. */
  readonly owner: string | null;
  /** Aborted as soon as the present owner is one no more: what streams to it ends. */
  readonly owned: AbortSignal;
  /** The open vault belongs to this session from here on; nothing that another was given opens anything any more. */
  takeOver(session: string): void;
  /** While the laptop is a visitor's: what is shown instead of the vault. */
  presentation: OpenVault | null;
  /** A lock is under way: this process answers nothing more. */
  closing: boolean;
  /** Printed but not proved yet. */
  recoverySheet: RecoverySheet | null;
  /** Takes over an opened vault for a session. */
  adopt(vault: OpenVault, session: string): Promise<void>;
  /** The same for a vault in a temporary folder, which goes when the vault is closed. */
  adoptTemporary(vault: OpenVault, session: string): Promise<void>;
  /** What a capability address opens; null when it is unknown, too old, or the vault is closed. */
  openFile(address: string): FileAnswer | null;
  /** Resolves when no later call reaches this process; the vault is closed and the process ended right after. */
  lock(): Promise<void>;
  close(): Promise<void>;
};

export async function openApp(options: AppOptions): Promise<App> {
  const now = options.now ?? Date.now;
  const changes = createChanges();
  const places = createPlaces();
  const addresses = createAddresses(now);
  const jobs = createJobs(now);
  const inspector = createInspector();
  let temporary: string | null = null;

  function dropTemporary(): void {
    if (temporary === null) return;
    rmSync(temporary, { recursive: true, force: true });
    if (app.chosen === temporary) app.chosen = null;
    temporary = null;
  }

  async function closeForGood(vault: OpenVault): Promise<void> {
    await app.imports.pauseAll();
    await stopBundles(vault);
    await stopPacks(vault);
    await vault.close();
    dropTemporary();
    options.onLock();
  }

  let ownership = new AbortController();
  let owner: string | null = null;
  function own(session: string | null): void {
    if (session === owner) return;
    owner = session;
    ownership.abort();
    ownership = new AbortController();
    addresses.forget();
    if (app.vault) withdrawOffers(app.vault);
    if (app.vault) withdrawDownloads(app.vault);
  }

  function answerOf(vault: OpenVault, address: string): FileAnswer | null {
    const capability = addresses.open(address);
    if (app.presentation) {
      const shown = capability && holdsBlob(app.presentation.register, capability.blob);
      return shown && capability.tier === 'register' ? answerFor(vault, capability) : null;
    }
    if (capability) return answerFor(vault, capability);
    return offeredAnswer(vault, address) ?? outboxAnswer(vault, address);
  }

  const app: App = {
    home: options.home,
    door: options.door,
    places,
    changes,
    addresses,
    jobs,
    inspector,
    imports: createImports({ vault: () => app.vault, jobs, inspector, now }),
    openOptions: {
      door: options.door,
      scryptLogN: options.scryptLogN ?? SCRYPT_LOG_N,
      now,
      changed: (nouns) => changes.announce(nouns),
      ...(options.segmentLimit === undefined ? {} : { segmentLimit: options.segmentLimit }),
    },
    now,
    chosen: firstChoice(options),
    vault: null,
    get owner() {
      return owner;
    },
    get owned() {
      return ownership.signal;
    },
    takeOver: own,
    presentation: null,
    closing: false,
    recoverySheet: null,
    async adopt(vault, session) {
      await finishMoves(vault);
      finishIntents(vault);
      app.vault = vault;
      own(session);
      app.chosen = vault.folder;
      if (!vault.file.demo) rememberVault(options.home, vault.folder, readVaultFile(vault.folder).name);
      app.imports.resumeAll();
    },
    openFile(address) {
      const answer = app.vault && answerOf(app.vault, address);
      return answer && untilTaken(answer, ownership.signal);
    },
    async adoptTemporary(vault, session) {
      temporary = vault.folder;
      await app.adopt(vault, session);
    },
    async lock() {
      const vault = app.vault;
      app.vault = null;
      own(null);
      app.presentation = null;
      app.recoverySheet = null;
      if (!vault) return;
      app.closing = true;
      await options.onLocking?.();
      setTimeout(() => void closeForGood(vault), ANSWER_GRACE_MS);
    },
    async close() {
      const vault = app.vault;
      app.vault = null;
      await app.imports.pauseAll();
      if (vault) await stopBundles(vault);
      if (vault) await stopPacks(vault);
      await vault?.close();
      dropTemporary();
      await inspector.close();
    },
  };
  return app;
}

/** A long film or download that is under way ends with the ownership in which its address was opened. */
function untilTaken(answer: FileAnswer, owned: AbortSignal): FileAnswer {
  return {
    ...answer,
    read(offset, length) {
      owned.throwIfAborted();
      return answer.read(offset, length);
    },
  };
}

/** What was asked for, else the vault opened last on this machine, if it is still there. */
function firstChoice({ chosen, home }: AppOptions): string | null {
  const folder = chosen ?? readHome(home).recent[0]?.folder ?? null;
  return folder !== null && isVault(folder) ? folder : null;
}

function answerFor(
  vault: OpenVault,
  {
    tier,
    blob,
    mediaType,
    inline,
    name,
  }: { tier: Tier; blob: number; mediaType: string; inline: boolean; name: string },
): FileAnswer | null {
  const file = vault.tiers.get(tier);
  const row = file ? readBlob(file, blob) : null;
  if (!row) return null;
  return {
    size: row.size,
    mediaType,
    inline,
    name,
    read: (offset, length) => vault.store.read(tier, row, offset, length),
  };
}
