import { config } from 'zod';
import { answerJsonSchema } from '#shared/bundles/answer.ts';
import { type BagInput, MANIFEST } from '#shared/bundles/bagParts.ts';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { algorithmOfDigest, digestOf, type NewHasher } from '#shared/bundles/hashes.ts';
import { type BagReport, inspectBag } from '#shared/bundles/inspectBag.ts';
import type { ItemJson } from '#shared/bundles/itemJson.ts';
import { newId } from '#shared/ids.ts';
import { browserHashers } from './browserHasher.ts';
import type { Asked, Fault, FilledForm, Told } from './messages.ts';
import { bagOfFile } from './openInBrowser.ts';
import { sealAnswer } from './sealAnswer.ts';

// The page's policy forbids code made at run time.
config({ jitless: true });

/** Items told at once, and bytes of a file gathered before they go into a Blob. */
const BATCH = 200;
const FOLD = 16 * 1024 * 1024;

interface Opened {
  bag: BagInput;
  report: BagReport;
  /** SHA-256 of the manifest: names what an answer answers. */
  manifest: string;
  newHasher: NewHasher;
}

let opened: Opened | null = null;
let goOn: (() => void) | null = null;

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.ask === 'open') void open(data);
  else if (data.ask === 'file') void sendFile(data.path, data.pieces);
  else if (data.ask === 'answer') void sendAnswer(data.answer);
  else goOn?.();
});

async function open({ file, identities, passphrase }: Extract<Asked, { ask: 'open' }>): Promise<void> {
  try {
    let told = 0;
    const bag = await bagOfFile(file, { identities, passphrase }, (read) => {
      if (read - told < file.size / 200 && read < file.size) return;
      told = read;
      tell({ tell: 'progress', read });
    });
    const newHasher = await browserHashers();
    let items: ItemJson[] = [];
    let manifest = '';
    const report = await inspectBag(bag, {
      newHasher,
      onHead({ files }) {
        manifest = digestOf(newHasher, 'sha256', files.get(MANIFEST) ?? new Uint8Array(0));
      },
      onItem(item) {
        items.push(item);
        if (items.length < BATCH) return;
        tell({ tell: 'items', items });
        items = [];
      },
    });
    opened = { bag, report, manifest, newHasher };
    tell({ tell: 'items', items });
    tell({ tell: 'report', report });
  } catch (error) {
    tell({ tell: 'fault', fault: faultOf(error) });
  }
}

/** Streams the bag again from its start; the file is given out only when its own hash is right. */
async function sendFile(path: string, inPieces: boolean): Promise<void> {
  try {
    if (opened === null) throw new BundleError('NOT_A_BUNDLE');
    const known = opened.report.files.get(path);
    if (known?.whole !== true) throw new BundleError('BAG_INVALID', { entry: path, rule: 'FILE_CHANGED' });
    for await (const member of opened.bag.members()) {
      if (member.path !== path) continue;
      const hasher = opened.newHasher(algorithmOfDigest(known.hash));
      const blob = await passOn(member.body, path, inPieces, (bytes) => hasher.update(bytes));
      if (hasher.hex() !== known.hash)
        throw new BundleError('DAMAGED', { entry: path, rule: 'FILE_CHANGED' });
      tell(inPieces ? { tell: 'end', path } : { tell: 'whole', path, blob });
      return;
    }
    throw new BundleError('BAG_INVALID', { entry: path, rule: 'FILE_MISSING' });
  } catch (error) {
    tell({ tell: 'fileFault', path, fault: faultOf(error) });
  }
}

async function sendAnswer({ bundle, code, answerTo, scores, opinion }: FilledForm): Promise<void> {
  try {
    if (opened?.report.whole !== true) throw new BundleError('NOT_A_BUNDLE');
    const answer = answerJsonSchema.parse({
      format: 'mengbu-answer',
      version: 1,
      id: newId(),
      answeredAt: new Date().toISOString(),
      bundle: { ...bundle, manifest: opened.manifest },
      code,
      form: { kind: 'MATURITY_SHEET', clear: true, scores, opinion },
    });
    tell({ tell: 'answer', bytes: await sealAnswer(answer, answerTo, opened.newHasher) });
  } catch {
    tell({ tell: 'answer', bytes: null });
  }
}

async function passOn(
  body: AsyncIterable<Uint8Array>,
  path: string,
  inPieces: boolean,
  onBytes: (bytes: Uint8Array) => void,
): Promise<Blob> {
  let blob = new Blob([]);
  let held: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  async function flush(): Promise<void> {
    if (inPieces) await sendPiece(path, new Uint8Array(await new Blob(held).arrayBuffer()));
    else blob = new Blob([blob, ...held]);
    held = [];
    length = 0;
  }
  for await (const piece of body) {
    onBytes(piece);
    held.push(new Uint8Array(piece));
    length += piece.length;
    if (length >= FOLD) await flush();
  }
  await flush();
  return blob;
}

async function sendPiece(path: string, bytes: Uint8Array): Promise<void> {
  tell({ tell: 'piece', path, bytes });
  await new Promise<void>((resolve) => {
    goOn = resolve;
  });
}

function faultOf(error: unknown): Fault {
  if (error instanceof BundleError) return { code: error.code, data: error.data };
  return { code: 'UNREADABLE', data: { rule: error instanceof Error ? error.message.slice(0, 200) : '' } };
}

function tell(told: Told): void {
  postMessage(told);
}
