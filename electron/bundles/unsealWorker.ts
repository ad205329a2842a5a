import { parentPort, workerData } from 'node:worker_threads';
import { Decrypter } from 'age-encryption';

export interface UnsealTask {
  header: Uint8Array;
  passphrase: string;
}
export type UnsealAnswer = { fileKey: Uint8Array } | { failure: string };

/** Tries a passphrase on a header: a second of scrypt, off the service thread. */
async function unwrap({ header, passphrase }: UnsealTask): Promise<UnsealAnswer> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return { fileKey: await decrypter.decryptHeader(header) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await unwrap(workerData as UnsealTask));
