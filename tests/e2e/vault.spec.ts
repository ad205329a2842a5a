import type { Page } from '@playwright/test';
import { type Door, expect, test } from './door.ts';
import { goTo, lock, unlock } from './frontPages.ts';
import { chooseLevel } from './sheets.ts';

const FIRST = '海风吹过旧码头 二〇二六';
const SECOND = '竹林里有七盏灯 第二版';
const THIRD = '恢复之后的新口令 九重山';
const COLLEAGUE = '档案室门口的两棵石榴树';

test('总协调人建立簿库、证明恢复密钥、换口令、添加只看内部的用户，最后用恢复密钥打开', async ({
  home: page,
  door,
}) => {
  await test.step('建立簿库：弱口令看得出，两次不一致不让继续', () => createVault(page, door));
  const words = await test.step('恢复密钥打印、核对', () => proveRecoverySheet(page));

  await test.step('锁定后什么也不显示；口令错了打不开，对了打开', async () => {
    await lock(page);
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden();
    await page.getByLabel('口令', { exact: true }).fill('猜一个口令试试看');
    await page.keyboard.press('Enter');
    await expect(page.getByText('口令不正确。')).toBeVisible();
    await unlock(page, FIRST);
  });

  await test.step('更换口令', async () => {
    await goTo(page, '设置');
    await page.getByRole('link', { name: '口令', exact: true }).click();
    await page.getByLabel('现在的口令').fill(FIRST);
    await page.getByLabel('新口令', { exact: true }).fill(SECOND);
    await page.getByLabel('再输入一次').fill(SECOND);
    await page.getByRole('button', { name: '更换口令' }).click();
    await expect(page.getByText('口令已更换。')).toBeVisible();
  });

  await test.step('添加用户，权限到内部', async () => {
    await page.getByRole('link', { name: '用户', exact: true }).click();
    await page.getByRole('button', { name: '添加用户' }).click();
    const sheet = page.getByRole('dialog', { name: '添加用户' });
    await sheet.getByLabel('姓名').fill('档案员小林');
    await expect(sheet.getByRole('combobox', { name: '权限' })).toHaveValue('公开和内部');
    await sheet.getByLabel('口令', { exact: true }).fill(COLLEAGUE);
    await sheet.getByLabel('再输入一次').fill(COLLEAGUE);
    await sheet.getByRole('button', { name: '添加' }).click();
    await expect(page.getByRole('row', { name: /档案员小林/ })).toContainText('公开和内部');
  });

  await test.step('内部用户打开后，只看得到内部', async () => {
    await addPerson(page, '内部联系人赵敏', '内部');
    await addPerson(page, '线人欧阳青', '核心商密');
    await lock(page);
    await unlock(page, COLLEAGUE, '档案员小林');
    await goTo(page, '人员');
    await expect(page.getByRole('row', { name: /赵敏/ })).toBeVisible();
    await expect(page.getByText('欧阳青')).toHaveCount(0);
    await expect(page.getByText('可查看至公开和内部')).toBeVisible();
    await goTo(page, '设置');
    await page.getByRole('link', { name: '恢复密钥' }).click();
    await expect(page.getByText('只有能打开全部密级的用户才能制作恢复密钥。')).toBeVisible();
  });

  await test.step('旧口令已失效；用恢复密钥打开，换上新口令', async () => {
    await lock(page);
    await page.getByRole('button', { name: '用恢复密钥打开…' }).click();
    await page.getByLabel('恢复密钥').fill(words.toReversed().join(' '));
    await page.getByRole('combobox', { name: '为哪个用户' }).click();
    await page.getByRole('option', { name: '王雅琴' }).click();
    await page.getByLabel('新口令', { exact: true }).fill(THIRD);
    await page.getByLabel('再输入一次').fill(THIRD);
    const open = page.getByRole('button', { name: '打开并更换口令' });
    await open.click();
    await expect(page.getByText(/^无法识别恢复密钥/)).toBeVisible();
    await page.getByLabel('恢复密钥').fill(words.join('\n'));
    await open.click();
    await goTo(page, '人员');
    await expect(page.getByRole('row', { name: /欧阳青/ })).toBeVisible();
    await lock(page);
    await unlock(page, THIRD, '王雅琴');
  });
});

async function createVault(page: Page, door: Door): Promise<void> {
  await page.getByRole('button', { name: /^新建簿库/ }).click();
  await page.getByLabel('联合体名称').fill('东海肿瘤产学研转化联合体');
  await page.getByLabel('总协调人').fill('王雅琴');
  await page.keyboard.press('Enter');

  const next = page.getByRole('button', { name: '下一步' });
  await page.getByLabel('口令', { exact: true }).fill('password12');
  await page.getByLabel('再输入一次').fill('password12');
  await expect(page.getByText(/^(极易|容易)猜中$/)).toBeVisible();
  await page.getByLabel('口令', { exact: true }).fill(FIRST);
  await page.getByLabel('再输入一次').fill(`${FIRST}。`);
  await page.keyboard.press('Tab');
  await expect(page.getByText('两次输入不一致。')).toBeVisible();
  await expect(next).toBeDisabled();
  await page.getByLabel('再输入一次').fill(FIRST);
  await expect(page.getByText(/较强|很强/)).toBeVisible();
  await next.click();

  await door.pickFolder(page, () => page.getByRole('button', { name: /^存放位置：/ }).click(), ['Documents']);
  await expect(page.getByLabel('文件夹名称')).toHaveValue('东海肿瘤产学研转化联合体');
  const create = page.getByRole('button', { name: '建立簿库' });
  await expect(create).toBeDisabled();
  await page.getByLabel(/^我知道/).check();
  await create.click();
}

/** @returns the 24 words of the sheet. */
async function proveRecoverySheet(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: '生成恢复密钥' }).click();
  const paper = page.getByRole('article');
  await expect(paper.getByRole('heading', { name: /东海肿瘤产学研转化联合体/ })).toBeVisible();
  const words = (await paper.getByRole('listitem').allInnerTexts()).map((line) =>
    line.replace(/^\d+\s*/, ''),
  );
  expect(words).toHaveLength(24);
  await page.getByRole('button', { name: '已打印，继续核对' }).click();

  const answers = page.getByLabel(/^第 \d+ 个词$/);
  await expect(answers).toHaveCount(4);
  const asked = await answers.evaluateAll((inputs) =>
    inputs.map((input) =>
      Number(/\d+/.exec((input as HTMLInputElement).labels?.[0]?.textContent ?? '')?.[0]),
    ),
  );
  for (const [index, position] of asked.entries()) {
    const word = index === 0 ? '错' : (words[position - 1] ?? '');
    await answers.nth(index).fill(word);
  }
  await page.getByRole('button', { name: '核对' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await answers.first().fill(words[(asked[0] ?? 1) - 1] ?? '');
  await page.getByRole('button', { name: '核对' }).click();
  await expect(page.getByText('恢复密钥已启用。请将打印件封存。')).toBeVisible();
  await expect(page.getByText('已有恢复密钥')).toBeVisible();
  return words;
}

async function addPerson(page: Page, name: string, level: string): Promise<void> {
  await goTo(page, '人员');
  await page.getByRole('button', { name: '新建人员' }).first().click();
  const sheet = page.getByRole('dialog', { name: '新建人员' });
  await chooseLevel(sheet, level);
  await sheet.getByLabel('姓名').fill(name);
  await sheet.getByRole('button', { name: '建立' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}
