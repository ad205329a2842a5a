import { join } from 'node:path';
import { type Page, test as plain } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { expect, test } from './door.ts';
import { goTo } from './frontPages.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/pages');
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;
const THEMES = ['light', 'dark'] as const;

/** Every page of the navigation and what must be on it, by the word a person clicks. */
const PAGES: readonly [string, (page: Page) => Promise<unknown>][] = [
  ['工作台', (page) => expect(page.getByRole('heading', { level: 2 }).nth(1)).toBeVisible()],
  ['档案', (page) => expect(page.getByRole('gridcell').nth(5)).toBeVisible()],
  ['检索', (page) => expect(page.getByText('输入一个字就开始找。')).toBeVisible()],
  ['人员', (page) => expect(page.getByRole('row').nth(5)).toBeVisible()],
  ['单位', (page) => expect(page.getByRole('row').nth(5)).toBeVisible()],
  ['项目', (page) => expect(page.getByRole('row').nth(5)).toBeVisible()],
  ['成果', (page) => expect(page.getByRole('row').nth(5)).toBeVisible()],
  ['展示', (page) => expect(page.getByRole('row').nth(1)).toBeVisible()],
  ['联合体', (page) => expect(page.getByRole('heading', { level: 1, name: /联合体/ })).toBeVisible()],
  ['筛选', (page) => expect(page.getByRole('heading', { level: 1, name: /筛选/ })).toBeVisible()],
  ['会议', (page) => expect(page.getByRole('row').nth(5)).toBeVisible()],
  ['保密', (page) => expect(page.getByRole('heading', { level: 1, name: /保密/ })).toBeVisible()],
  ['交换', (page) => expect(page.getByRole('heading', { level: 1, name: /交换/ })).toBeVisible()],
  ['日志', (page) => expect(page.getByRole('row').nth(5)).toBeVisible()],
];
const SECTIONS = ['联合体', '用户', '口令', '恢复密钥', '备份与恢复', '检查簿库'];

test('一键打开演示簿库，走遍每一页：两种外观、两种屏幕都看得清，无障碍检查无一违例', async ({
  home: page,
}) => {
  plain.slow();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await lookAt(page, '00 开始');
  await page.getByRole('button', { name: /^新建簿库/ }).click();
  await lookAt(page, '01 新建');
  await page.getByRole('button', { name: '返回' }).click();
  const began = Date.now();
  await page.getByRole('button', { name: /^看看演示/ }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible({ timeout: 200_000 });
  test.info().annotations.push({ type: 'demo', description: `${Date.now() - began} ms` });

  for (const [index, [name, isThere]] of PAGES.entries()) {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click();
    await isThere(page);
    await lookAt(page, `${10 + index} ${name}`);
  }
  await goTo(page, '设置');
  for (const [index, name] of SECTIONS.entries()) {
    await page.getByRole('navigation', { name: '设置' }).getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await lookAt(page, `${20 + index} 设置 ${name}`);
  }
  await lookAtThings(page);
  await test.step('换成英文，再用命令面板和键盘换页', () => speakEnglish(page));
});

async function speakEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '语言' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  for (const name of await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link')
    .allInnerTexts()) {
    expect(name).toMatch(/^[A-Z]/);
  }
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await palette.getByRole('combobox').fill('journ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Journal/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await palette.getByRole('combobox').fill('简体');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '日志' })).toBeVisible();
}

/** A record, its viewer, a person, a unit, a project, results, imports, and the locked vault. */
async function lookAtThings(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await goTo(page, '档案');
  await main.getByRole('gridcell').first().click();
  await lookAt(page, '30 档案 预览');
  await main.getByRole('radiogroup', { name: '显示方式' }).getByText('表格').click();
  await expect(main.getByRole('row').nth(5)).toBeVisible();
  await lookAt(page, '31 档案 表格');
  await main.getByRole('row').nth(1).dblclick();
  await expect(main.getByRole('tab', { name: /文件/ })).toBeVisible();
  await lookAt(page, '32 一件档案');
  for (const name of ['说明', '历史', '定密']) {
    await main.getByRole('tab', { name }).click();
    await lookAt(page, `33 一件档案 ${name}`);
  }
  await main.getByRole('tab', { name: /文件/ }).click();
  await main.getByRole('radiogroup', { name: '文件显示方式' }).getByText('图库').click();
  await main
    .getByRole('button', { name: /^打开 / })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: /^查看文件/ })).toBeVisible();
  await lookAt(page, '34 查看');
  await page.keyboard.press('Escape');
  await main.getByRole('button', { name: '变更密级' }).click();
  await expect(page.getByRole('dialog', { name: '变更密级' })).toBeVisible();
  await lookAt(page, '35 变更密级');
  await page.keyboard.press('Escape');

  for (const name of ['人员', '单位', '项目']) {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click();
    await main.getByRole('row').nth(1).dblclick();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(new RegExp(`^${name}`));
    await lookAt(page, `36 一个${name}`);
  }
  await goTo(page, '检索');
  await main.getByRole('combobox', { name: '检索全部' }).fill('评审');
  await expect(main.getByRole('option').first()).toBeVisible();
  await lookAt(page, '37 检索结果');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: '命令面板' })).toBeVisible();
  await lookAt(page, '38 命令面板');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '任务与提示' }).click();
  await lookAt(page, '39 任务');
  await page.keyboard.press('Escape');
}

/** Axe, in the dark for what depends on colours, and a picture of each theme and size to be looked at. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const found = await axeFindings(page, theme === 'dark' ? ['color-contrast'] : undefined);
    expect.soft(found, `${name}, ${theme}`).toEqual([]);
  }
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(PICTURES, `${name} ${theme} ${size.width}.png`) });
    }
  }
  await page.setViewportSize(SIZES[0]);
}
