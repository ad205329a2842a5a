import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './door.ts';
import { goTo } from './frontPages.ts';
import { openVault } from './vaults.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/pages');

const CATALOGUE = [
  '序号,档号,责任者,题名,日期,密级,页数,文件名',
  '1,Z109-WS·2011·Y-0001,秘书处,关于成立联合体的通知,2011年3月1日,内部,2,成立通知',
  '2,Z109-WS·2011·Y-0002,陈牧之,合作协议,2011-04,,12,协议.txt；附件一.txt',
  '3,Z109-WS·2011·Y-0003,,只有纸质原件的批复,2011-05-06,公开,1,',
  '4,,,日期写错的一件,2011-02-30,,1,',
].join('\n');

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

test('按归档目录导入：逐行看清文件对应，确认后成件，逐行有结果，可整次撤销', async ({ home: page, door }) => {
  await openVault(page);
  const folder = join(door.home, '2011年档案');
  mkdirSync(folder);
  for (const [name, text] of [
    ['成立通知.txt', '关于成立联合体的通知'],
    ['协议.txt', '合作协议正文'],
    ['附件一.txt', '合作协议附件'],
    ['来历不明.txt', '目录里没有'],
  ] as const)
    writeFileSync(join(folder, name), text);
  writeFileSync(join(door.home, '目录.csv'), CATALOGUE);
  await goTo(page, '档案');

  await test.step('选目录，看到每一行；选文件夹，看到文件归到哪一行', async () => {
    await page.getByRole('button', { name: '按目录导入' }).click();
    const sheet = page.getByRole('dialog', { name: '按目录导入档案' });
    await sheet.getByRole('button', { name: '选择目录…' }).click();
    const files = page.getByRole('dialog', { name: '选择文件' });
    await files.getByRole('button', { name: '目录.csv', exact: true }).click();
    await files.getByRole('button', { name: '选择', exact: true }).click();
    await expect(sheet.getByRole('row', { name: /合作协议 没有文件/ })).toBeVisible();
    await sheet.getByRole('button', { name: '选择文件夹…' }).click();
    await page.getByRole('button', { name: '2011年档案', exact: true }).click();
    await page.getByRole('button', { name: '选择此文件夹' }).click();
    await expect(sheet.getByRole('row', { name: /合作协议 将导入 协议.txt \+1/ })).toBeVisible();
    await expect(sheet.getByRole('row', { name: /日期写错的一件 有问题/ })).toBeVisible();
    await sheet.getByText('不会导入的文件 1 个').click();
    await expect(sheet.getByText('2011年档案/来历不明.txt')).toBeVisible();
    await expectAccessible(page);
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      // However long the sheet: what it does and how to leave it stay in sight.
      for (const name of ['导入 3 件', '取消'])
        await expect(sheet.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await page.screenshot({ path: join(PICTURES, `按目录导入-${width}-${theme}.png`) });
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await sheet.getByRole('button', { name: '导入 3 件' }).click();
  });

  await test.step('逐行结果', async () => {
    await expect(page.getByRole('row', { name: /已建立 3 合作协议/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /未导入 5 日期写错的一件/ })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: join(PICTURES, '按目录导入-结果.png') });
    await page.getByText('按文件', { exact: true }).click();
    await expect(page.getByRole('row', { name: /已跳过.*来历不明/ })).toBeVisible();
    await page.getByText('按目录行', { exact: true }).click();
    await page.getByRole('link', { name: '合作协议' }).click();
    await page.getByRole('tab', { name: '说明' }).click();
    await expect(page.getByText('原档号：Z109-WS·2011·Y-0002')).toBeVisible();
    await page.goBack();
  });

  await test.step('整次撤销', async () => {
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click();
    await expect(page.getByText('已移除 3 件。')).toBeVisible();
    await expect(page.getByRole('row', { name: /未导入 3 合作协议/ })).toBeVisible();
  });
});
