import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readSheet } from '#electron/sheets/readSheet.ts';
import { passesAxe } from './axe.ts';
import { expect, test } from './door.ts';
import { goTo } from './frontPages.ts';
import { openVault } from './vaults.ts';

/** 名称,角色 … in GB18030, as Excel writes a .csv in China. */
const UNITS_GBK = Buffer.from(
  'c3fbb3c62cbdc7c9ab0d0ab6abbaa3d6d7c1f6d2bdd4ba2cd2bdc1c6bbfab9b90d0ab6abbaa3b4f3d1a72cb8dfd0a30d0aceb4d6aab9abcbbe2cb9a4b3a70d0a',
  'hex',
);

async function chooseFile(page: Page, name: string): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /选择表格|换一份表格/ })
    .click();
  const files = page.getByRole('dialog', { name: '选择文件' });
  await files.getByRole('button', { name, exact: true }).click();
  await files.getByRole('button', { name: '选择', exact: true }).click();
}

test('从表格导入单位和人员：先看到每一行会怎样，确认后写入，可整次撤销；再把名单导出为 Excel', async ({
  home: page,
  door,
}) => {
  await openVault(page);
  writeFileSync(join(door.home, '单位.csv'), UNITS_GBK);
  writeFileSync(
    join(door.home, '人员.csv'),
    '姓名,工作单位,职称,电话,备注\n沈知行,东海肿瘤医院,主任医师,13812345678,=1+1\n陆景行,没有的单位,,,\n',
  );

  await test.step('单位：GBK 的表格也认得，有问题的行说明原因，预览时什么也没写', async () => {
    await goTo(page, '单位');
    await page.getByRole('button', { name: '从表格导入' }).click();
    await passesAxe(page);
    await chooseFile(page, '单位.csv');
    const sheet = page.getByRole('dialog', { name: '从表格导入单位' });
    await expect(sheet.getByText('东海肿瘤医院')).toBeVisible();
    await expect(sheet.getByRole('row', { name: /未知公司 有问题/ })).toBeVisible();
    await expect(sheet.getByRole('combobox', { name: '文字编码' })).toHaveValue('GB18030');
    await passesAxe(page);
    await sheet.getByRole('button', { name: '导入 2 行' }).click();
    await expect(page.getByText('已导入 2 项。')).toBeVisible();
    await expect(page.getByRole('row', { name: /东海大学/ })).toBeVisible();
  });

  await test.step('人员：单位须已登记；导入后整次撤销，再导入一次', async () => {
    await goTo(page, '人员');
    for (const last of [false, true]) {
      await page.getByRole('button', { name: '从表格导入' }).click();
      await chooseFile(page, '人员.csv');
      const sheet = page.getByRole('dialog', { name: '从表格导入人员' });
      await expect(sheet.getByText(/没有登记单位“没有的单位”/)).toBeVisible();
      await sheet.getByRole('button', { name: '导入 1 行' }).click();
      await expect(page.getByRole('row', { name: /沈知行/ })).toBeVisible();
      if (last) break;
      await page.getByRole('button', { name: '撤销' }).first().click();
      await expect(page.getByText('还没有人员')).toBeVisible();
    }
  });

  await test.step('导出：说明会写出什么；表中有密级，电话隐去中段，公式只是文字', async () => {
    await page.getByRole('button', { name: '导出为 Excel' }).click();
    const sheet = page.getByRole('dialog', { name: '导出人员' });
    await expect(sheet.getByText('共 1 行，与页面上的筛选一致。')).toBeVisible();
    await passesAxe(page);
    const download = page.waitForEvent('download');
    await sheet.getByRole('button', { name: '导出' }).click();
    const { tables } = await readSheet(readFileSync(await (await download).path()));
    const [heading, header, row] = tables[0]?.rows ?? [];
    expect(heading?.[0]).toContain('内部▲3年');
    expect(header?.slice(-2)).toEqual(['密级', '密级标志']);
    expect(row).toContain('沈知行');
    expect(row).toContain('138****5678');
    expect(row?.at(-2)).toBe('内部');
    await goTo(page, '日志');
    await expect(page.getByRole('row', { name: /导出表格/ })).toBeVisible();
  });
});
