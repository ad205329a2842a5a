import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import sharp from 'sharp';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { addMonths, localDateOf } from '#shared/dates.ts';
import { importPlan } from '../support/importPlan.ts';
import { passesAxe } from './axe.ts';
import { type Door, expect, test } from './door.ts';
import { writeFiles } from './materials.ts';
import type { ServiceClient } from './service.ts';
import { chooseLevel } from './sheets.ts';
import { addRecord, openVault } from './vaults.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/showcase');
/** The browser's clock may be a day ahead of the service's. */
const TODAY = localDateOf(new Date());
const VALID_TO = addMonths(TODAY, 12);
const SECRET = '细胞活率在灌流速度每分钟三毫升时最高';

/** A public photo record with a place in its EXIF. */
async function filePhoto(service: ServiceClient, door: Door): Promise<void> {
  const folder = join(door.home, 'photos');
  mkdirSync(folder);
  writeFiles(folder, {
    '样机照片.jpg': await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#3f6a8a' } })
      .withExif({
        IFD0: { Artist: 'canary-artist' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' },
      })
      .jpeg()
      .toBuffer(),
  });
  const { folders } = await service.places.list({ at: null, endings: [] });
  const { id } = await service.imports.begin({
    places: [folders.find(({ name }) => name === 'photos')?.token ?? ''],
    plan: importPlan({ level: 'PUBLIC', term: defaultTerm('PUBLIC'), takeDuplicates: true }),
  });
  await expect.poll(async () => (await service.imports.get({ id })).state).toBe('DONE');
  rmSync(folder, { recursive: true });
}

test('一块展板从草稿经九项审查到发布，放进展览，导出的展览包在断网的展台电脑上打开', async ({
  home: page,
  door,
  browser,
}) => {
  test.slow();
  const { service } = await openVault(page);
  await filePhoto(service, door);
  await page.goto(new URL('/showcase/panels', page.url()).href);

  await test.step('新建展板，先选密级', async () => {
    await page.getByRole('button', { name: '新建展板' }).first().click();
    const sheet = page.getByRole('dialog', { name: '新建展板' });
    await chooseLevel(sheet, '公开');
    await sheet.getByLabel('成果名称').fill('术中荧光导航样机');
    await sheet.getByLabel('完成单位').fill('东海肿瘤医院');
    await choose(page, sheet.getByLabel('技术领域'), '手术与介入器械');
    await choose(page, sheet.getByLabel('转化状态'), '正在转化');
    await sheet.getByRole('button', { name: '建立' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '术中荧光导航样机' })).toBeVisible();
  });

  await test.step('写文字，引一张公开档案的照片', async () => {
    await page.getByLabel('一句话亮点').fill('让术者看见肿瘤边界');
    await page.getByLabel('成果简介').fill('近红外荧光实时叠加在术野画面上，帮助判断切缘。');
    await page.getByLabel('关键指标').fill('成像延迟小于 80 毫秒\n连续工作 8 小时');
    await page.getByLabel('联系人（岗位与公共电话）').fill('成果转化办公室 0571-85000000');
    await page.getByText('English', { exact: true }).click();
    await page.getByLabel('成果名称').fill('Fluorescence navigation prototype');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存').first()).toBeVisible();
    await page.getByRole('tab', { name: /^图片与视频/ }).click();
    await page.getByRole('button', { name: '添加图片或视频' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /样机照片/ })
      .click();
    await expect(page.getByRole('tab', { name: /^图片与视频/ })).toContainText('1');
    await lookAt(page, '02 图片');
  });

  await test.step('三个环节、九项结论、签发、发布', () => passTheGate(page));
  await lookAt(page, '03 审查');

  await test.step('建立展览，添加栏目，放入展板', async () => {
    await page.getByRole('link', { name: '展示', exact: true }).click();
    await page.getByRole('button', { name: '新建展览' }).first().click();
    const sheet = page.getByRole('dialog', { name: '新建展览' });
    await sheet.getByLabel('名称', { exact: true }).fill('秋季成果展');
    await sheet.getByLabel('英文名称').fill('Autumn exhibition');
    await sheet.getByLabel('主题', { exact: true }).fill('从实验室到病床');
    await sheet.getByRole('button', { name: '建立' }).click();
    await page.getByRole('button', { name: '添加栏目' }).click();
    await page.getByRole('menuitem', { name: '转化成果' }).click();
    await page.getByRole('button', { name: '放入展板' }).click();
    const panels = page.getByRole('dialog', { name: '选择展板' });
    await panels.getByLabel(/术中荧光导航样机/).check();
    await panels.getByRole('button', { name: '放入展板' }).click();
    await expect(page.getByRole('link', { name: '术中荧光导航样机' })).toBeVisible();
    await lookAt(page, '04 展览');
  });

  await test.step('预览就是展台画面', async () => {
    await page.getByRole('button', { name: '预览' }).click();
    const booth = page.frameLocator('iframe[title="展台画面"]');
    await expect(booth.getByRole('heading', { level: 1, name: '秋季成果展' })).toBeVisible();
    await page.screenshot({ path: join(PICTURES, '05 预览.png') });
    await lookAround(booth);
    await page.screenshot({ path: join(PICTURES, '06 预览展板.png') });
    await page.getByRole('button', { name: '关闭预览' }).click();
  });

  await test.step('导出到文件夹，泄密检测通过', async () => {
    await page.getByRole('button', { name: '导出展览包' }).click();
    await expect(page.getByText('全部展板已发布，可以导出。')).toBeVisible();
    await door.pickFolder(page, () => page.getByRole('button', { name: '选择位置并导出' }).click(), [
      'Documents',
    ]);
    await expect(page.getByText('没有发现公开以上的内容。')).toBeVisible();
    await lookAt(page, '07 导出');
  });

  const documents = join(door.home, 'Documents');
  const serial = readdirSync(documents).find((name) => name.startsWith('ZP')) ?? '';
  const picture = readFileSync(join(documents, serial, 'media/001-1.jpg'));
  expect((await sharp(picture).metadata()).exif).toBeUndefined();

  await test.step('展台电脑没有网络：双击打开，触摸、检索、换语言、看图、无人时返回首屏', async () => {
    const context = await browser.newContext({ offline: true, viewport: { width: 1920, height: 1080 } });
    await context.route(/^https?:/, (route) => route.abort());
    const booth = await context.newPage();
    const errors: string[] = [];
    booth.on('pageerror', ({ message }) => errors.push(message));
    booth.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await booth.clock.install();
    await booth.goto(pathToFileURL(join(documents, serial, 'index.html')).href);
    await expect(booth.getByText(serial)).toBeVisible();
    await seeBooth(booth, '10 首屏');
    await booth.getByRole('button', { name: '触摸屏幕开始' }).click();
    await targetsAreLarge(booth);
    await seeBooth(booth, '11 大厅');
    await booth.getByLabel('查找').fill('没有这样的');
    await expect(booth.getByText('没有符合的展板。')).toBeVisible();
    await booth.getByRole('button', { name: '显示全部' }).click();
    await booth.getByLabel('查找').fill('szyg');
    await expect(booth.getByRole('button', { name: /术中荧光导航样机/ })).toBeVisible();
    await booth.getByLabel('查找').fill('切缘');
    await booth.getByRole('button', { name: /术中荧光导航样机/ }).click();
    const large = booth.getByRole('img', { name: '术中荧光导航样机', exact: true });
    await expect(large).toBeVisible();
    expect(await large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
    await expect(booth.getByText('让术者看见肿瘤边界')).toBeVisible();
    await seeBooth(booth, '12 展板');
    await booth.setViewportSize({ width: 3840, height: 2160 });
    await targetsAreLarge(booth);
    await booth.screenshot({ path: join(PICTURES, '13 展板 4K.png') });
    await booth.setViewportSize({ width: 1920, height: 1080 });
    await booth.keyboard.press('Escape');
    await booth.getByRole('button', { name: 'English' }).click();
    await expect(booth.getByRole('heading', { level: 1, name: 'Autumn exhibition' })).toBeVisible();
    await booth.clock.fastForward(61_000);
    await expect(booth.getByRole('button', { name: '触摸屏幕开始' })).toBeVisible();
    await booth.clock.setSystemTime(new Date(`${addMonths(VALID_TO, 1)}T10:00:00`));
    await booth.reload();
    await expect(booth.getByRole('heading', { name: '此展览包已过有效期' })).toBeVisible();
    expect(errors).toEqual([]);
    await context.close();
  });

  await test.step('登记一次来访，记下展示了什么', () => logVisit(page));
});

test('展板里混进普通商密档案的一句话：导出停止，指出是哪一句，什么也不留下', async ({ home: page, door }) => {
  const { service } = await openVault(page);
  await addRecord(service, '灌流参数试验报告', 'TRADE_SECRET', { description: `结论：${SECRET}。` });
  await page.goto(new URL('/showcase/panels', page.url()).href);
  await page.getByRole('button', { name: '新建展板' }).first().click();
  const sheet = page.getByRole('dialog', { name: '新建展板' });
  await chooseLevel(sheet, '公开');
  await choose(page, sheet.getByLabel('类别'), '在研项目');
  await sheet.getByLabel('成果名称').fill('细胞制备装置');
  await sheet.getByLabel('完成单位').fill('东海医疗');
  await sheet.getByRole('button', { name: '建立' }).click();
  await page.getByLabel('一句话亮点').fill('封闭、连续、自动');
  await page
    .getByLabel('成果简介')
    .fill(`试验表明，细胞活率在灌流速度为　每分钟三毫升时最高。`.replace('为', ''));
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存').first()).toBeVisible();
  await passTheGate(page);
  const [panel] = await service.panels.list({ text: '' });
  const exhibition = await service.exhibitions.create({
    level: 'PUBLIC',
    unitId: null,
    columns: [{ id: null, kind: 'PROJECTS', title: '在研项目', titleEn: '', panelIds: [panel?.id ?? ''] }],
    fields: {
      title: '项目展',
      titleEn: '',
      theme: '',
      themeEn: '',
      area: '',
      startsOn: null,
      endsOn: null,
      audience: 'PUBLIC',
      idleSeconds: 60,
    },
  });
  await page.goto(new URL(`/showcase/exhibitions/${exhibition.id}`, page.url()).href);
  await page.getByRole('button', { name: '导出展览包' }).click();
  await door.pickFolder(page, () => page.getByRole('button', { name: '选择位置并导出' }).click(), [
    'Documents',
  ]);
  const alert = page.getByRole('alert').filter({ hasText: '导出已停止，没有留下任何文件' });
  await expect(alert).toContainText(SECRET);
  await expect(alert).toContainText('灌流参数试验报告');
  await lookAt(page, '20 泄密');
  expect(readdirSync(join(door.home, 'Documents'))).toEqual([]);
  expect((await service.exhibitions.get({ id: exhibition.id })).packs).toEqual([]);
});

const POINTS: readonly [string, string, string][] = [
  ['个人信息', '不涉及', '李主任'],
  ['宣传用语', '通过', '李主任'],
  ['内容真实', '通过', '李主任'],
  ['商业秘密', '不涉及', '周律师'],
  ['专利新颖性', '通过', '周律师'],
  ['第三方权利', '不涉及', '周律师'],
  ['密级', '通过', '赵保密员'],
  ['国家秘密与工作秘密', '通过', '赵保密员'],
  ['人类遗传资源与患者影像', '通过', '赵保密员'],
];

async function passTheGate(page: Page): Promise<void> {
  await step(page, '提交审查', { 承办人: '王承办' });
  await page.getByRole('tab', { name: /^审查(?!记录)/ }).click();
  for (const [at, [point, finding, reviewer]] of POINTS.entries()) {
    await page.getByRole('button', { name: `填写结论：${point}` }).click();
    const sheet = page.getByRole('dialog', { name: point });
    await sheet.getByRole('radio', { name: finding, exact: true }).check();
    await sheet.getByLabel('审查人').fill(reviewer);
    await sheet.getByLabel('日期').fill(TODAY);
    await sheet.getByLabel('依据').fill('见审批表');
    await sheet.getByRole('button', { name: '保存结论' }).click();
    await expect(sheet).toBeHidden();
    if (at % 3 === 2 && at < 8) await step(page, '通过本环节', { 审核人: reviewer });
  }
  await step(page, '签发', { 签发人: '林总协调人', 有效期至: VALID_TO });
  await step(page, '发布', { 发布人: '林总协调人' });
  await expect(page.getByText('已发布').first()).toBeVisible();
}

async function step(page: Page, name: string, fields: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const sheet = page.getByRole('dialog', { name });
  for (const [label, value] of Object.entries(fields)) await sheet.getByLabel(label).fill(value);
  await sheet.getByRole('button', { name, exact: true }).click();
  await expect(sheet).toBeHidden();
}

async function logVisit(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '展示', exact: true }).click();
  await page.getByRole('navigation', { name: '展示' }).getByRole('link', { name: '来访' }).click();
  await page.getByRole('button', { name: '登记来访' }).first().click();
  const sheet = page.getByRole('dialog', { name: '登记来访' });
  await sheet.getByLabel('来访单位').fill('西江药业');
  await sheet.getByLabel('日期').fill(TODAY);
  await sheet.getByLabel('人数').fill('6');
  await sheet.getByLabel('接待人').fill('展示管理员');
  await choose(page, sheet.getByRole('combobox', { name: '展览' }), '秋季成果展');
  await sheet.getByLabel('术中荧光导航样机').check();
  await sheet.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '西江药业' })).toBeVisible();
  await expect(page.getByRole('region', { name: '展示内容' })).toContainText('术中荧光导航样机');
  await lookAt(page, '08 来访');
}

async function lookAround(booth: FrameLocator): Promise<void> {
  await booth.getByRole('button', { name: '触摸屏幕开始' }).click();
  await booth.getByRole('button', { name: /术中荧光导航样机/ }).click();
  await expect(booth.getByRole('heading', { level: 1, name: '术中荧光导航样机' })).toBeVisible();
  await expect(booth.getByRole('img', { name: '术中荧光导航样机', exact: true })).toBeVisible();
}

/** 48 px at the booth's own size. */
async function targetsAreLarge(booth: Page): Promise<void> {
  for (const button of await booth.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), await button.innerText()).toBeGreaterThanOrEqual(48);
  }
}

async function choose(page: Page, field: ReturnType<Page['locator']>, option: string): Promise<void> {
  await field.first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function seeBooth(booth: Page, name: string): Promise<void> {
  await booth.screenshot({ path: join(PICTURES, `${name}.png`) });
  const { violations } = await new AxeBuilder({ page: booth }).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    name,
  ).toEqual([]);
}

async function lookAt(page: Page, name: string): Promise<void> {
  if (!existsSync(PICTURES)) mkdirSync(PICTURES, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(PICTURES, `${name} ${colorScheme}.png`) });
    await passesAxe(page, name);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
