import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { passesAxe } from './axe.ts';
import { expect, test } from './door.ts';
import { goTo, lock, unlock } from './frontPages.ts';
import { chooseLevel } from './sheets.ts';
import { addUser, COLLEAGUE, openVault } from './vaults.ts';

async function choose(page: Page, name: string, option: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name }).click();
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
}

test('设立组织并任命，总协调人一任接一任；章程登记版本和阅读；关系图可用键盘走；人事材料只有开得了的人看得见', async ({
  home: page,
}) => {
  const { service } = await openVault(page);
  await addUser(service, COLLEAGUE, 'register');
  const unit = await service.members.create({
    fields: { name: '东海肿瘤医院', shortName: '东海医院', role: 'MEDICAL', note: '' },
    level: 'PUBLIC',
  });
  for (const name of ['沈知行', '陆景行', '裴云舟']) {
    await service.people.create({
      fields: { ...EMPTY_PERSON_FIELDS, name },
      level: 'INTERNAL',
      unitId: unit.id,
    });
  }

  await test.step('空页说明要做什么；设立管理组，职能从列表选', async () => {
    await goTo(page, '联合体');
    await expect(page.getByText('还没有组织')).toBeVisible();
    await passesAxe(page);
    await page.getByRole('button', { name: '设立组织' }).click();
    const sheet = page.getByRole('dialog', { name: '设立组织' });
    await sheet.getByLabel('名称').fill('管理组');
    await choose(page, '类型', '管理组');
    await sheet.getByLabel('职能').first().fill('档案');
    await page.getByRole('option', { name: '档案信息管理' }).click();
    await sheet.getByLabel('职责').fill('日常事务与档案');
    // A second click of an impatient hand sets up no second group.
    await sheet.getByRole('button', { name: '设立' }).dblclick();
    await expect(page.getByRole('heading', { name: '管理组' })).toBeVisible();
  });

  await test.step('任命组长，聘书存为 Word', async () => {
    await page.getByRole('button', { name: '任命到管理组' }).click();
    const sheet = page.getByRole('dialog', { name: '任命到管理组' });
    await choose(page, '人员', /沈知行/);
    await choose(page, '职务', '组长');
    await sheet.getByLabel('任期自').fill('2026年1月5日');
    await sheet.getByLabel('任命依据').fill('第一届理事会第二次会议决议');
    await sheet.getByRole('button', { name: '任命' }).click();
    const member = page.getByRole('listitem').filter({ hasText: '沈知行' }).last();
    await expect(member).toContainText('组长');
    await member.getByRole('button', { name: /2026-01-05/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '聘书' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /Word/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('聘书_沈知行.docx');
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await page.keyboard.press('Escape');
  });

  await test.step('总协调人：任期重叠不予登记，接任则前任到前一日为止', async () => {
    await page.getByRole('button', { name: '任命总协调人' }).click();
    await choose(page, '人员', /陆景行/);
    await page.getByRole('dialog').getByLabel('任期自').fill('2025-03-01');
    await page.getByRole('dialog').getByRole('button', { name: '任命' }).click();
    await expect(page.getByRole('region', { name: '总协调人' })).toContainText('陆景行');
    await page.getByRole('button', { name: '任命总协调人' }).click();
    await choose(page, '人员', /裴云舟/);
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('任期自').fill('2026-02-01');
    await sheet.getByRole('checkbox', { name: /接任/ }).uncheck();
    await sheet.getByRole('button', { name: '任命' }).click();
    await expect(sheet.getByText(/总协调人同一时间只有一位：陆景行/)).toBeVisible();
    await sheet.getByRole('checkbox', { name: /接任/ }).check();
    await sheet.getByRole('button', { name: '任命' }).click();
    const card = page.getByRole('region', { name: '总协调人' });
    await expect(card).toContainText('裴云舟');
    await expect(card).toContainText('2025-03-01 – 2026-01-31');
    await passesAxe(page);
  });

  await test.step('关系图：键盘走到人，回车打开', async () => {
    await page.getByRole('link', { name: '关系图' }).click();
    const group = page.getByRole('link', { name: /^管理组/ });
    await group.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('link', { name: '沈知行，管理组 组长，东海肿瘤医院' })).toBeFocused();
    await passesAxe(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '沈知行' })).toBeVisible();
    await expect(page.getByRole('region', { name: '任职' })).toContainText('管理组');
  });

  await test.step('章程：登记版本，谁读过、谁还没读', async () => {
    await goTo(page, '联合体');
    await page.getByRole('link', { name: '章程与制度' }).click();
    await page.getByRole('button', { name: '登记章程与制度' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('名称').fill('联合体章程');
    await sheet.getByLabel('版本号').fill('1.0');
    await sheet.getByLabel('通过日期').fill('2026-01-10');
    await sheet.getByLabel('施行日期').fill('2026-01-01');
    await sheet.getByLabel('正文').fill('第一条　本联合体由成员单位自愿组成。');
    await sheet.getByRole('button', { name: '登记', exact: true }).click();
    await expect(sheet.getByText('施行日期早于通过日期。')).toBeVisible();
    await sheet.getByLabel('施行日期').fill('2026-02-01');
    await sheet.getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: '联合体章程' })).toBeVisible();
    await expect(page.getByText('在任人员中还有 2 人没有阅读现行版本')).toBeVisible();
    await page.getByRole('button', { name: '我已阅读现行版本' }).click();
    await expect(page.getByText('您已阅读现行版本')).toBeVisible();
    await page.getByRole('button', { name: '登记阅读' }).click();
    const reading = page.getByRole('dialog', { name: '登记阅读' });
    await reading.getByLabel('人物').first().click();
    await page.getByRole('option', { name: /沈知行/ }).click();
    await reading.getByLabel('阅读日期').fill('2026-02-03');
    await reading.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('在任人员中还有 1 人没有阅读现行版本')).toBeVisible();
    await expect(page.getByRole('row', { name: /沈知行 2026-02-03/ })).toBeVisible();
    await passesAxe(page);
  });

  await test.step('人事材料默认普通商密；写一条考核', async () => {
    await goTo(page, '人员');
    await page
      .getByRole('grid', { name: '人员' })
      .getByRole('row', { name: /沈知行/ })
      .click();
    await page.getByRole('button', { name: '建立人事材料' }).click();
    const sheet = page.getByRole('dialog', { name: '建立人事材料' });
    await expect(sheet.getByRole('radio', { name: '普通商密' })).toBeChecked();
    await chooseLevel(sheet, '普通商密');
    await sheet.getByRole('button', { name: '建立' }).click();
    await page.getByRole('button', { name: '添加考核' }).click();
    const row = page.getByRole('dialog', { name: '添加考核' });
    await row.getByLabel('期间').fill('2025');
    await row.getByLabel('得分').fill('92.5');
    await row.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('row', { name: /2025 年度考核 92.5 合格/ })).toBeVisible();
    await passesAxe(page);
  });

  await test.step('只能看公开和内部的用户看不到人事材料', async () => {
    await lock(page);
    await unlock(page, COLLEAGUE.passphrase, COLLEAGUE.name);
    await goTo(page, '人员');
    await page.getByRole('row', { name: /沈知行/ }).click();
    await expect(page.getByText('人事材料由能打开普通商密的用户查看。')).toBeVisible();
    await expect(page.getByRole('link', { name: '打开', exact: true })).toHaveCount(0);
  });
});
