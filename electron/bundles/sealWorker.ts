import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Encrypter } from 'age-encryption';

/** Who can open what is sealed: X25519 recipients, or one passphrase with its cost as a power of two; never both. */
export type SealTask = { recipients: string[] } | { passphrase: string; logN: number };

/**
 * Seals a stream off the service thread: scrypt takes a second by design, and ChaCha20 a thread of its own. Every message in
 * (a piece of plaintext, null for the end) is answered by one message: what has been sealed since the last answer.
 */
async function seal(task: SealTask): Promise<void> {
  const input = new TransformStream<Uint8Array, Uint8Array>();
  const writer = input.writable.getWriter();
  const sealed: Uint8Array[] = [];
  const output = await encrypterFor(task).encrypt(input.readable);
  const finished = collect(output, sealed);
  for await (const [piece] of on(requirePort(), 'message')) {
    if (piece === null) {
      await writer.close();
      await finished;
      answer(sealed);
      break;
    }
    await Promise.race([writer.write(piece), finished]);
    answer(sealed);
  }
}

function encrypterFor(task: SealTask): Encrypter {
  const encrypter = new Encrypter();
  if ('passphrase' in task) {
    encrypter.setPassphrase(task.passphrase);
    encrypter.setScryptWorkFactor(task.logN);
  } else {
    for (const recipient of task.recipients) encrypter.addRecipient(recipient);
  }
  return encrypter;
}

async function collect(output: ReadableStream<Uint8Array>, sealed: Uint8Array[]): Promise<void> {
  for await (const piece of output) sealed.push(piece);
}

function answer(sealed: Uint8Array[]): void {
  const bytes = new Uint8Array(sealed.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of sealed.splice(0)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  requirePort().postMessage(bytes, [bytes.buffer]);
}

function requirePort(): NonNullable<typeof parentPort> {
  if (parentPort === null) throw new Error('runs in a worker only');
  return parentPort;
}

await seal(workerData as SealTask);
