import type { Page } from '@playwright/test';
import { newId } from '#shared/ids.ts';
import { CHECK_ITEMS } from '#shared/screening/checklist.ts';
import { passesAxe } from './axe.ts';
import { expect, test } from './door.ts';
import { goTo } from './frontPages.ts';
import type { ServiceClient } from './service.ts';
import { openVault } from './vaults.ts';

const UNIT = '砚湖生物技术有限公司';

test('秘书处把一家单位从申请办到入盟，再按程序除名', async ({ home: page }) => {
  test.setTimeout(180_000);
  const { service } = await openVault(page);

  await test.step('登记单位：代码错在哪一位说得清', async () => {
    await goTo(page, '单位');
    await page.getByRole('button', { name: '新建单位' }).first().click();
    const sheet = page.getByRole('dialog', { name: '新建单位' });
    await sheet.getByLabel('名称').fill(UNIT);
    await sheet.getByLabel('信用代码').fill('91350100m000100y42');
    await sheet.getByRole('button', { name: '建立' }).click();
    await expect(sheet.getByText('第 18 位（校验码）不符：按前 17 位应为 3')).toBeVisible();
    await sheet.getByLabel('信用代码').fill('９１３５０１００ m000100y43');
    await sheet.getByRole('button', { name: '建立' }).click();
    await expect(page.getByRole('heading', { level: 1, name: UNIT })).toBeVisible();
    await expect(page.getByText('91350100M000100Y43')).toBeVisible();
    await expect(page.getByText(/申请入盟前还须填写/)).toBeVisible();
    await completeUnit(service);
    await expect(page.getByText(/申请入盟前还须填写/)).toBeHidden();
    await passesAxe(page);
  });

  await test.step('发起筛选，提交并受理', async () => {
    await page.getByRole('tab', { name: '成员资格' }).click();
    await page.getByRole('link', { name: '发起筛选' }).click();
    const sheet = page.getByRole('dialog', { name: '发起筛选' });
    await sheet.getByLabel('程序').click();
    await page.getByRole('option', { name: /简易程序/ }).click();
    await sheet.getByLabel('章程版本').fill('章程（2025年修订）');
    await sheet.getByRole('button', { name: '建立筛选案' }).click();
    await expect(page.getByRole('navigation', { name: '办理进程' })).toBeVisible();
    await decide(page, '提交申请');
    await decide(page, '受理');
  });

  await test.step('清单没有核对完不能通过；核对后初审通过', async () => {
    await expect(page.getByText('初审清单还有 11 项没有核对。')).toBeVisible();
    await page.getByRole('button', { name: '修改：主体资格' }).click();
    const sheet = page.getByRole('dialog', { name: '主体资格' });
    await sheet.getByLabel('结论').first().click();
    await page.getByRole('option', { name: '不适用' }).click();
    await sheet.getByRole('button', { name: '保存' }).click();
    await expect(sheet.getByText('不通过或不适用的，请写明原因。')).toBeVisible();
    await sheet.getByLabel('说明').fill('理事会另行查验原件');
    await sheet.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('初审清单还有 10 项没有核对。')).toBeVisible();
    await completeChecks(service);
    await expect(page.getByText('本阶段的条件已经齐备。')).toBeVisible();
    await passesAxe(page);
    await decide(page, '初审通过');
  });

  await test.step('理事会表决：不足三分之二不能通过', async () => {
    await page.getByRole('button', { name: '作出决定…' }).click();
    const sheet = page.getByRole('dialog', { name: /决定/ });
    await fillVote(page, { 理事总数: 9, 出席: 7, 赞成: 4, 反对: 2, 弃权: 1 });
    await sheet.getByRole('button', { name: '理事会通过' }).click();
    await expect(sheet.getByText('赞成 4 票，不足出席人数的三分之二（至少 5 票）。')).toBeVisible();
    await fillVote(page, { 赞成: 5, 反对: 1 });
    await sheet.getByRole('button', { name: '理事会通过' }).click();
    await expect(page.getByText('入盟', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: '作出决定…' })).toBeHidden();
    await expect(page.getByRole('button', { name: '决定书' })).toBeVisible();
  });

  await test.step('除名：通知、申辩、表决、决议、公告，清单核完才能办结', async () => {
    await page.getByRole('link', { name: UNIT }).first().click();
    await page.getByRole('tab', { name: '成员资格' }).click();
    await page.getByRole('button', { name: '启动处置…' }).click();
    const opening = page.getByRole('dialog', { name: '启动处置' });
    await opening.getByLabel('处置').click();
    await page.getByRole('option', { name: '除名' }).click();
    await opening.getByLabel('事实与理由').fill('严重违反章程第九条。');
    await opening.getByRole('button', { name: '启动' }).click();
    for (const name of ['书面通知', '申辩', '理事会表决', '决议（附理由）', '公告']) {
      await page.getByRole('button', { name: `办理：${name}…` }).click();
      const step = page.getByRole('dialog', { name: `除名：${name}` });
      if (name === '理事会表决') await fillVote(page, { 理事总数: 9, 出席: 9, 赞成: 7, 反对: 2 });
      await step.getByLabel('内容').fill('见卷内材料。');
      await step.getByRole('button', { name: '登记' }).click();
      await expect(step).toBeHidden();
    }
    await expect(page.getByText('退出清单还有 8 项没有核对。')).toBeVisible();
    for (const box of await page.getByRole('group', { name: '退出清单' }).getByRole('checkbox').all()) {
      // The tick is the service's answer.
      await box.click();
      await expect(box).toBeChecked();
    }
    await page.getByRole('button', { name: '办结…' }).click();
    const closing = page.getByRole('dialog', { name: '办结：除名' });
    await closing.getByRole('button', { name: '办结' }).click();
    await expect(page.getByText('已退出').first()).toBeVisible();
    await passesAxe(page);
  });

  await test.step('看板上此案在已结束一栏', async () => {
    await goTo(page, '筛选');
    await expect(page.getByRole('region', { name: '已结束' }).getByText(UNIT)).toBeVisible();
    await passesAxe(page);
  });
});

async function decide(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: '作出决定…' }).click();
  const sheet = page.getByRole('dialog', { name: /决定/ });
  await sheet.getByRole('button', { name: verb }).click();
  await expect(sheet).toBeHidden();
}

async function fillVote(page: Page, vote: Record<string, number>): Promise<void> {
  for (const [name, count] of Object.entries(vote)) {
    await page.getByRole('dialog').getByLabel(name, { exact: true }).fill(String(count));
  }
}

async function unitOf(service: ServiceClient) {
  const [row] = await service.members.list({ text: '' });
  if (!row) throw new Error('the unit is not there');
  return row;
}

async function completeUnit(service: ServiceClient): Promise<void> {
  const { id, version } = await unitOf(service);
  let present = await service.members.edit({
    id,
    version,
    fields: {
      shortName: '砚湖生物',
      orgType: '150',
      legalRepresentative: '钱文博',
      foreignControlled: false,
      stateEstablished: false,
      contactName: '李雅',
      contactPhone: '13800000000',
    },
  });
  for (const source of ['SXBZXR', 'YZWF'] as const) {
    present = await service.members.putCreditCheck({
      id,
      version: present.version,
      row: {
        id: newId(),
        source,
        queriedOn: new Date().toISOString().slice(0, 10),
        queriedBy: '王雅琴',
        keyword: UNIT,
        result: 'CLEAR',
        note: '',
        evidence: null,
      },
    });
  }
}

async function completeChecks(service: ServiceClient): Promise<void> {
  const [row] = await service.screening.list({ text: '' });
  if (!row) throw new Error('the case is not there');
  let { version } = row;
  for (const item of CHECK_ITEMS.slice(1)) {
    const check = { item, verdict: 'NOT_APPLICABLE' as const, note: '理事会另行查验', evidence: null };
    ({ version } = await service.screening.putCheck({ id: row.id, version, check }));
  }
}
