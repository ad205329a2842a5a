import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './door.ts';
import { dropOnPage } from './drop.ts';
import { goTo, lock, unlock } from './frontPages.ts';
import { FASTQ, pdf, photos, page as scannedPage, writeFiles } from './materials.ts';
import { chooseLevel } from './sheets.ts';
import { addRecord, addUser, COLLEAGUE, openVault } from './vaults.ts';

test('档案管理员拖入一个文件夹：逐个有结果，重复的认得出，国家秘密和基因数据拦得住', async ({
  home: page,
  door,
}) => {
  await openVault(page);
  const folder = writeFiles(join(door.home, '评审会材料'), {
    ...prefixed('照片', await photos()),
    '扫描/签到表.png': await scannedPage('签'),
    '协议/合作协议.pdf': pdf(['Cooperation agreement', 'Second page']),
    '协议/绝密★长期 参数表.txt': '第一行',
    '培训/保密培训课件.txt': '密级标志的写法：\n机密★10年\n以上为示例。',
    '测序/样本一.fastq': FASTQ,
    '测序/换了名字.txt': FASTQ,
    '录像/不是录像.mp4': 'not a video at all',
    '空文件.txt': '',
    '名字/报告\u202Egpj.exe': 'bytes',
  });

  await test.step('放下文件夹，先问密级', async () => {
    await dropOnPage(page, [folder]);
    const dialog = page.getByRole('dialog', { name: '导入档案' });
    await expect(dialog.getByText('12 个文件，共')).toBeVisible();
    await expect(dialog.getByRole('radio', { name: '内部' })).toBeChecked();
    await dialog.getByRole('radio', { name: '每个文件一件' }).click();
    await dialog.getByLabel('责任者').fill('联合体秘书处');
    await dialog.getByLabel('日期').fill('２０２６年２月３０日');
    await dialog.getByRole('button', { name: '开始导入' }).click();
    await expect(dialog.getByLabel('日期')).toHaveAccessibleDescription(/不存在|日期/);
    await expect(dialog.getByLabel('日期')).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByLabel('日期').fill('２０２６年２月２８日');
    await dialog.getByRole('button', { name: '开始导入' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('每个文件都有结果', async () => {
    await openImportResult(page, '评审会材料');
    await expect(page.getByRole('region', { name: '评审会材料' }).getByText(/^已完成 · /)).toBeVisible();
    const rows = page.getByRole('grid', { name: '导入记录' });
    await expect(rows.getByRole('row', { name: /现场合影\.jpg/ })).toContainText('已导入');
    await expect(rows.getByRole('row', { name: /不是录像\.mp4/ })).toContainText('已导入');
    await expect(rows.getByRole('row', { name: /空文件\.txt/ })).toContainText('已导入');
    await expect(rows.getByRole('row', { name: /绝密★长期 参数表/ })).toContainText(/已拦下.*国家秘密/);
    await expect(rows.getByRole('row', { name: /保密培训课件/ })).toContainText('已拦下');
    await expect(rows.getByRole('row', { name: /样本一\.fastq/ })).toContainText(/不收.*(基因|遗传)/);
    await expect(rows.getByRole('row', { name: /换了名字\.txt/ })).toContainText('不收');
    await expect(page.getByText(/不符合规则 [A-Z_]+/)).toHaveCount(0);
  });

  await test.step('引用的标志可以声明后导入；基因数据没有这条路', async () => {
    const held = page.getByRole('row', { name: /保密培训课件/ });
    await held.getByRole('button', { name: '说明' }).click();
    const sheet = page.getByRole('dialog', { name: '保密培训课件.txt' });
    await expect(sheet.getByRole('button', { name: '声明为引用并导入' })).toBeDisabled();
    await sheet.getByLabel('声明内容').fill('保密培训课件，引用标志作示例');
    await sheet.getByLabel('我确认此文件不是国家秘密').check();
    await sheet.getByRole('button', { name: '声明为引用并导入' }).click();
    await expect(held).toContainText('等待');
    const again = page.getByText(/^请把同一个文件夹再拖进来/);
    await expect(again).toBeVisible();
    await dropOnPage(page, [folder], again);
    await expect(held).toContainText('已导入');
    await expect(page.getByRole('row', { name: /样本一\.fastq/ }).getByRole('button')).toHaveCount(0);
  });

  await test.step('再导入一次：内容相同的列出它在哪里', async () => {
    await goTo(page, '档案');
    await dropOnPage(page, [join(folder, '照片')]);
    await page.getByRole('dialog', { name: '导入档案' }).getByRole('button', { name: '开始导入' }).click();
    await openImportResult(page, '照片');
    const row = page.getByRole('row', { name: /现场合影\.jpg/ });
    await expect(row).toContainText('已有');
    await expect(row).toContainText('已在：现场合影');
  });

  await test.step('按“选择文件”导入普通商密，须写依据', async () => {
    await goTo(page, '档案');
    writeFiles(door.home, { '配方记录.pdf': pdf(['Formula record']) });
    await page.getByRole('button', { name: '导入档案' }).click();
    const places = page.getByRole('dialog', { name: '选择要导入的文件夹' });
    await places.getByRole('button', { name: '评审会材料' }).click();
    await places.getByRole('button', { name: '扫描' }).click();
    await places.getByRole('button', { name: '选择此文件夹' }).click();
    const dialog = page.getByRole('dialog', { name: '导入档案' });
    await chooseLevel(dialog, '普通商密');
    await dialog.getByLabel('内容相同的文件也再收一份').check();
    await dialog.getByRole('radio', { name: '合为一件' }).click();
    await dialog.getByLabel('题名').fill('配方签到表');
    await dialog.getByRole('button', { name: '开始导入' }).click();
    await expect(dialog.getByText('普通商密以上须写明依据。')).toBeVisible();
    await dialog.getByLabel('定密依据').fill('《合作协议》第七条');
    await dialog.getByRole('button', { name: '开始导入' }).click();
    await expect(page.getByRole('gridcell', { name: /配方签到表/ })).toContainText('普通商密');
  });
});

test('著录、成批修改与撤销、归档取得档号、移除与恢复，内部用户看不到普通商密', async ({ home: page }) => {
  const { service } = await openVault(page);
  await addUser(service, COLLEAGUE, 'register');
  for (const title of ['第一次评审会纪要', '第二次评审会纪要', '设备采购合同'])
    await addRecord(service, title, 'INTERNAL');
  await addRecord(service, '抗体配方实验记录', 'TRADE_SECRET');
  await addRecord(service, '联合体简介', 'PUBLIC');

  await test.step('按密级筛选，表格与图库是同一批', async () => {
    const facets = page.getByRole('navigation', { name: '分类' });
    await facets.getByRole('button', { name: /内部/ }).click();
    await expect(page.getByRole('gridcell', { name: /评审会纪要/ })).toHaveCount(2);
    await expect(page.getByRole('gridcell', { name: /抗体配方/ })).toHaveCount(0);
    await page.getByRole('radiogroup', { name: '显示方式' }).getByText('表格').click();
    await expect(page.getByRole('grid', { name: '档案' }).getByRole('row')).toHaveCount(4);
    await page.getByRole('button', { name: '去掉筛选：内部' }).click();
    await expect(page.getByRole('grid', { name: '档案' }).getByRole('row')).toHaveCount(6);
  });

  await test.step('成批修改，一次撤销', async () => {
    await page.getByRole('grid', { name: '档案' }).focus();
    await page.keyboard.press('Control+A');
    await page
      .getByRole('toolbar', { name: /已选 5 件/ })
      .getByRole('button', { name: '修改' })
      .click();
    const sheet = page.getByRole('dialog', { name: '修改 5 件档案' });
    await sheet.getByRole('textbox', { name: '责任者' }).fill('联合体秘书处');
    await sheet.getByRole('button', { name: '修改 5 件' }).click();
    const notice = page.getByRole('region', { name: '提示' });
    await expect(notice.getByText('已修改 5 件。')).toBeVisible();
    await expect(page.getByRole('row', { name: /设备采购合同/ })).toContainText('联合体秘书处');
    await notice.getByRole('button', { name: '撤销' }).click();
    await expect(page.getByRole('row', { name: /设备采购合同/ })).not.toContainText('联合体秘书处');
    await page.keyboard.press('Escape');
  });

  await test.step('缺项的不能归档，补齐后取得档号', async () => {
    await page.getByRole('row', { name: /设备采购合同/ }).dblclick();
    await page.getByRole('button', { name: '归档' }).click();
    const sheet = page.getByRole('dialog', { name: '归档' });
    await expect(sheet.getByText('1 件还缺')).toBeVisible();
    await expect(sheet).toContainText('门类');
    await expect(sheet.getByText(/不符合规则/)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await edit(page, '责任者', '王雅琴');
    await edit(page, '日期', '2026年3月5日');
    await expect(page.getByRole('button', { name: '修改：日期' })).toContainText('2026年3月5日');
    await choose(page, '门类', '文书');
    await choose(page, '保管期限', '永久');
    await choose(page, '原件形态', '纸质');
    await edit(page, '原件存放位置', '档案室 A-1-3');
    await page.getByRole('button', { name: '归档' }).click();
    await page.getByRole('button', { name: '归档 1 件' }).click();
    await expect(page.getByRole('article').getByText('已归档', { exact: true })).toBeVisible();
    await expect(page.getByRole('article').getByRole('code')).toHaveText(/WS.*2026/);
  });

  await test.step('改过的每一项都在历史里', async () => {
    await page.getByRole('tab', { name: '历史' }).click();
    const history = page.getByRole('tabpanel');
    await expect(history).toContainText('责任者');
    await expect(history).toContainText('王雅琴');
    await expect(history).toContainText('归档');
  });

  await test.step('移除后不再出现，可以恢复', async () => {
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '移除' }).click();
    const sheet = page.getByRole('dialog', { name: '移除 1 件档案' });
    await sheet.getByLabel(/理由/).fill('重复');
    await sheet.getByRole('button', { name: '移除' }).click();
    await expect(page.getByRole('row', { name: /联合体简介/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /设备采购合同/ })).toHaveCount(0);
    await page.getByRole('button', { name: '查看已移除的档案' }).click();
    await page.getByRole('row', { name: /设备采购合同/ }).click();
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByRole('button', { name: '返回档案' }).click();
    await expect(page.getByRole('row', { name: /设备采购合同/ })).toBeVisible();
  });

  await test.step('内部用户打开同一簿库，普通商密不在其中', async () => {
    await lock(page);
    await unlock(page, COLLEAGUE.passphrase, COLLEAGUE.name);
    await goTo(page, '档案');
    await expect(page.getByRole('row', { name: /设备采购合同/ })).toBeVisible();
    await expect(page.getByText('抗体配方')).toHaveCount(0);
    await expect(page.getByRole('navigation', { name: '分类' })).not.toContainText('普通商密');
    await goTo(page, '检索');
    await page.getByRole('main').getByRole('combobox', { name: '检索全部' }).fill('抗体');
    await expect(page.getByText('没有找到“抗体”')).toBeVisible();
  });
});

function prefixed(folder: string, files: Record<string, Uint8Array>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]));
}

/** From the tray, where the import of this folder says how it went. */
async function openImportResult(page: Page, folder: string): Promise<void> {
  await page.getByRole('button', { name: /任务与提示|项任务正在进行/ }).click();
  const lines = page.getByRole('listitem').filter({ has: page.getByText(folder, { exact: true }) });
  await lines.getByRole('link', { name: '查看结果' }).click();
  await expect(page.getByRole('heading', { name: '导入记录' })).toBeVisible();
}

async function edit(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: `修改：${field}` }).click();
  await page.getByRole('textbox', { name: field, exact: true }).fill(value);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `修改：${field}` })).toContainText(value);
}

async function choose(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: `修改：${field}` }).click();
  await page.getByRole('option', { name: value, exact: true }).click();
  await expect(page.getByRole('button', { name: `修改：${field}` })).toContainText(value);
}
