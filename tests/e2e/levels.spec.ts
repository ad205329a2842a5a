import type { Page } from '@playwright/test';
import { expect, test } from './door.ts';
import { goTo, lock, unlock } from './frontPages.ts';
import { chooseLevel } from './sheets.ts';
import { addRecord, addUser, COLLEAGUE, DEPUTY, openVault } from './vaults.ts';

test('升密经第二人当场审核，内部用户从此看不到；日志核对相符；再降密，将届满的列出', async ({
  home: page,
}) => {
  const { service } = await openVault(page);
  await addUser(service, COLLEAGUE, 'register');
  await addUser(service, DEPUTY, 'core');
  const { id } = await addRecord(service, '双抗项目立项书', 'INTERNAL', {
    docDate: '2026-03-05',
    description: '首次提出载荷方案',
  });
  await addRecord(service, '可公开的宣传册', 'PUBLIC');

  await test.step('升密：看得到会发生什么，须写依据、理由，审核人输自己的口令', async () => {
    await page.goto(new URL(`/records/${id}`, page.url()).href);
    await page.getByRole('button', { name: '变更密级' }).click();
    const sheet = page.getByRole('dialog', { name: '变更密级' });
    await chooseLevel(sheet, '普通商密');
    await expect(sheet.getByText(/移入“普通商密”的加密文件，原处不留可读的内容/)).toBeVisible();
    await sheet.getByLabel('定密依据').fill('《合作协议》第七条');
    await sheet.getByRole('combobox', { name: '理由' }).click();
    await page.getByRole('option', { name: '原定密级偏低' }).click();
    await sheet.getByRole('combobox', { name: '审核人' }).click();
    await page.getByRole('option', { name: DEPUTY.name }).click();
    await sheet.getByLabel('审核人的口令').fill('不是他的口令呀');
    await sheet.getByRole('button', { name: '升密' }).click();
    await expect(sheet.getByText('口令不正确。').first()).toBeVisible();
    await sheet.getByLabel('审核人的口令').fill(DEPUTY.passphrase);
    await sheet.getByRole('button', { name: '升密' }).click();
  });

  await test.step('决定单写明双方和标志', async () => {
    const done = page.getByRole('dialog', { name: '变更已完成并记入日志。' });
    const paper = done.getByRole('article');
    await expect(paper.getByRole('row', { name: /提出人/ })).toContainText('王雅琴');
    await expect(paper.getByRole('row', { name: /审核人/ })).toContainText(DEPUTY.name);
    await expect(paper.getByRole('row', { name: /密级变更/ })).toContainText(/内部.*普通商密/);
    await done.getByRole('button', { name: '完成' }).click();
    await expect(page.getByRole('article').getByText(/普通商密▲5年/)).toBeVisible();
    await page.getByRole('tab', { name: '定密' }).click();
    await expect(page.getByRole('tabpanel')).toContainText(DEPUTY.name);
  });

  await test.step('内部用户看不到它，也检索不到', async () => {
    await lock(page);
    await unlock(page, COLLEAGUE.passphrase, COLLEAGUE.name);
    await goTo(page, '档案');
    await expect(page.getByRole('gridcell', { name: /可公开的宣传册/ })).toBeVisible();
    await expect(page.getByRole('gridcell')).toHaveCount(1);
    await page.goto(new URL(`/records/${id}`, page.url()).href);
    await expect(page.getByText('没有找到这件档案')).toBeVisible();
    await goTo(page, '检索');
    await page.getByRole('main').getByRole('combobox', { name: '检索全部' }).fill('载荷');
    await expect(page.getByText('没有找到“载荷”')).toBeVisible();
    await goTo(page, '日志');
    await expect(page.getByRole('grid', { name: '条目' })).toBeVisible();
    await expect(page.getByText('双抗项目立项书')).toHaveCount(0);
  });

  await test.step('副总协调人核对日志，降密由总协调人审核', async () => {
    await lock(page);
    await unlock(page, DEPUTY.passphrase, DEPUTY.name);
    await goTo(page, '日志');
    await page.getByRole('button', { name: '核对日志' }).click();
    await expect(page.getByText(/条日志、\d+ 个条目全部相符/)).toHaveCount(3);
    await expect(page.getByRole('row', { name: /变更密级|移入密级/ }).first()).toContainText(
      '双抗项目立项书',
    );
  });

  await test.step('一年内届满的列在保密页，从那里作决定', async () => {
    await addExpiring(page);
    await goTo(page, '保密');
    await page.getByText('一年内届满').click();
    const row = page.getByRole('row', { name: /即将届满的报告/ });
    await expect(row).toContainText('还有');
    await row.getByRole('button', { name: '作出决定…' }).click();
    const sheet = page.getByRole('dialog', { name: '变更密级' });
    await chooseLevel(sheet, '公开');
    await expect(sheet.getByText('变为公开后可以对外展示和公布。')).toBeVisible();
    await sheet.getByRole('combobox', { name: '理由' }).click();
    await page.getByRole('option', { name: '内容已公开' }).click();
    await sheet.getByRole('combobox', { name: '审核人' }).click();
    await page.getByRole('option', { name: '王雅琴' }).click();
    await sheet.getByLabel('审核人的口令').fill('门前两棵枣树 与 一条河');
    await sheet.getByRole('button', { name: '提前解密' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
    await expect(page.getByRole('row', { name: /即将届满的报告/ })).toHaveCount(0);
  });
});

async function addExpiring(page: Page): Promise<void> {
  const { serviceOf } = await import('./service.ts');
  const service = await serviceOf(page);
  const soon = new Date();
  soon.setFullYear(soon.getFullYear() - 1);
  soon.setDate(soon.getDate() + 20);
  await service.records.create({
    level: 'TRADE_SECRET',
    term: 'P1Y',
    basis: '《合作协议》第七条',
    personalInfo: false,
    fields: { title: '即将届满的报告', docDate: soon.toISOString().slice(0, 10) },
  });
}
