import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownRecipients } from '#db/bundles/received.ts';
import { fileBytes } from '#electron/bundles/readBundleSource.ts';
import { sealed } from '#electron/bundles/seal.ts';
import { unsealed, unsealHeader } from '#electron/bundles/unseal.ts';
import { newSigningKey } from '#shared/bundles/sshKey.ts';
import { newId } from '#shared/ids.ts';
import { craftBundle } from './crafted.ts';
import {
  composing,
  fileRecord,
  importAll,
  makeBundle,
  makeRecord,
  openBundleIn,
  openPartners,
  type Partners,
} from './partners.ts';

let both: Partners;
let good: Buffer;
beforeAll(async () => {
  both = await openPartners();
  const id = await fileRecord(both.ours, '样本', { 'a.bin': new Uint8Array(200_000).fill(9) });
  const { path } = await makeBundle(both.ours, composing([id], both.toPartner));
  good = readFileSync(path);
});
afterAll(() => both.close());

/** Writes changed bytes where the partner finds them. */
function received(bytes: Uint8Array): string {
  const path = join(both.partner.folder, `${newId()}.mengbu`);
  writeFileSync(path, bytes);
  return path;
}

const problem = (rule: string) => ({ data: { problems: [expect.objectContaining({ rule })] } });

/** What the partner's vault has, to see that nothing was left behind. */
async function traces() {
  const { partner } = both;
  return { heads: await partner.client.journal.heads(), received: await partner.client.bundles.received() };
}

describe('a bundle that is not what it should be', () => {
  it('is refused when it is no bundle, too old a form, or newer than this program', async () => {
    const { partner } = both;
    const before = await traces();
    await expect(openBundleIn(partner, received(Buffer.from('你好，世界')))).rejects.toMatchObject({
      code: 'INVALID',
    });
    await expect(openBundleIn(partner, received(new Uint8Array(0)))).rejects.toMatchObject({
      code: 'INVALID',
    });
    await expect(openBundleIn(partner, received(new Uint8Array(4096)))).rejects.toMatchObject({
      code: 'INVALID',
    });
    const newer = Buffer.concat([Buffer.from('age-encryption.org/v2\n'), good.subarray(22)]);
    await expect(openBundleIn(partner, received(newer))).rejects.toMatchObject(
      problem('BUNDLE_NEWER_VERSION'),
    );
    expect(await traces()).toEqual(before);
  });

  it('says where it breaks when it is cut or a bit is another, and remembers and imports nothing of it', async () => {
    const { partner } = both;
    const before = await traces();
    const flipped = Buffer.from(good);
    const at = good.length - 90_000;
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    for (const bytes of [
      flipped,
      good.subarray(0, good.length - 70_000),
      good.subarray(0, good.length - 1),
    ]) {
      const opened = await openBundleIn(partner, received(bytes));
      expect(opened.verdict).toMatchObject({ tone: 'bad', codes: expect.arrayContaining(['CHANGED']) });
      expect(opened.problems[0]?.rule).toMatch(/^BUNDLE_/);
      expect(opened.importProblems).toEqual([{ rule: 'IMPORT_NOT_WHOLE' }]);
      await expect(importAll(partner, opened.openedId)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
    expect(await traces()).toEqual(before);
  });

  it('is not believed when another key signed it', async () => {
    const { ours, partner, toPartner } = both;
    const id = await makeRecord(ours, '冒名');
    const opened = await openBundleIn(
      partner,
      await craftBundle(ours, [id], { to: toPartner, signWith: newSigningKey() }),
    );
    expect(opened.verdict).toMatchObject({ tone: 'bad', codes: expect.arrayContaining(['SIGNER_MISMATCH']) });
    expect(opened.importProblems).toEqual([{ rule: 'IMPORT_SENDER_UNKNOWN' }]);
  });

  it('shows nothing of what was signed by the key of a lower level', async () => {
    const { ours, partner, toPartner } = both;
    const id = await makeRecord(ours, '低层签名', 'TRADE_SECRET');
    const opened = await openBundleIn(
      partner,
      await craftBundle(ours, [id], { to: toPartner, signTier: 'register' }),
    );
    expect(opened.verdict.tone).toBe('bad');
    expect(opened.items).toEqual([]);
    expect(opened.importProblems).toEqual([{ rule: 'SIGNED_BELOW_LEVEL' }]);
  });

  it('is not taken when its recipient sealed it on to us', async () => {
    const { ours, partner, toPartner } = both;
    const someone = await generateX25519Identity();
    const made = await craftBundle(ours, [await makeRecord(ours, '转手')], {
      to: toPartner,
      recipient: await identityToRecipient(someone),
    });
    const header = await unsealHeader(fileBytes(made), { identities: [someone] });
    const vault = partner.app.vault;
    const recipients = vault ? ownRecipients(vault.tiers).slice(0, 1) : [];
    const pieces: Uint8Array[] = [];
    for await (const piece of sealed(unsealed(fileBytes(made), header), { recipients })) pieces.push(piece);
    const opened = await openBundleIn(partner, received(Buffer.concat(pieces)));
    expect(opened.verdict.codes).toContain('FOR_SOMEBODY_ELSE');
    expect(opened.importProblems).toEqual([{ rule: 'IMPORT_FOR_SOMEBODY_ELSE' }]);
  });

  it('that an attacker says to come from a third vault changes nothing of that vault', async () => {
    const { ours, partner, toPartner } = both;
    const id = await makeRecord(ours, '原件');
    const first = await openBundleIn(partner, await craftBundle(ours, [id], { to: toPartner }));
    const local = (await importAll(partner, first.openedId)).created[0]?.id ?? '';
    const third = newId();
    const claimed = await craftBundle(ours, [await makeRecord(ours, '假冒')], {
      to: toPartner,
      change: (item) => ({ ...item, origin: { vaultId: third, itemId: newId(), unit: '丙公司' } }),
    });
    const opened = await openBundleIn(partner, claimed);
    const { created } = await importAll(partner, opened.openedId);
    const made = await partner.client.records.get({ id: created[0]?.id ?? '' });
    expect(made.origin?.unit).toBe('华东联合体');
    expect((await partner.client.records.get({ id: local })).title).toBe('原件');
  });

  it('that names items of ours that are not there is refused item by item', async () => {
    const { ours, partner, toPartner } = both;
    const own = partner.app.vault?.file.id ?? '';
    const claimed = await craftBundle(ours, [await makeRecord(ours, '据称是你们的')], {
      to: toPartner,
      change: (item) => ({ ...item, origin: { vaultId: own, itemId: newId(), unit: '甲医院' } }),
    });
    const opened = await openBundleIn(partner, claimed);
    const { items } = await partner.client.bundles.previewImport({ openedId: opened.openedId });
    expect(items).toMatchObject([{ status: 'REFUSED', problems: [{ rule: 'IMPORT_OURS_NOT_THERE' }] }]);
  });

  it('holding genome data or a marked file leaves no byte of it behind', async () => {
    const { ours, partner, toPartner } = both;
    const reads = new TextEncoder().encode(`${'@r1\nACGTACGTACGTACGT\n+\nIIIIIIIIIIIIIIII\n'.repeat(200)}`);
    // Our own import guard would not let it in either: it goes in under its cover.
    const id = await fileRecord(ours, '测序', { 'innocent.bin': new Uint8Array(reads.length).fill(1) });
    const path = await craftBundle(ours, [id], {
      to: toPartner,
      change: (item) => ({ ...item, files: item.files.map((file) => ({ ...file, name: 'reads.fastq' })) }),
    });
    const opened = await openBundleIn(partner, path);
    const before = await partner.client.records.ids({ query: {} });
    const result = await importAll(partner, opened.openedId);
    expect(result).toMatchObject({
      importId: null,
      created: [],
      refused: [{ title: '测序', problems: [{ rule: 'GENOMIC' }] }],
    });
    expect(await partner.client.records.ids({ query: {} })).toEqual(before);
  });
});
