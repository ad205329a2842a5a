import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, OUT, test } from './door.ts';
import { dropOnPage } from './drop.ts';
import { goTo } from './frontPages.ts';
import { pdf, writeFiles } from './materials.ts';
import type { ServiceClient } from './service.ts';
import { addRecord, openVault } from './vaults.ts';

const OURS = '东海肿瘤产学研转化联合体';
const THEIRS = '云江药业股份有限公司';
const TOLD_BY_TELEPHONE = '渡口的灯 亮到第三更';

test('与合作方互换联系卡、核实指纹，发出口令包和密钥包，对方核验、导入、撤销；被改动的认得出', async ({
  home: page,
  door,
  partner,
  partnerDoor,
}) => {
  test.slow();
  const ours = await openVault(page, OURS);
  await openVault(partner, THEIRS);
  await fillArchive(ours.service, page, door.home);

  await test.step('双方制作联系卡，交换，核实指纹', async () => {
    const ourPrint = await makeCard(page);
    const theirPrint = await makeCard(partner);
    await takeCard(page, cardFile(partnerDoor.home), THEIRS, theirPrint);
    copyFileSync(cardFile(door.home), join(partnerDoor.home, 'Documents', '来信.mengbu-card'));
    await takeCardFile(partner, OURS, ourPrint);
  });

  await test.step('登记保密协议', async () => {
    await page.getByRole('link', { name: '协议', exact: true }).click();
    await page.getByRole('button', { name: '登记协议' }).click();
    const sheet = page.getByRole('dialog', { name: '登记协议' });
    await sheet.getByLabel('协议名称').fill('双方保密协议');
    await sheet.getByLabel('对方单位').fill(THEIRS);
    await sheet.getByLabel('签署日期').fill('2026年1月5日');
    await sheet.getByLabel('备注').fill('原件在档案室');
    await sheet.getByRole('button', { name: '登记' }).click();
    const row = page.getByRole('row', { name: /双方保密协议/ });
    await expect(row).toContainText(THEIRS);
    await expect(row).toContainText('有效');
  });

  const [byPassphrase, reader] = await test.step('口令包：核对页写明发出什么、留下什么、为什么', async () => {
    await page.getByRole('link', { name: '发出', exact: true }).click();
    await page.getByRole('button', { name: '制作资料包' }).first().click();
    await page.getByLabel('检索要发出的内容').fill('双抗');
    await page.getByRole('button', { name: '全部加入' }).click();
    await expect(page.getByText('已选 4 项')).toBeVisible();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('group', { name: '怎样交给对方' }).getByText('口令', { exact: true }).click();
    await page.getByLabel('收件人姓名').fill('李工');
    await page.getByLabel('所在单位').fill(THEIRS);
    await page.getByLabel('用途').fill('评审前阅览');
    await page.getByRole('button', { name: '下一步' }).click();
    const goes = page.getByRole('region', { name: '发出' });
    const stays = page.getByRole('region', { name: '留下，因为……' });
    await expect(goes.getByRole('listitem')).toHaveCount(2);
    await expect(goes).toContainText('双抗项目宣传册');
    await expect(goes).toContainText('双抗工艺评审纪要');
    await expect(stays).toContainText('双抗载荷配方');
    await expect(stays).toContainText('须有有效授权才能发出');
    await expect(stays).toContainText('双抗志愿者名单');
    await expect(stays).toContainText('含个人信息，尚未写明提供的依据。');
    await expect(page.getByText(/保密约定有效：双方保密协议/)).toBeVisible();
    await page.getByRole('button', { name: '自拟口令' }).click();
    await page.getByLabel('新口令', { exact: true }).fill(TOLD_BY_TELEPHONE);
    await page.getByLabel('再输入一次').fill(TOLD_BY_TELEPHONE);
    return [await makeAndDownload(page, door.home), await ourReader(page)] as const;
  });

  await test.step('对方没有盟簿：从本机文件打开阅读器，不联网也能打开', async () => {
    await partner.context().setOffline(true);
    const offline = await partner.context().newPage();
    await offline.goto(reader);
    await offline
      .getByLabel(/选择|资料包/)
      .first()
      .setInputFiles(byPassphrase);
    await offline.getByLabel('口令', { exact: true }).fill(TOLD_BY_TELEPHONE);
    await offline.keyboard.press('Enter');
    await expect(offline.getByRole('region', { name: '核验结论' })).toContainText('内容完整');
    await expect(offline.getByText('双抗工艺评审纪要')).toBeVisible();
    await expect(offline.getByText('双抗载荷配方')).toHaveCount(0);
    await offline.close();
    await partner.context().setOffline(false);
  });

  const byCard = await test.step('密钥包：发给已核实的联系人', async () => {
    await page.getByRole('button', { name: '再发给另一位' }).click();
    await page.getByRole('group', { name: '怎样交给对方' }).getByText('联系人').click();
    await page.getByText(THEIRS).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await expect(page.getByText('联系卡已核实')).toBeVisible();
    const file = await makeIntoFolder(page, door.home);
    await expect(page.getByText(`只有${THEIRS}能打开，本机也不能。`)).toBeVisible();
    await page.getByRole('button', { name: '查看台账' }).click();
    await expect(page.getByRole('row', { name: /第 2 份|第 1 份/ })).toHaveCount(2);
    return file;
  });

  await test.step('对方先看结论，再预览，再导入', async () => {
    await openBundle(partner, byCard);
    const verdict = partner.getByRole('region', { name: '核验结论' });
    await expect(verdict).toContainText('可信');
    await expect(verdict).toContainText(`来自${OURS}，签名密钥已核实。`);
    await expect(verdict).toContainText('内容完整');
    await expect(verdict).toContainText('发给本联合体。');
    await partner.getByRole('button', { name: '导入簿库…' }).click();
    await expect(partner.getByRole('region', { name: '新建' }).getByRole('listitem')).toHaveCount(2);
    await partner.getByRole('button', { name: '导入 2 项' }).click();
    await expect(partner.getByRole('heading', { name: '导入完成' })).toBeVisible();
    await expect(partner.getByText('新建 2 项')).toBeVisible();
    await partner.getByRole('button', { name: '完成' }).click();
    await goTo(partner, '档案');
    await partner.getByRole('gridcell', { name: /双抗工艺评审纪要/ }).dblclick();
    await expect(partner.getByText(`由 ${OURS} 送来`)).toBeVisible();
    await expect(partner.getByText('合作协议.pdf').first()).toBeVisible();
  });

  await test.step('再导入一次没有新内容；撤销整次导入', async () => {
    await openBundle(partner, byCard);
    await partner.getByRole('button', { name: '导入簿库…' }).click();
    await expect(partner.getByText(/^没有新内容/)).toBeVisible();
    await partner.getByRole('button', { name: '取消' }).click();
    await goTo(partner, '交换');
    await partner.getByRole('link', { name: '收到', exact: true }).click();
    await partner.getByRole('button', { name: '撤销导入' }).first().click();
    await partner.getByRole('dialog').getByRole('button', { name: /撤销/ }).click();
    await expect(partner.getByText('已撤销导入，涉及 2 项。')).toBeVisible();
    await goTo(partner, '档案');
    await expect(partner.getByText('这里存放联合体的全部档案')).toBeVisible();
  });

  await test.step('改动一个字节：有问题，不能导入', async () => {
    const changed = join(partnerDoor.home, '改动过的.mengbu');
    const bytes = readFileSync(byCard);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
    writeFileSync(changed, bytes);
    await openBundle(partner, changed);
    await expect(partner.getByRole('region', { name: '核验结论' })).toContainText(/有问题.*被改动/s);
    await expect(partner.getByRole('button', { name: '导入簿库…' })).toBeDisabled();
  });
});

async function fillArchive(service: ServiceClient, page: Page, home: string): Promise<void> {
  await addRecord(service, '双抗项目宣传册', 'PUBLIC');
  const minutes = await addRecord(service, '双抗工艺评审纪要', 'INTERNAL');
  await addRecord(service, '双抗载荷配方', 'TRADE_SECRET');
  await service.records.create({
    level: 'INTERNAL',
    term: 'P3Y',
    basis: '',
    personalInfo: true,
    fields: { title: '双抗志愿者名单', description: '三十二人' },
  });
  const folder = writeFiles(join(home, '附件'), { '合作协议.pdf': pdf(['Cooperation agreement']) });
  await page.goto(new URL(`/records/${minutes.id}`, page.url()).href);
  await expect(page.getByRole('tab', { name: /文件/ })).toBeVisible();
  await dropOnPage(page, [folder]);
  await page
    .getByRole('dialog', { name: '把文件加入档案' })
    .getByRole('button', { name: '开始导入' })
    .click();
  await expect(page.getByRole('tab', { name: '文件 1' })).toBeVisible();
}

/** Makes our card and writes it to Documents. @returns the fingerprint as it is read aloud */
async function makeCard(page: Page): Promise<string> {
  await goTo(page, '交换');
  await page.getByRole('link', { name: '联系人', exact: true }).click();
  const own = page.getByRole('complementary', { name: '我们的联系卡' });
  await own.getByRole('button', { name: '制作联系卡' }).click();
  await expect(own.getByRole('img', { name: '联系卡二维码' })).toBeVisible();
  await own.getByRole('button', { name: '导出联系卡…' }).click();
  const places = page.getByRole('dialog', { name: '选择写出的位置' });
  await places.getByRole('button', { name: 'Documents' }).click();
  await places.getByRole('button', { name: '选择此文件夹' }).click();
  await expect(page.getByText(/^已导出 .*mengbu-card/)).toBeVisible();
  return (await own.getByRole('status').getAttribute('aria-label')) ?? '';
}

function cardFile(home: string): string {
  const [name] = globSync('*.mengbu-card', { cwd: join(home, 'Documents') });
  return join(home, 'Documents', name ?? '');
}

/** Pastes the partner's card, keeps it, and verifies it as after a telephone call. */
async function takeCard(page: Page, file: string, unit: string, fingerprint: string): Promise<void> {
  await page.getByRole('button', { name: '导入联系卡' }).click();
  const sheet = page.getByRole('dialog', { name: '导入联系卡' });
  await sheet.getByLabel('粘贴联系卡内容').fill(readFileSync(file, 'utf8'));
  await sheet.getByRole('button', { name: '查看' }).click();
  await keepAndVerify(page, unit, fingerprint);
}

async function takeCardFile(page: Page, unit: string, fingerprint: string): Promise<void> {
  await page.getByRole('button', { name: '导入联系卡' }).click();
  await page.getByRole('button', { name: '选择联系卡文件…' }).click();
  const places = page.getByRole('dialog', { name: '选择文件' });
  await places.getByRole('button', { name: 'Documents' }).click();
  await places.getByRole('button', { name: '来信.mengbu-card' }).click();
  await places.getByRole('button', { name: '选择', exact: true }).click();
  await keepAndVerify(page, unit, fingerprint);
}

async function keepAndVerify(page: Page, unit: string, fingerprint: string): Promise<void> {
  const sheet = page.getByRole('dialog', { name: '导入联系卡' });
  await expect(sheet.getByText('新联系人')).toBeVisible();
  await sheet.getByRole('button', { name: '添加' }).click();
  await page.getByRole('button', { name: new RegExp(`^${unit}`) }).click();
  const contact = page.getByRole('dialog', { name: unit });
  await expect(contact.getByRole('status').first()).toHaveAttribute('aria-label', fingerprint);
  await expect(contact.getByRole('button', { name: '核对无误，标为已核实' })).toBeDisabled();
  await contact.getByLabel(/^我已通过电话或当面/).check();
  await contact.getByRole('button', { name: '核对无误，标为已核实' }).click();
  await expect(contact.getByText('已核实').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(contact).toBeHidden();
}

/** @returns the file as it was downloaded, in the home folder */
async function makeAndDownload(page: Page, home: string): Promise<string> {
  await page.getByRole('button', { name: '制作资料包', exact: true }).click();
  await expect(page.getByRole('heading', { name: '资料包已制成' })).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[\d-]+-[\w]+\.mengbu$/);
  const path = join(home, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** @returns the file in Documents, where the door wrote it */
async function makeIntoFolder(page: Page, home: string): Promise<string> {
  await page.getByRole('button', { name: '写入文件夹…' }).click();
  const places = page.getByRole('dialog', { name: '选择写出的位置' });
  await places.getByRole('button', { name: 'Documents' }).click();
  await places.getByRole('button', { name: '选择此文件夹' }).click();
  await expect(page.getByRole('heading', { name: '资料包已制成' })).toBeVisible({ timeout: 60_000 });
  const name = globSync('*.mengbu', { cwd: join(home, 'Documents') })
    .toSorted()
    .at(-1);
  return join(home, 'Documents', name ?? '');
}

/** "Try it" leads to the reader that ships with the program; a partner has the same file on disk. */
async function ourReader(page: Page): Promise<string> {
  const [tried] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: '试着打开' }).click(),
  ]);
  await expect(tried.getByRole('heading', { level: 1 })).toBeVisible();
  await tried.close();
  return pathToFileURL(join(OUT, 'renderer/reader.html')).href;
}

/** Drops the file on the exchange page and waits for the verdict. */
async function openBundle(page: Page, file: string): Promise<void> {
  await goTo(page, '交换');
  await expect(page.getByRole('navigation', { name: '交换' })).toBeVisible();
  await dropOnPage(page, [file]);
  await expect(page.getByRole('region', { name: '核验结论' })).toBeVisible({ timeout: 60_000 });
}
