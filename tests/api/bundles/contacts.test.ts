import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCard } from '#shared/bundles/card.ts';
import { newSigningKey, publicKeyLine } from '#shared/bundles/sshKey.ts';
import type { Tier } from '#shared/confidentiality/levels.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';

let ours: TestApp;
let partner: TestApp;

beforeEach(async () => {
  ours = await openTestVault();
  partner = await openTestVault();
});
afterEach(async () => {
  await ours.close();
  await partner.close();
});

async function cardOf(app: TestApp, unit: string): Promise<string> {
  return (await app.client.contacts.makeCard({ unit })).card?.text ?? '';
}

/** A card of the same vault after it lost its keys, or by somebody posing as it. */
async function cardWithNewKeys(vaultId: string, unit: string): Promise<string> {
  const keys = { register: newSigningKey(), secret: newSigningKey(), core: newSigningKey() };
  const pairOf = async (tier: Tier) => ({
    recipient: await identityToRecipient(await generateX25519Identity()),
    signingKey: publicKeyLine(keys[tier].publicKey),
  });
  const pairs = {
    register: await pairOf('register'),
    secret: await pairOf('secret'),
    core: await pairOf('core'),
  };
  return makeCard({ vaultId, unit, pairs }, keys.core).text;
}

describe('the own contact card', () => {
  it('is made once and stays the same, with a QR code of the whole card', async () => {
    expect((await ours.client.contacts.ownCard()).card).toBeNull();
    const made = await ours.client.contacts.makeCard({ unit: '华东联合体' });
    expect(made.card?.unit).toBe('华东联合体');
    expect(made.current).toBe(true);
    expect(made.qrSvg).toContain('<svg');
    const again = await ours.client.contacts.makeCard({ unit: '华东联合体' });
    expect(again.card?.fingerprint).toBe(made.card?.fingerprint);
    const entries = await ours.client.journal.page({ after: null, limit: 50 });
    expect(entries.entries.filter(({ verb }) => verb === 'card.make')).toHaveLength(1);
  });

  it('is handed out by a user who cannot make it', async () => {
    await ours.client.contacts.makeCard({ unit: '华东联合体' });
    const user = await ours.client.vault.addUser({
      name: '小李',
      clearance: 'register',
      passphrase: PASSPHRASE,
    });
    const again = await ours.restart();
    try {
      await again.client.vault.unlock({ userId: user.id, passphrase: PASSPHRASE });
      const card = await again.client.contacts.ownCard();
      expect(card.canMake).toBe(false);
      expect(card.card?.unit).toBe('华东联合体');
      await expect(again.client.contacts.makeCard({ unit: '别的' })).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
        data: { problems: [{ rule: 'ALL_TIERS_NEEDED' }] },
      });
    } finally {
      await again.close();
    }
  });

  it('is written with the file ssh-keygen needs, and refused a name that hides characters', async () => {
    await expect(ours.client.contacts.exportCard({ place: ours.place(ours.folder) })).rejects.toMatchObject({
      data: { problems: [{ rule: 'CARD_NOT_MADE' }] },
    });
    await expect(ours.client.contacts.makeCard({ unit: '华\u202E东' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'CARD_NAME_INVALID', field: 'unit' }] },
    });
    const text = await cardOf(ours, '华东/联合体');
    const { files } = await ours.client.contacts.exportCard({ place: ours.place(ours.folder) });
    expect(files).toEqual(['华东_联合体.mengbu-card', '华东_联合体.allowed_signers']);
    expect(readFileSync(join(ours.folder, files[0] ?? ''), 'utf8')).toBe(text);
    expect(readFileSync(join(ours.folder, files[1] ?? ''), 'utf8')).toContain('mengbu-bundle');
    expect(readdirSync(ours.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe("a partner's card", () => {
  it('is read without being kept, added, and verified after the fingerprint was compared', async () => {
    const text = await cardOf(partner, '甲医院');
    const read = await ours.client.contacts.read({ text: `  ${text.replaceAll('\n', '\r\n')}` });
    expect(read).toMatchObject({ standing: 'NEW', contactId: null });
    expect(await ours.client.contacts.list({ text: '' })).toEqual([]);
    const added = await ours.client.contacts.add({ text, acceptChange: false });
    expect(added).toMatchObject({ title: '甲医院', level: 'INTERNAL', verifiedAt: null, former: [] });
    const { fingerprint } = added.card;
    expect((await ours.client.contacts.read({ text })).standing).toBe('SAME');
    expect((await ours.client.contacts.add({ text, acceptChange: false })).id).toBe(added.id);
    await expect(
      ours.client.contacts.verify({ id: added.id, version: added.version, fingerprint: '0'.repeat(64) }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'FINGERPRINT_CHANGED' }] } });
    const verified = await ours.client.contacts.verify({ id: added.id, version: added.version, fingerprint });
    expect(verified.verifiedAt).not.toBeNull();
    const { entries } = await ours.client.journal.page({ after: null, limit: 50 });
    expect(entries.map(({ verb }) => verb)).toContain('contact.verify');
    expect(await ours.client.contacts.list({ text: '甲医院' })).toHaveLength(1);
  });

  it('comes from a picked file too, and a picked file that is none is refused', async () => {
    const text = await cardOf(partner, '甲医院');
    const path = join(ours.folder, 'x.mengbu-card');
    writeFileSync(path, `\uFEFF${text}`);
    expect((await ours.client.contacts.read({ place: ours.place(path, 'file') })).card.unit).toBe('甲医院');
    writeFileSync(path, 'x'.repeat(100_000));
    await expect(ours.client.contacts.read({ place: ours.place(path, 'file') })).rejects.toMatchObject({
      data: { problems: [{ rule: 'CARD_TOO_LONG' }] },
    });
    await expect(ours.client.contacts.read({ text: text.replace('甲医院', '乙医院') })).rejects.toMatchObject(
      {
        code: 'INVALID',
        data: { problems: [{ rule: 'CARD_SIGNATURE', field: 'text' }] },
      },
    );
  });

  it('is refused when it is our own', async () => {
    const text = await cardOf(ours, '华东联合体');
    expect((await ours.client.contacts.read({ text })).standing).toBe('OWN');
    await expect(ours.client.contacts.add({ text, acceptChange: true })).rejects.toMatchObject({
      data: { problems: [{ rule: 'CARD_IS_OWN' }] },
    });
  });

  it('with other keys is a change: it asks, keeps the former one, and nobody has verified it', async () => {
    const first = await ours.client.contacts.add({
      text: await cardOf(partner, '甲医院'),
      acceptChange: false,
    });
    await ours.client.contacts.verify({
      id: first.id,
      version: first.version,
      fingerprint: first.card.fingerprint,
    });
    const text = await cardWithNewKeys(first.card.vaultId, '甲医院');
    expect(await ours.client.contacts.read({ text })).toMatchObject({
      standing: 'CHANGED',
      contactId: first.id,
      knownFingerprint: first.card.fingerprint,
    });
    await expect(ours.client.contacts.add({ text, acceptChange: false })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { problems: [{ rule: 'CARD_KEYS_CHANGED' }] },
    });
    const changed = await ours.client.contacts.add({ text, acceptChange: true });
    expect(changed).toMatchObject({ id: first.id, verifiedAt: null });
    expect(changed.former).toMatchObject([{ fingerprint: first.card.fingerprint, unit: '甲医院' }]);
    expect(changed.former[0]?.verifiedAt).not.toBeNull();
  });

  it('with another name and the same keys is the same partner, verified as before', async () => {
    const first = await ours.client.contacts.add({
      text: await cardOf(partner, '甲医院'),
      acceptChange: false,
    });
    await ours.client.contacts.verify({
      id: first.id,
      version: first.version,
      fingerprint: first.card.fingerprint,
    });
    const text = await cardOf(partner, '甲医院（新址）');
    expect((await ours.client.contacts.read({ text })).standing).toBe('RENAMED');
    const renamed = await ours.client.contacts.add({ text, acceptChange: false });
    expect(renamed).toMatchObject({ id: first.id, title: '甲医院（新址）', former: [] });
    expect(renamed.verifiedAt).not.toBeNull();
  });

  it('under a name that another vault has is kept apart, and both say so', async () => {
    const third = await openTestVault();
    try {
      await ours.client.contacts.add({ text: await cardOf(partner, '甲医院'), acceptChange: false });
      const text = await cardOf(third, '甲 医院');
      expect((await ours.client.contacts.read({ text })).standing).toBe('NAME_KNOWN');
      await expect(ours.client.contacts.add({ text, acceptChange: false })).rejects.toMatchObject({
        data: { problems: [{ rule: 'CARD_NAME_KNOWN' }] },
      });
      await ours.client.contacts.add({ text, acceptChange: true });
      const list = await ours.client.contacts.list({ text: '' });
      expect(list.map(({ nameShared }) => nameShared)).toEqual([true, true]);
    } finally {
      await third.close();
    }
  });
});

const hasSshKeygen = (() => {
  try {
    execFileSync('ssh-keygen', ['-Y', 'sign'], { stdio: 'pipe' });
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
  return true;
})();

describe.skipIf(!hasSshKeygen)('an exported card (skipped where ssh-keygen is not installed)', () => {
  it('is accepted by ssh-keygen with the exported file', async () => {
    const [line = '', ...signature] = (await cardOf(ours, '华东联合体')).split('\n');
    const { files } = await ours.client.contacts.exportCard({ place: ours.place(ours.folder) });
    writeFileSync(join(ours.folder, 'sig'), signature.join('\n'));
    const allowed = join(ours.folder, files[1] ?? '');
    const args = [
      '-Y',
      'verify',
      '-f',
      allowed,
      '-I',
      '华东联合体',
      '-n',
      'mengbu-card',
      '-s',
      join(ours.folder, 'sig'),
    ];
    expect(execFileSync('ssh-keygen', args, { input: `${line}\n`, stdio: 'pipe' }).toString()).toContain(
      'Good',
    );
  });
});
