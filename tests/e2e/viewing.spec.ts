import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { expect, test } from './door.ts';
import { dropOnPage } from './drop.ts';
import { goTo } from './frontPages.ts';
import { pdf, photos, writeFiles, writeWav } from './materials.ts';
import { addRecord, openVault } from './vaults.ts';

/** About 211 MB. */
const LONG_SECONDS = 1100;

test('查看照片、PDF 和长录音：旋转、放大、并排比较，跳到末尾不读整个文件', async ({ home: page, door }) => {
  const { service } = await openVault(page);
  const { id } = await addRecord(service, '评审会', 'INTERNAL');
  const folder = writeFiles(join(door.home, '材料'), {
    ...(await photos()),
    '合作协议.pdf': pdf(['Cooperation agreement', 'Second page']),
  });
  const recording = join(folder, '全程录音.wav');
  writeWav(recording, LONG_SECONDS);

  await test.step('文件拖到档案上，加入这件档案', async () => {
    await page.goto(new URL(`/records/${id}`, page.url()).href);
    await expect(page.getByRole('tab', { name: /文件/ })).toBeVisible();
    await dropOnPage(page, [folder]);
    const dialog = page.getByRole('dialog', { name: '把文件加入档案' });
    await dialog.getByRole('button', { name: '开始导入' }).click();
    await expect(page.getByRole('tab', { name: '文件 5' })).toBeVisible({ timeout: 120_000 });
  });

  await test.step('照片：方向正，旋转、缩放、并排比较', async () => {
    await openFile(page, '签约台.jpg');
    const viewer = viewerOf(page);
    const picture = viewer.getByRole('img', { name: '签约台.jpg' });
    await expect(picture).toBeVisible();
    const upright = await sizeOf(picture);
    expect(upright.width).toBeGreaterThan(upright.height);
    await expect.poll(() => viewer.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('r');
    await expect(async () => {
      const turned = await sizeOf(picture);
      expect(turned.height).toBeGreaterThan(turned.width);
    }).toPass({ timeout: 30_000 });
    await page.keyboard.press('1');
    await expect(viewer.getByText('100%')).toBeVisible();
    await viewer.getByRole('button', { name: '放大' }).click();
    await expect(viewer.getByText('125%')).toBeVisible();
    await viewer.getByRole('button', { name: '并排比较' }).click();
    await expect(viewer.getByRole('img', { name: /\.(jpg|png)$/ })).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(viewer.getByRole('img', { name: /\.(jpg|png)$/ })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(viewer).toBeHidden();
  });

  await test.step('PDF 每页画出来，文字可选', async () => {
    await openFile(page, '合作协议.pdf');
    const viewer = viewerOf(page);
    const first = viewer.getByRole('region', { name: '第 1 页' });
    await expect(first.getByText('Cooperation agreement')).toBeVisible();
    await expect.poll(() => inkOf(first)).toBeGreaterThan(200);
    await viewer.getByLabel('跳到第几页').fill('2');
    await page.keyboard.press('Enter');
    await expect(viewer.getByRole('region', { name: '第 2 页' }).getByText('Second page')).toBeInViewport();
    await viewer.getByRole('button', { name: '关闭' }).click();
  });

  await test.step('长录音：跳到末尾，只读那一段', async () => {
    const size = statSync(recording).size;
    const starts: number[] = [];
    page.on('response', (response) => {
      const range = /^bytes (\d+)-/.exec(response.headers()['content-range'] ?? '');
      if (response.status() === 206 && range?.[1]) starts.push(Number(range[1]));
    });
    await openFile(page, '全程录音.wav');
    const sound = viewerOf(page).getByLabel('全程录音.wav', { exact: true });
    await expect
      .poll(() => sound.evaluate((element) => (element as HTMLAudioElement).duration))
      .toBeCloseTo(LONG_SECONDS, 0);
    const began = Date.now();
    await sound.evaluate(
      (element, to) =>
        new Promise<void>((done) => {
          const audio = element as HTMLAudioElement;
          audio.addEventListener('seeked', () => done(), { once: true });
          audio.currentTime = to;
        }),
      LONG_SECONDS - 5,
    );
    expect(Date.now() - began, 'ms to jump').toBeLessThan(5000);
    expect(Math.max(...starts), 'where the last range begins').toBeGreaterThan(size * 0.9);
    await page.keyboard.press('Escape');
  });
});

test('检索：一个字、词中间、拼音首字母、数字，命中处有标记', async ({ home: page }) => {
  const { service } = await openVault(page);
  await addRecord(service, '双抗载荷偶联工艺评审纪要', 'INTERNAL', {
    description: '会上讨论了第三批次的收率',
  });
  await addRecord(service, '设备采购合同', 'INTERNAL', { docNo: '〔2026〕38号' });
  await addRecord(service, '联合体章程', 'PUBLIC');
  await service.people.create({
    fields: { ...EMPTY_PERSON_FIELDS, name: '欧阳载明', position: '', phone: '', email: '', note: '' },
    level: 'INTERNAL',
    unitId: null,
  });
  const field = page.getByRole('main').getByRole('combobox', { name: '检索全部' });
  const hits = page.getByRole('main').getByRole('option');

  await goTo(page, '检索');
  await expect(field).toBeFocused();
  await field.fill('载');
  await expect(hits).toHaveCount(2);
  await expect(page.getByRole('main').getByRole('group', { name: '人员' }).getByRole('option')).toContainText(
    '欧阳载明',
  );
  await expect(hits.first().locator('mark')).toHaveText('载');
  for (const [text, title] of [
    ['偶联工', '双抗载荷偶联工艺评审纪要'],
    ['sbcg', '设备采购合同'],
    ['收率', '双抗载荷偶联工艺评审纪要'],
    ['38', '设备采购合同'],
    ['ＬＨＴ', '联合体章程'],
  ] as const) {
    await field.fill(text);
    await expect(hits, text).toContainText([title]);
  }

  await test.step('没有的，说没有', async () => {
    await field.fill('载明书');
    await expect(page.getByText('没有找到“载明书”')).toBeVisible();
  });

  await test.step('输入法正在组字时，回车不打开；选定后用键盘打开', async () => {
    await field.fill('');
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: '章程', selectionStart: 2, selectionEnd: 2 });
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\//);
    await keyboard.send('Input.insertText', { text: '章程' });
    await expect(hits).toContainText(['联合体章程']);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '修改：题名' })).toContainText('联合体章程');
  });
});

/** From the list of the record's files. */
async function openFile(page: Page, name: string): Promise<void> {
  const row = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: name });
  await row.getByRole('button').first().click();
}

function viewerOf(page: Page): Locator {
  return page.getByRole('dialog', { name: /^查看文件/ });
}

/** As it is seen, turns included. */
async function sizeOf(picture: Locator): Promise<{ width: number; height: number }> {
  return (await picture.boundingBox()) ?? { width: 0, height: 0 };
}

/** Pixels of a drawn page that are not white. */
async function inkOf(page: Locator): Promise<number> {
  return page.locator('canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let ink = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 255) < 200 && (data[at + 3] ?? 0) > 0) ink += 1;
    return ink;
  });
}
