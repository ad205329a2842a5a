import { Encrypter } from 'age-encryption';
import { type AnswerJson, writeAnswer } from '#shared/bundles/answer.ts';
import type { NewHasher } from '#shared/bundles/hashes.ts';
import { joinBytes } from '#shared/bundles/text.ts';

/** The answer as an age file that only the sender of the form opens. It is some kilobytes. */
export async function sealAnswer(
  answer: AnswerJson,
  recipient: string,
  newHasher: NewHasher,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeAnswer(answer, newHasher)) pieces.push(piece);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return new Uint8Array(await encrypter.encrypt(joinBytes(pieces)));
}
