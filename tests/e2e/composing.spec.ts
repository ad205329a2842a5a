import type { Page } from '@playwright/test';
import { expect, test } from './door.ts';
import { addRecord, openVault } from './vaults.ts';

/**
 * What an input method does while it composes: its text stands in the field, and the keys it takes come to the page as keys of the
 * composition (229, isComposing), which no shortcut and no Enter of ours may answer to.
 */
async function compose(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const end = text.length;
  await session.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await session.send('Input.dispatchKeyEvent', {
      type,
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
  await session.detach();
  await page.evaluate(() => {
    for (const key of ['Enter', 'Escape', 'ArrowDown'])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, isComposing: true }),
      );
  });
}

/** The word that was composed takes the place of what stood there meanwhile. */
async function commit(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.insertText', { text });
  await session.detach();
}

test('输入法组字时，回车、Esc 和方向键只归输入法：检索、改字段、主题词、新建都不动', async ({
  home: page,
}) => {
  const { service } = await openVault(page);
  const { id } = await addRecord(service, '第一次评审会纪要', 'INTERNAL');

  await test.step('顶栏检索', async () => {
    const before = page.url();
    await page.getByRole('combobox', { name: /检索/ }).click();
    await compose(page, 'ping');
    expect(page.url()).toBe(before);
    await commit(page, '评审');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '检索' })).toBeVisible();
  });

  await page.goto(new URL(`/records/${id}`, page.url()).href);
  await test.step('改责任者', async () => {
    await page.getByRole('button', { name: '修改：责任者' }).click();
    await compose(page, 'wang');
    await expect(page.getByRole('textbox', { name: '责任者' })).toBeFocused();
    await commit(page, '王雅琴');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '修改：责任者' })).toContainText('王雅琴');
    expect((await service.records.get({ id })).fields.responsible).toBe('王雅琴');
  });

  await test.step('主题词', async () => {
    await page.getByRole('button', { name: '修改：主题词' }).click();
    await compose(page, 'guan');
    await commit(page, '抗体');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await service.records.get({ id })).fields.keywords).toEqual(['抗体']);
  });

  await test.step('新建人员', async () => {
    await page.goto(new URL('/people', page.url()).href);
    await page.getByRole('button', { name: /^新建/ }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().click();
    await compose(page, 'li');
    await expect(dialog).toBeVisible();
    await expect(dialog.locator('[aria-invalid="true"]')).toHaveCount(0);
    expect(await service.people.list({ text: '' })).toEqual([]);
  });
});
