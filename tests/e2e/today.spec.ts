import { addDays, localDateOf } from '#shared/dates.ts';
import { passesAxe } from './axe.ts';
import { expect, test } from './door.ts';
import { goTo } from './frontPages.ts';
import { addRecord, openVault, PASSPHRASE } from './vaults.ts';

test('工作台列出要办的事，从那里一步办理；来宾模式下只看得到公开内容，凭口令结束', async ({ home: page }) => {
  const { service } = await openVault(page);
  await addRecord(service, '到期的通报', 'INTERNAL', { docDate: threeYearsBefore(-4) });
  await addRecord(service, '快到期的通报', 'INTERNAL', { docDate: threeYearsBefore(5) });
  await addRecord(service, '联合体宣传册', 'PUBLIC');
  await addRecord(service, '载荷配方', 'CORE_TRADE_SECRET');

  await test.step('按紧急程度排列，一步到办理', async () => {
    await goTo(page, '工作台');
    const over = page.getByRole('region', { name: '已过期' });
    await expect(over.getByRole('listitem')).toHaveCount(1);
    await expect(over).toContainText('已过 4 天');
    await expect(page.getByRole('region', { name: '七天之内' })).toContainText('还有 5 天');
    await expect(page.getByRole('region', { name: '等待处理' })).toContainText('还没有做过备份');
    await expect(page.getByRole('complementary', { name: '联合体概况' })).toContainText('载荷配方');
    await passesAxe(page);
    await over.getByRole('button', { name: '作出决定…' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: '变更密级' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '立即备份' }).click();
    await expect(page.getByRole('heading', { level: 2, name: /备份/ }).first()).toBeVisible();
  });

  await test.step('来宾模式：导航、列表、检索里都只有公开的', async () => {
    await page.getByRole('button', { name: '来宾模式：只显示公开内容' }).click();
    await expect(page.getByText('来宾模式：只显示公开内容，不能修改。')).toBeVisible();
    const pages = page.getByRole('navigation', { name: '主导航' }).getByRole('link');
    expect(await pages.allInnerTexts()).toEqual(['档案', '检索', '人员', '单位', '项目', '成果', '展示']);
    await expect(page.getByRole('gridcell')).toHaveCount(1);
    await expect(page.getByRole('gridcell', { name: /联合体宣传册/ })).toBeVisible();
    await expect(page.getByRole('button', { name: '导入档案' })).toHaveCount(0);
    await passesAxe(page);
    await page.getByRole('gridcell', { name: /联合体宣传册/ }).dblclick();
    await expect(page.getByRole('tab', { name: /文件/ })).toBeVisible();
    for (const deed of [/^修改/, '变更密级', '添加文件', '移除'])
      await expect(page.getByRole('button', { name: deed })).toHaveCount(0);
    await expect(page.getByRole('tab', { name: '历史' })).toHaveCount(0);
    await goTo(page, '检索');
    await page.getByRole('main').getByRole('combobox', { name: '检索全部' }).fill('载荷');
    await expect(page.getByText('没有找到“载荷”')).toBeVisible();
    await expect(page.getByText('载荷配方')).toHaveCount(0);
  });

  await test.step('刷新也不改变；直接去别的页面只得到说明', async () => {
    await page.goto(new URL('/journal', page.url()).href);
    await expect(page.getByText('来宾模式下只能查看公开内容。').first()).toBeVisible();
    await expect(page.getByText('载荷配方')).toHaveCount(0);
  });

  await test.step('只有本人的口令能结束', async () => {
    await page.getByRole('button', { name: '结束来宾模式…' }).click();
    const sheet = page.getByRole('dialog', { name: '结束来宾模式' });
    await expect(sheet.getByLabel('口令', { exact: true })).toBeFocused();
    await page.keyboard.type('不是这个口令');
    await page.keyboard.press('Enter');
    await expect(sheet.getByText('口令不正确。')).toBeVisible();
    await sheet.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(sheet).toBeHidden();
    await expect(page.getByText('来宾模式下只能查看公开内容。')).toHaveCount(0);
    await goTo(page, '工作台');
    await expect(page.getByRole('complementary', { name: '联合体概况' })).toContainText('载荷配方');
  });
});

/** The date on which an 内部 document was made whose term of three years ends so many days from today. */
function threeYearsBefore(days: number): string {
  const end = addDays(localDateOf(new Date()), days);
  return `${Number(end.slice(0, 4)) - 3}${end.slice(4)}`.replace('-02-29', '-02-28');
}
