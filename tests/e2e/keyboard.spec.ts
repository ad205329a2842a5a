import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './door.ts';
import { pdf, page as scannedPage, writeFiles } from './materials.ts';
import { openVault, PASSPHRASE } from './vaults.ts';

test('只用键盘：导入一个文件夹、著录、归档、锁定、再打开', async ({ home: page, door }) => {
  await openVault(page);
  writeFiles(join(door.home, 'Documents', '评审会'), {
    '会议纪要.pdf': pdf(['Minutes']),
    '签到表.png': await scannedPage('签'),
  });

  await test.step('选文件夹并导入', async () => {
    await tabTo(page, page.getByRole('button', { name: '选择文件夹…' }));
    await page.keyboard.press('Enter');
    const places = page.getByRole('dialog', { name: '选择要导入的文件夹' });
    await press(page, places.getByRole('button', { name: 'Documents' }));
    await press(page, places.getByRole('button', { name: '评审会' }));
    await press(page, places.getByRole('button', { name: '选择此文件夹' }));
    const dialog = page.getByRole('dialog', { name: '导入档案' });
    await press(page, dialog.getByRole('button', { name: '开始导入' }));
    await expect(page.getByRole('gridcell', { name: /会议纪要/ })).toBeVisible();
    await expect(page.getByRole('gridcell')).toHaveCount(2);
  });

  await test.step('用方向键选一件，空格预览，回车打开', async () => {
    await tabTo(page, page.getByRole('grid', { name: '档案' }));
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: /文件/ })).toBeVisible();
  });

  await test.step('补齐著录项', async () => {
    await fill(page, '题名', '第一次评审会');
    await fill(page, '责任者', '联合体秘书处');
    await fill(page, '日期', '2026年3月5日');
    await choose(page, '门类', '文书');
    await choose(page, '保管期限', '永久');
  });

  await test.step('归档，得到档号', async () => {
    const archive = page.getByRole('button', { name: '归档', exact: true });
    await press(page, archive);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    // A dialog that is given up leaves the focus where it was opened.
    await expect(archive).toBeFocused();
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('button', { name: '归档 1 件' }));
    await expect(page.getByRole('article').getByText(/^Z\d{3}-WS·2026/)).toBeVisible();
  });

  await test.step('命令面板锁定，输口令再打开', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('锁定');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('口令', { exact: true })).toBeFocused();
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  });
});

/** Goes on with Tab until the focus is there, as far as a patient person would, and checks that it can be seen. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  for (let steps = 0; steps < 120 && !(await isThere()); steps += 1) await page.keyboard.press('Tab');
  await expect(wanted).toBeFocused();
  expect(await wanted.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
}

async function press(page: Page, button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

async function fill(page: Page, field: string, value: string): Promise<void> {
  const closed = page.getByRole('button', { name: `修改：${field}` });
  await press(page, closed);
  await expect(page.getByRole('textbox', { name: field, exact: true })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
  await expect(closed).toContainText(value);
}

async function choose(page: Page, field: string, value: string): Promise<void> {
  const closed = page.getByRole('button', { name: `修改：${field}` });
  await press(page, closed);
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
  await expect(closed).toContainText(value);
}
