import { expect, test } from './door.ts';
import { goTo } from './frontPages.ts';

const OUT = '/work/h/tmp-body/shots';
test('look', async ({ home: page }) => {
  test.setTimeout(400_000);
  await page.getByRole('button', { name: /^看看演示/ }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible({ timeout: 200_000 });
  async function shot(name: string, both = true): Promise<void> {
    await page.waitForTimeout(400);
    for (const [w, h] of both
      ? ([
          [1280, 720],
          [1920, 1080],
        ] as const)
      : ([[1280, 720]] as const)) {
      await page.setViewportSize({ width: w, height: h });
      await page.waitForTimeout(250);
      await page.screenshot({ path: `${OUT}/${name}-${w}.png` });
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  }
  await goTo(page, '联合体');
  await expect(page.getByText('领导小组').first()).toBeVisible();
  await shot('groups');
  await page.getByRole('button', { name: '任命到管理组' }).click();
  await shot('appoint', false);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '关系图' }).click();
  await expect(page.getByText('专家组').first()).toBeVisible();
  await shot('map');
  await page
    .getByRole('link', { name: /影像与数据项目组/ })
    .first()
    .focus();
  await shot('map-focus', false);
  await page.screenshot({ path: `${OUT}/map-full.png`, fullPage: true });
  await page.getByRole('link', { name: '章程与制度' }).click();
  await shot('rules');
  await page.getByRole('link', { name: '联合体章程' }).click();
  await expect(page.getByText('第一章')).toBeVisible();
  await shot('ruleset');
  await goTo(page, '人员');
  await shot('people');
  await page.getByRole('button', { name: '导出为 Excel' }).click();
  await shot('export', false);
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: /按姓名/ }).fill('苏晚晴');
  await page.getByText('苏晚晴').first().click();
  await expect(page.getByRole('heading', { name: '人事材料' })).toBeVisible();
  await shot('person');
  await page.getByRole('link', { name: '打开', exact: true }).click();
  await expect(page.getByRole('heading', { name: '考核' })).toBeVisible();
  await shot('dossier');
  await page.getByRole('button', { name: '添加考核' }).click();
  await shot('dossier-sheet', false);
  await page.keyboard.press('Escape');
  await goTo(page, '档案');
  await shot('archive', false);
  await page.emulateMedia({ colorScheme: 'dark' });
  await goTo(page, '联合体');
  await shot('dark-groups', false);
  await page.getByRole('link', { name: '关系图' }).click();
  await shot('dark-map', false);
  await page.getByRole('link', { name: '章程与制度' }).click();
  await page.getByRole('link', { name: '联合体章程' }).click();
  await shot('dark-ruleset', false);
});
