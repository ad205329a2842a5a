import { expect, type Page } from '@playwright/test';

/** Locks by the button of the top bar, as a person does before leaving the desk. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: '立即锁定簿库' }).click();
  await expect(page.getByRole('button', { name: '打开', exact: true })).toBeVisible();
}

/** Types the passphrase on the lock page. @param user by name, where there is more than one. */
export async function unlock(page: Page, passphrase: string, user?: string): Promise<void> {
  if (user !== undefined) {
    await page.getByRole('combobox', { name: '用户' }).click();
    await page.getByRole('option', { name: user }).click();
  }
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
}

/** By the word in the navigation; the pages themselves may have links of the same name. */
export async function goTo(page: Page, name: string): Promise<void> {
  const heading = () => page.evaluate(() => document.querySelector('main h1')?.textContent ?? '');
  const before = await heading();
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click();
  // The page before stays until the next one has come: what is clicked at once would be its buttons.
  if (!before.startsWith(name)) await expect.poll(heading).not.toBe(before);
}
