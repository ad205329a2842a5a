import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import sharp from 'sharp';
import { build } from 'vite';
import { writeBundle } from '#electron/bundles/writeBundle.ts';
import { newSigningKey } from '#shared/bundles/sshKey.ts';
import { samplePlan } from '../bundles/samplePlan.ts';

/** The reader as a partner has it: one file beside the bundle, opened from the disk, without network. */
const key = newSigningKey();
const PASSPHRASE = '枫叶 渡口 café 47';
let folder = '';
let reader = '';
let photo: Buffer;
let requests: string[] = [];
let complaints: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), 'mengbu-reader-'));
  await build({ configFile: 'renderer/reader.vite.config.ts', build: { outDir: folder }, logLevel: 'error' });
  reader = pathToFileURL(join(folder, 'reader.html')).href;
  photo = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#2c4a70' } })
    .jpeg()
    .toBuffer();
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  writeFileSync(join(folder, 'key.txt'), `# mine\n${identity}\n`);
  writeFileSync(join(folder, 'other.txt'), `${await generateX25519Identity()}\n`);
  writeFileSync(join(folder, 'no-key.txt'), 'hello');
  await write('passphrase.mengbu', null);
  await write('card.mengbu', recipient);
});
test.afterAll(() => rmSync(folder, { recursive: true }));

async function write(name: string, recipient: string | null): Promise<void> {
  const files = [
    { name: '扫描件 第一页.jpg', bytes: photo, mediaType: 'image/jpeg' },
    { name: '<img src=x onerror=alert(1)>.png', bytes: randomBytes(50), mediaType: 'image/png' },
    { name: '会议纪要?.docx', bytes: randomBytes(2_500_000) },
    { name: 'setup\u202Efdp.exe', bytes: randomBytes(10) },
  ];
  const { plan, open } = samplePlan([files, [{ name: 'empty.txt', bytes: Buffer.alloc(0) }]], recipient);
  const to = recipient === null ? { passphrase: PASSPHRASE } : { recipients: [recipient] };
  await writeBundle(plan, open, { path: join(folder, name), key, to, logN: 12 });
}

test.beforeEach(async ({ page }) => {
  requests = [];
  complaints = [];
  page.on('request', (request) => {
    if (!/^(?:file|blob|data):/.test(request.url())) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(reader);
});

test.afterEach(() => {
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
});

async function choose(page: Page, name: string): Promise<void> {
  await page.locator('#file').setInputFiles(join(folder, name));
}

async function openWithPassphrase(page: Page, name = 'passphrase.mengbu'): Promise<void> {
  await choose(page, name);
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '核验结论' })).toBeVisible();
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('is one small file without anything beside it', () => {
  const html = readFileSync(join(folder, 'reader.html'));
  expect(gzipSync(html).length).toBeLessThan(350 * 1024);
  expect(html.toString()).not.toMatch(/(?:src|href)="(?!data:)[^"]/);
});

test('opens with a passphrase: verdict first, then contents; nothing is claimed that it cannot know', async ({
  page,
}) => {
  await accessible(page);
  await choose(page, 'passphrase.mengbu');
  await expect(page.getByRole('heading', { name: '此资料包由口令保护' })).toBeVisible();
  await accessible(page);
  await page.getByLabel('口令', { exact: true }).fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('口令不对');
  // The same passphrase typed with a decomposed é.
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE.normalize('NFD'));
  await page.keyboard.press('Enter');
  const verdict = page.getByRole('region', { name: '核验结论' });
  await expect(verdict).toContainText('内容完整');
  await expect(verdict).toContainText('自称来自“肿瘤产学研转化联合体”');
  await expect(verdict).toContainText('第 1 次发送');
  await expect(verdict).toContainText(/SHA256:[A-Za-z0-9+/]{43}/);
  await expect(page.locator('body')).not.toContainText('最新');
  await expect(page.getByRole('region', { name: '资料包信息' })).toContainText('● 内部');
  await expect(page.getByText('3 项，5 个文件')).toBeVisible();
  await accessible(page);
});

test('opens the text form too, as a mail carries it', async ({ page }) => {
  writeFileSync(join(folder, 'text.mengbu'), armor.encode(readFileSync(join(folder, 'passphrase.mengbu'))));
  await openWithPassphrase(page, 'text.mengbu');
  await expect(page.getByRole('region', { name: '核验结论' })).toContainText('内容完整');
});

test('shows an item with its fields and files, hostile names as text', async ({ page }) => {
  await openWithPassphrase(page);
  const item = page.locator('details.item').first();
  await expect(item).toContainText('草稿');
  await item.locator('summary').click();
  await expect(item).toContainText('责任者');
  await expect(item).toContainText('第一行\n第二行');
  await expect(item).toContainText('样本库建设');
  await expect(item.getByText('<img src=x onerror=alert(1)>.png')).toBeVisible();
  await expect(item.getByText('setup⟨U+202E⟩fdp.exe')).toBeVisible();
  await expect(item).toContainText('此文件可能含有程序');
  await accessible(page);
});

test('previews a picture and saves the very bytes under a safe name', async ({ page }) => {
  await openWithPassphrase(page);
  await page.locator('details.item').first().locator('summary').click();
  await page.getByRole('button', { name: '预览 扫描件 第一页.jpg' }).click();
  const picture = page.getByRole('dialog').getByRole('img');
  await expect(picture).toBeVisible();
  expect(
    await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBe(320);
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存 会议纪要?.docx' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('会议纪要_.docx');
  expect(readFileSync(await download.path()).length).toBe(2_500_000);
  const again = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存 扫描件 第一页.jpg' }).click();
  expect(readFileSync(await (await again).path()).equals(photo)).toBe(true);
});

test('opens with an identity file, and says when it is another or none', async ({ page }) => {
  await choose(page, 'card.mengbu');
  await expect(page.getByRole('heading', { name: '此资料包只能由指定的密钥打开' })).toBeVisible();
  await accessible(page);
  await page.locator('#identity').setInputFiles(join(folder, 'no-key.txt'));
  await expect(page.getByRole('alert')).toContainText('这不是可用的身份文件');
  await page.locator('#identity').setInputFiles(join(folder, 'other.txt'));
  await expect(page.getByRole('alert')).toContainText('发给另一把密钥');
  await page.locator('#identity').setInputFiles(join(folder, 'key.txt'));
  await expect(page.getByRole('region', { name: '核验结论' })).toContainText('内容完整');
});

test('takes a dropped file, by keyboard alone, and in English', async ({ page }) => {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'English' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Mengbu Reader' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const bytes = readFileSync(join(folder, 'passphrase.mengbu')).toString('base64');
  const transfer = await page.evaluateHandle(async (base64) => {
    const data = new DataTransfer();
    data.items.add(
      new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], 'x.mengbu'),
    );
    return data;
  }, bytes);
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Verdict' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(
    'Whole: every byte is as it was signed.',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('details.item').first()).toHaveAttribute('open');
  await expect(page.locator('details.item').first()).toContainText('Creator');
});

test.describe('what is wrong is said plainly', () => {
  test('damaged, cut, changed', async ({ page }) => {
    const good = readFileSync(join(folder, 'card.mengbu'));
    const flipped = Buffer.from(good);
    flipped[good.length - 1_000_000] = (flipped[good.length - 1_000_000] ?? 0) ^ 1;
    writeFileSync(join(folder, 'flipped.mengbu'), flipped);
    writeFileSync(join(folder, 'cut.mengbu'), good.subarray(0, 1_000_000));
    writeFileSync(join(folder, 'header.mengbu'), good.subarray(0, 100));
    for (const name of ['flipped.mengbu', 'cut.mengbu']) {
      await choose(page, name);
      await page.locator('#identity').setInputFiles(join(folder, 'key.txt'));
      await expect(page.getByRole('region', { name: '核验结论' })).toContainText('内容不完整或被改动');
      await accessible(page);
      await page.getByRole('button', { name: '打开另一个文件' }).click();
    }
    await choose(page, 'header.mengbu');
    await expect(page.getByRole('alert')).toContainText('文件已损坏或不完整');
    await accessible(page);
  });

  test('not a bundle, a newer format, a work factor that would stop the machine', async ({ page }) => {
    const cases = [
      ['x.zip', 'PK\u0003\u0004'.repeat(300), '这不是盟簿资料包'],
      ['v2.mengbu', 'age-encryption.org/v2\n', '由更新版本生成'],
      ['armor.mengbu', '-----BEGIN AGE ENCRYPTED FILE-----\nabc\n', '文件已损坏或不完整'],
      [
        'scrypt.mengbu',
        'age-encryption.org/v1\n-> scrypt rF0/NwblUHHTpgQgRpe5CQ 30\nQQ\n--- abc\n',
        '为安全起见已拒绝',
      ],
      ['empty.mengbu', '', '这不是盟簿资料包'],
    ] as const;
    for (const [name, content, expected] of cases) {
      writeFileSync(join(folder, name), content);
      await choose(page, name);
      await expect(page.getByRole('alert')).toContainText(expected);
    }
  });
});

test('a plain bag of anybody: unsigned, files with their own check', async ({ page }) => {
  const { execFileSync } = await import('node:child_process');
  const bag = join(folder, 'plain');
  const hash = createHash('sha512').update('hello').digest('hex');
  execFileSync('mkdir', ['-p', join(bag, 'data')]);
  writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  writeFileSync(join(bag, 'data', 'hello.txt'), 'hello');
  writeFileSync(join(bag, 'manifest-sha512.txt'), `${hash}  data/hello.txt\n`);
  execFileSync('tar', ['cf', join(folder, 'plain.tar'), '-C', folder, 'plain']);
  await choose(page, 'plain.tar');
  await expect(page.getByRole('region', { name: '核验结论' })).toContainText('没有签名');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存 hello.txt' }).click();
  const path = await (await saving).path();
  const text: string[] = [];
  for await (const piece of createReadStream(path, 'utf8')) text.push(String(piece));
  expect(text.join('')).toBe('hello');
});
