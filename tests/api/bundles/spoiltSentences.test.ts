import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { extractBundle } from '#electron/bundles/openBundleExtract.ts';
import { SIGNATURE, TAG_MANIFEST } from '#shared/bundles/bagParts.ts';
import { newSigningKey } from '#shared/bundles/sshKey.ts';
import { BUNDLE_NAMESPACE, signMessage } from '#shared/bundles/sshSignature.ts';
import { newId } from '#shared/ids.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { verdictSentences } from '#shared/translations/verdictText.ts';
import { zhCN } from '#shared/translations/zhCN.ts';
import { mengbu } from '../../support/mengbu.ts';
import { craftBundle } from './crafted.ts';
import { composing, fileRecord, makeBundle, openBundleIn, openPartners, type Partners } from './partners.ts';

const PASSPHRASE = '八月的雨落在研究所的屋顶上';

let both: Partners;
let sealed: Buffer;
let bag: string;
let entry: string;
let record: string;
let keys: string[];
beforeAll(async () => {
  both = await openPartners();
  const { ours, partner } = both;
  record = await fileRecord(ours, '样本', { 'a.bin': randomBytes(400_000) });
  const recipient = { by: 'PASSPHRASE' as const, name: '李工', unit: '' };
  const made = await makeBundle(ours, composing([record], '', { recipient }), { passphrase: PASSPHRASE });
  sealed = readFileSync(made.path);
  const out = join(ours.folder, 'bag');
  await extractBundle(made.path, { passphrase: PASSPHRASE }, out);
  bag = join(out, readdirSync(out)[0] ?? '');
  entry = `data/files/${readdirSync(join(bag, 'data/files'))[0]}/a.bin`;
  const secret = join(partner.folder, 'passphrase');
  writeFileSync(secret, `${PASSPHRASE}\n`);
  keys = ['--passphrase-from', secret];
});
afterAll(() => both.close());

function received(bytes: Uint8Array): string {
  const path = join(both.partner.folder, `${newId()}.mengbu`);
  writeFileSync(path, bytes);
  return path;
}

/** A copy of the good bag, spoilt. */
function spoilt(change: (folder: string) => void): string {
  const folder = join(both.partner.folder, newId(), 'bag');
  mkdirSync(folder, { recursive: true });
  cpSync(bag, folder, { recursive: true });
  change(folder);
  return folder;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** The sentences a person gets in the window: verdict and problems, or why nothing was opened. */
async function inWindow(path: string): Promise<string[]> {
  try {
    const { verdict, problems } = await openBundleIn(both.partner, path, PASSPHRASE);
    const said = verdictSentences(zhCN, verdict).filter((line) => line === CHANGED);
    return [...said, ...problems.map((problem) => problemText(zhCN, problem))];
  } catch (error) {
    const { problems } = (error as { data: { problems: Parameters<typeof problemText>[1][] } }).data;
    return problems.map((problem) => problemText(zhCN, problem));
  }
}

async function inTerminal(path: string, more: string[] = []) {
  return mengbu(both.partner.folder, ['bundle', 'verify', path, ...keys, ...more], '', {
    LC_ALL: 'zh_CN.UTF-8',
  });
}

const CHANGED = '内容不完整或被改动，请勿使用，并请发件方重新发送。';

describe('what is wrong with a bundle is said in the same sentence in window and terminal', () => {
  const cases: [string, () => string, () => string, string][] = [
    [
      'a flipped byte in a sealed file',
      () => received(flipped(sealed, sealed.length - 200_000)),
      () => `${entry}：从此处起无法解密：字节被改动，或文件被截断。请发件方重新发送。`,
      'DAMAGED',
    ],
    [
      'a sealed file cut short',
      () => received(sealed.subarray(0, sealed.length - 200_000)),
      () => `${entry}：从此处起无法解密：字节被改动，或文件被截断。请发件方重新发送。`,
      'DAMAGED',
    ],
    [
      'a flipped byte in a bag',
      () =>
        spoilt((folder) =>
          writeFileSync(join(folder, entry), flipped(readFileSync(join(folder, entry)), 99)),
        ),
      () => `${entry}：字节被改动：与清单中的校验值不一致。`,
      'BAG_INVALID',
    ],
    [
      'a file of a bag that is not there',
      () => spoilt((folder) => rmSync(join(folder, entry))),
      () => `${entry}：清单中有这个文件，但它不存在。`,
      'BAG_INVALID',
    ],
    [
      'a bag signed again by another key',
      () =>
        spoilt((folder) => {
          const signed = readFileSync(join(folder, TAG_MANIFEST));
          writeFileSync(join(folder, SIGNATURE), signMessage(signed, BUNDLE_NAMESPACE, newSigningKey()));
        }),
      () => `${SIGNATURE}：签名的密钥不是其中所写发件方的密钥。`,
      'SIGNATURE_INVALID',
    ],
    [
      'a bag without its signature',
      () => spoilt((folder) => rmSync(join(folder, SIGNATURE))),
      () => `${SIGNATURE}：签名不存在。`,
      'SIGNATURE_INVALID',
    ],
    [
      'a newer version',
      () => received(Buffer.concat([Buffer.from('age-encryption.org/v2\n'), sealed.subarray(22)])),
      () => '由更新版本生成，需要支持格式“age v2”的程序。',
      'NEWER_VERSION',
    ],
    ['no bundle', () => received(Buffer.from('你好，世界')), () => '这不是盟簿资料包。', 'NOT_A_BUNDLE'],
  ];

  it.each(cases)('%s', async (_what, make, sentence, code) => {
    const path = make();
    expect(await inWindow(path)).toContain(sentence());
    const { code: exit, out, err } = await inTerminal(path);
    expect(exit).toBe(1);
    expect(err).toBe(`mengbu: ${sentence()} (${code})\n`);
    expect(out).not.toMatch(/[{}]|[A-Z]+_[A-Z]+/);
    const asJson = JSON.parse((await inTerminal(path, ['--json'])).err) as { error: unknown };
    expect(asJson).toMatchObject({ error: { code, message: sentence() } });
  });

  test('a changed file is never said to be missing, nor a missing one to be changed', async () => {
    const changed = spoilt((folder) => writeFileSync(join(folder, entry), 'x'));
    expect((await inWindow(changed)).join()).not.toMatch(/缺失|不存在/);
    const gone = spoilt((folder) => rmSync(join(folder, entry)));
    expect((await inWindow(gone)).join()).not.toContain('字节被改动');
  });
});

test('a bundle made anew under another key is told from the card it claims, and refused where a signer is demanded', async () => {
  const { ours, partner, toPartner } = both;
  const identity = await generateX25519Identity();
  const path = await craftBundle(ours, [record], {
    to: toPartner,
    signWith: newSigningKey(),
    recipient: await identityToRecipient(identity),
  });
  const key = join(partner.folder, 'identity.txt');
  writeFileSync(key, `${identity}\n`);
  const folder = join(partner.folder, newId());
  await extractBundle(path, { identities: [identity] }, folder);
  const { verdict } = await openBundleIn(partner, join(folder, readdirSync(folder)[0] ?? ''));
  expect(verdictSentences(zhCN, verdict)).toContain(
    '自称来自“华东联合体”，但签名密钥与其联系卡不符，可能是冒名。',
  );
  const card = join(partner.folder, 'card.txt');
  writeFileSync(card, (await ours.client.contacts.makeCard({ unit: '华东联合体' })).card?.text ?? '');
  const args = ['bundle', 'verify', path, '--identity', key, '--signer', card];
  const { code, out, err } = await mengbu(partner.folder, args, '', { LC_ALL: 'zh_CN.UTF-8' });
  expect(code).toBe(1);
  expect(out).toContain('自称来自“华东联合体”，但签名密钥与其联系卡不符，可能是冒名。');
  expect(err).toBe('mengbu: 签名的密钥不在指定的联系卡上。 (SIGNATURE_INVALID)\n');
});
