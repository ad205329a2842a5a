import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { TIERS, type Tier } from '#shared/confidentiality/levels.ts';
import { findBrowser } from '../support/findBrowser.ts';
import { CANARIES, plantCanaries } from './canaries.ts';
import { expect, openDoor, test } from './door.ts';
import { askEverything, unlistedProcedures } from './everyReading.ts';
import { goTo } from './frontPages.ts';
import { serviceOf } from './service.ts';
import { addUser, COLLEAGUE, openVault, PASSPHRASE } from './vaults.ts';

const ALL_WORDS = Object.values(CANARIES).flat();

test('什么都不外泄：磁盘、浏览器里没有明文，低权限用户问遍全部接口也得不到高密级的一个字', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'mengbu-temporary-'));
  const profile = mkdtempSync(join(tmpdir(), 'mengbu-profile-'));
  const door = await openDoor(temporary);
  const browser = await openProfile(profile);
  try {
    const page = await door.open(browser);
    await openVault(page);
    const heard: string[] = [];
    const service = await serviceOf(page, (answer) => heard.push(answer));
    const planted = await test.step('每一密级的每一个字段和文件都放入记号', () =>
      plantCanaries(service, door.home));

    await test.step('有权限的人什么都看得到：记号确实在', async () => {
      heard.length = 0;
      await askEverything(service, planted, ALL_WORDS);
      for (const tier of TIERS) expect(tiersIn(heard.join('\n')), tier).toContain(tier);
    });
    await test.step('浏览器的存储、地址、标题里没有', () => lookAround(page));

    await test.step('内部用户问遍全部接口', async () => {
      expect(unlistedProcedures()).toEqual([]);
      const userId = await addUser(service, COLLEAGUE, 'register');
      await service.vault.lock();
      await expect(async () => {
        await service.vault.unlock({ userId, passphrase: COLLEAGUE.passphrase });
      }).toPass();
      heard.length = 0;
      await askEverything(service, planted, ALL_WORDS);
      const answers = heard.join('\n');
      expect(tiersIn(answers)).toEqual(['register']);
      for (const id of [
        ...planted.secret.items,
        ...planted.core.items,
        ...planted.secret.files,
        ...planted.core.files,
      ])
        expect(answers.includes(id), `an id of a higher tier: ${id}`).toBe(false);
    });
    await test.step('簿库、主目录、临时目录、浏览器配置里没有明文', async () => {
      await browser.close();
      await door.end();
      for (const [where, folder] of Object.entries({
        主目录: door.home,
        临时目录: temporary,
        浏览器配置: profile,
      }))
        expect(filesWithCanaries(folder), where).toEqual([]);
    });
  } finally {
    await browser.close();
    await door.close();
    for (const folder of [temporary, profile]) rmSync(folder, { recursive: true, force: true });
  }
});

async function openProfile(folder: string): Promise<BrowserContext> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launchPersistentContext(folder, {
    executablePath,
    args,
    env: { ...process.env, ...env } as Record<string, string>,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 720 },
  });
}

/** Goes where content is shown, and looks at what the browser keeps of it. */
async function lookAround(page: Page): Promise<void> {
  const word = CANARIES.secret[1] ?? '';
  await goTo(page, '档案');
  await page.getByRole('gridcell', { name: new RegExp(`${word}题名`) }).dblclick();
  await expect(page.getByRole('button', { name: '修改：题名' })).toContainText(word);
  await expectNothingKept(page);
  await goTo(page, '检索');
  await page.getByRole('main').getByRole('combobox').fill(word);
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectNothingKept(page);
  for (const name of ['人员', '单位', '项目', '成果', '保密', '日志']) {
    await goTo(page, name);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
    await expectNothingKept(page);
  }
}

async function expectNothingKept(page: Page): Promise<void> {
  const kept = await page.evaluate(async () => ({
    address: decodeURIComponent(window.location.href),
    title: document.title,
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    state: JSON.stringify(window.history.state),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
  }));
  expect(tiersIn(Object.values(kept).join('\n'))).toEqual([]);
  expect(kept).toMatchObject({ title: '盟簿 Mengbu', databases: 0, caches: 0, cookies: '' });
}

function tiersIn(text: string): Tier[] {
  return TIERS.filter((tier) => CANARIES[tier].some((word) => text.includes(word)));
}

/** Files that hold a canary as UTF-8 or UTF-16, or a passphrase. */
function filesWithCanaries(folder: string): string[] {
  const wanted = [...ALL_WORDS, PASSPHRASE, COLLEAGUE.passphrase].flatMap((word) => [
    Buffer.from(word, 'utf8'),
    Buffer.from(word, 'utf16le'),
  ]);
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return wanted.some((word) => bytes.includes(word)) || ALL_WORDS.some((word) => path.includes(word));
    });
}
