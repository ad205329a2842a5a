import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { toRef } from '#db/items/queries.ts';
import { find } from '#db/tiers.ts';
import { safeName } from '#shared/bundles/names.ts';
import type { Id } from '#shared/ids.ts';
import { type ComposeContext, ComposeError, createBundle } from '../bundles/compose.ts';
import { showDryRun, sortOut } from '../bundles/composeDryRun.ts';
import { sentDetail, sentLedger } from '../bundles/composeLedger.ts';
import { proposedPassphrase } from '../bundles/composePassphrase.ts';
import { addresseeOf } from '../bundles/composeRecipient.ts';
import { deskOf, type OpenedFile } from '../bundles/desk.ts';
import { startImport, UndecidedError } from '../bundles/importBundle.ts';
import { previewImport } from '../bundles/importPreview.ts';
import { undoImport } from '../bundles/importUndo.ts';
import { LevelNotOpenError, openReceived, verdictNow } from '../bundles/receive.ts';
import { keyWanted } from '../bundles/receiveLook.ts';
import {
  beginUpload,
  continueUpload,
  UploadOutOfOrderError,
  uploadedFile,
} from '../bundles/receiveUpload.ts';
import { importProblems, receivedLedger, showOpened } from '../bundles/receiveView.ts';
import { writeStreamToFile } from '../bundles/writeBundleFile.ts';
import { fromBundleError, withBundles } from './bundleFaults.ts';
import { todayOf } from './calendarDay.ts';
import type { UnlockedContext } from './context.ts';
import { conflict, invalid, notAllowed, notFound } from './errors.ts';
import { whileOwned } from './whileOwned.ts';

export const bundles = {
  chosen: withBundles.bundles.chosen.handler(({ context: { vault }, input }) =>
    input.ids.flatMap((id) => {
      const found = find(vault.tiers, id);
      return found ? [toRef(found.item)] : [];
    }),
  ),

  dryRun: withBundles.bundles.dryRun.handler(async ({ context, input }) => {
    const { vault, app } = context;
    const addressee = addresseeOf(vault, input.recipient);
    if (!addressee) throw invalid({ rule: 'CONTACT_NOT_THERE', field: 'recipient' });
    const sorted = await sortOut(vault, input, addressee, todayOf({ app }));
    if (typeof sorted === 'string') throw invalid({ rule: sorted, field: 'selection' });
    return showDryRun(vault, sorted, addressee, input);
  }),

  proposePassphrase: withBundles.bundles.proposePassphrase.handler(() => ({
    passphrase: proposedPassphrase(),
  })),

  create: withBundles.bundles.create.handler(async ({ context, input }) => {
    const { to, ...rest } = input;
    const target = to && { folder: folderOf(context, to.place), name: fileNameOf(to.name) };
    try {
      return await createBundle(composeContext(context), { ...rest, to: target });
    } catch (error) {
      throw error instanceof ComposeError ? fromComposeError(error) : error;
    }
  }),

  wait: withBundles.bundles.wait.handler(async ({ context: { vault }, input }) => {
    const made = deskOf(vault).exports.get(input.id);
    if (!made) throw notFound();
    return made.catch((error: unknown) => {
      throw stopped(error);
    });
  }),

  sent: withBundles.bundles.sent.handler(({ context: { vault }, input }) =>
    sentLedger(vault, input.contactId),
  ),

  sentBundle: withBundles.bundles.sentBundle.handler(({ context: { vault }, input }) => {
    const detail = sentDetail(vault, input.id);
    if (!detail) throw notFound();
    return detail;
  }),

  received: withBundles.bundles.received.handler(({ context: { vault } }) => receivedLedger(vault)),

  beginUpload: withBundles.bundles.beginUpload.handler(async ({ context: { vault, app }, input }) => ({
    id: await beginUpload(vault, { home: app.home, now: app.now() }, input),
  })),

  upload: withBundles.bundles.upload.handler(async ({ context: { vault }, input }) => {
    try {
      return {
        received: await continueUpload(vault, input.id, input.offset, Buffer.from(input.base64, 'base64')),
      };
    } catch (error) {
      throw error instanceof UploadOutOfOrderError ? conflict({ rule: 'UPLOAD_OUT_OF_ORDER' }) : error;
    }
  }),

  look: withBundles.bundles.look.handler(async ({ context, input }) => {
    const { path, fileName } = sourceOf(context, input);
    return { fileName, wants: await keyWanted(path), size: (await stat(path)).size };
  }),

  open: withBundles.bundles.open.handler(async function* ({ context, input, signal }) {
    const source = sourceOf(context, input.source);
    yield* whileOwned(context.app, signal, (until) => opening(context, source, input.passphrase, until));
  }),

  opened: withBundles.bundles.opened.handler(({ context, input }) =>
    showOpened(context.vault, input.openedId, openedOf(context, input.openedId), context.app.now()),
  ),

  close: withBundles.bundles.close.handler(({ context: { vault }, input }) => {
    deskOf(vault).opened.delete(input.openedId);
    return {};
  }),

  saveFile: withBundles.bundles.saveFile.handler(async ({ context, input }) => {
    const { opened } = openedOf(context, input.openedId);
    const file = opened.items.flatMap(({ files }) => files).find(({ path }) => path === input.path);
    if (!file) throw notFound();
    const fileName = safeName(file.name, new Set());
    await writeStreamToFile(
      opened.readFile(file.path),
      join(folderOf(context, input.place), fileName),
      false,
    );
    return { fileName };
  }),

  previewImport: withBundles.bundles.previewImport.handler(({ context, input }) =>
    previewImport(context.vault, importable(context, input.openedId)),
  ),

  import: withBundles.bundles.import.handler(({ context, input }) => {
    const { vault, app } = context;
    const file = importable(context, input.openedId);
    try {
      return {
        jobId: startImport({ vault, jobs: app.jobs, inspector: app.inspector }, file, input.decisions),
      };
    } catch (error) {
      throw error instanceof UndecidedError ? invalid(...error.problems) : error;
    }
  }),

  waitImport: withBundles.bundles.waitImport.handler(async ({ context: { vault }, input }) => {
    const done = deskOf(vault).imports.get(input.jobId);
    if (!done) throw notFound();
    return done.catch((error: unknown) => {
      throw stopped(error);
    });
  }),

  undoImport: withBundles.bundles.undoImport.handler(({ context: { vault }, input }) => {
    const undone = undoImport(vault, input.importId);
    if (!undone) throw notFound();
    return undone;
  }),
};

async function* opening(
  context: UnlockedContext,
  source: { path: string; fileName: string },
  passphrase: string | null,
  signal: AbortSignal,
) {
  const { vault, app } = context;
  try {
    for await (const event of openReceived(vault, { ...source, passphrase }, signal)) {
      if ('bytes' in event) yield { kind: 'progress' as const, bytes: event.bytes };
      else {
        const opened = showOpened(vault, event.openedId, openedOf(context, event.openedId), app.now());
        yield { kind: 'opened' as const, opened };
      }
    }
  } catch (error) {
    throw error instanceof LevelNotOpenError
      ? notAllowed({ rule: 'BUNDLE_LEVEL_NOT_OPEN' })
      : fromBundleError(error);
  }
}

function composeContext({ vault, app }: UnlockedContext): ComposeContext {
  const { jobs, home, openOptions } = app;
  return { vault, jobs, home, now: () => app.now(), scryptLogN: openOptions.scryptLogN };
}

function folderOf({ app }: UnlockedContext, token: string): string {
  const path = app.places.resolve(token);
  if (!path) throw invalid({ rule: 'PLACE_UNKNOWN', field: 'place' });
  return path;
}

/** One name, no path, safe on every system. */
function fileNameOf(name: string | null): string | null {
  if (name === null) return null;
  const plain = name.normalize('NFC').trim();
  if (safeName(plain, new Set()) !== plain) throw invalid({ rule: 'FILE_NAME_INVALID', field: 'to.name' });
  return plain;
}

function sourceOf(
  context: UnlockedContext,
  source: { place: string } | { upload: Id },
): { path: string; fileName: string } {
  if ('place' in source) {
    const path = folderOf(context, source.place);
    return { path, fileName: basename(path) };
  }
  const uploaded = uploadedFile(context.vault, source.upload);
  if (!uploaded) throw conflict({ rule: 'UPLOAD_NOT_COMPLETE' });
  return uploaded;
}

function openedOf({ vault }: UnlockedContext, openedId: Id): OpenedFile {
  const file = deskOf(vault).opened.get(openedId);
  if (!file) throw notFound();
  return file;
}

function importable(context: UnlockedContext, openedId: Id): OpenedFile {
  const { vault, app } = context;
  const file = openedOf(context, openedId);
  const [first, ...others] = importProblems(vault, file, verdictNow(vault, file, app.now()));
  if (first) throw notAllowed(first, ...others);
  return file;
}

function fromComposeError({ problem: { kind, ...problem } }: ComposeError): Error {
  if (kind === 'NOT_FOUND') return notFound();
  return kind === 'CONFLICT' ? conflict(problem) : invalid(problem);
}

/** A job that was cancelled ends with the reason of its signal. */
function stopped(error: unknown): unknown {
  return error instanceof Error && error.name === 'AbortError' ? conflict({ rule: 'JOB_CANCELLED' }) : error;
}
