import { parentPort, workerData } from 'node:worker_threads';
import { Decrypter, Encrypter } from 'age-encryption';

/** Sealing and opening with a passphrase takes a second or more by design: it runs here, off the service thread. */
export type PassphraseTask =
  | { do: 'seal'; passphrase: string; bytes: Uint8Array; logN: number }
  | { do: 'open'; passphrase: string; sealed: Uint8Array };
export type PassphraseAnswer = { ok: true; bytes: Uint8Array } | { ok: false };

const task = workerData as PassphraseTask;
perform(task).then(
  (bytes) => parentPort?.postMessage({ ok: true, bytes } satisfies PassphraseAnswer),
  () => parentPort?.postMessage({ ok: false } satisfies PassphraseAnswer),
);

async function perform(asked: PassphraseTask): Promise<Uint8Array> {
  if (asked.do === 'seal') {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(asked.passphrase);
    encrypter.setScryptWorkFactor(asked.logN);
    return encrypter.encrypt(asked.bytes);
  }
  const decrypter = new Decrypter();
  decrypter.addPassphrase(asked.passphrase);
  return decrypter.decrypt(asked.sealed);
}
