import { createHash } from 'node:crypto';
import { openingIdentities } from '#db/bundles/received.ts';
import { type AnswerJson, readAnswer } from '#shared/bundles/answer.ts';
import { tarBagMembers } from '#shared/bundles/tarBag.ts';
import type { OpenVault } from '../vault/session.ts';
import { nodeHasher } from './readBundleHash.ts';
import { unsealed, unsealHeader } from './unseal.ts';

/** An answer, and the SHA-256 of what it says: two sealings of the same answer are the same. */
export type OpenedAnswer = { answer: AnswerJson; hash: string };

/** Opens a sealed answer with the keys of the open tiers. Throws a BundleError. */
export async function openAnswer(vault: OpenVault, bytes: Uint8Array): Promise<OpenedAnswer> {
  const header = await unsealHeader(piecesOf(bytes), { identities: openingIdentities(vault.tiers) });
  const answer = await readAnswer(tarBagMembers(unsealed(piecesOf(bytes), header), 'strict'), nodeHasher);
  return { answer, hash: createHash('sha256').update(JSON.stringify(answer)).digest('hex') };
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}
