import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './door.ts';
import { dropOnPage } from './drop.ts';
import { lock, unlock } from './frontPages.ts';
import { sparseFile } from './materials.ts';
import { openVault, PASSPHRASE } from './vaults.ts';

const MIB = 1 << 20;

test('上传到一半锁定：锁定页不报错，打开后平静地等这些文件，再拖一次就接着导入', async ({
  home: page,
  door,
}) => {
  await openVault(page);
  const folder = join(door.home, '长录音');
  mkdirSync(folder);
  for (const number of [1, 2, 3]) sparseFile(join(folder, `录音 ${number}.bin`), 250 * MIB + number);

  await test.step('放下，开始导入，文件还在路上时锁定', async () => {
    await dropOnPage(page, [folder]);
    const dialog = page.getByRole('dialog', { name: '导入档案' });
    await dialog.getByRole('radio', { name: '每个文件一件' }).click();
    await dialog.getByRole('button', { name: '开始导入' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: /项任务正在进行/ })).toBeVisible();
    await lock(page);
  });

  await test.step('锁定页不说文件没有传到', async () => {
    // What is wrongly said comes within the tries of a file that is still on its way.
    await page.waitForTimeout(3000);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByText('文件没有传到')).toHaveCount(0);
  });

  await test.step('打开后，导入停在那里等文件', async () => {
    await unlock(page, PASSPHRASE);
    await page.getByRole('button', { name: '任务与提示' }).click();
    await page.getByRole('link', { name: '查看结果' }).click();
    const result = page.getByRole('region', { name: '长录音' });
    await expect(result).toContainText('已暂停');
    await expect(result.getByText('导入在等它的文件')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await dropOnPage(page, [folder], result.getByText(/^请把同一个文件夹再拖进来/));
    await expect(result).toContainText(/已完成 · 3 \/ 3/, { timeout: 120_000 });
  });
});

test('第二个窗口：接过来要输入口令，原来的窗口随即不能再用', async ({ home: page, door, context }) => {
  await openVault(page);
  const second = await door.open(context);
  await test.step('第二个窗口看不到内容，要口令', async () => {
    await expect(second.getByLabel('口令', { exact: true })).toBeVisible();
    await expect(second.getByRole('navigation', { name: '主导航' })).toHaveCount(0);
  });
  await test.step('输入口令后接过来，第一个窗口不再显示内容', async () => {
    await unlock(second, PASSPHRASE);
    await expect(page.getByRole('navigation', { name: '主导航' })).toHaveCount(0);
    await expect(page.getByLabel('口令', { exact: true })).toBeVisible();
  });
});
