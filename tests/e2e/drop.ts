import type { Locator, Page } from '@playwright/test';

/**
 * Drops files and folders of this machine, as dragged in from the file manager: through the browser's own drag events, so that
 * the page gets real directory entries.
 * @param on what it is dropped on the middle of; the page's content when absent
 */
export async function dropOnPage(page: Page, paths: readonly string[], on?: Locator): Promise<void> {
  const box = await (on ?? page.getByRole('main')).boundingBox();
  if (box === null) throw new Error('there is nothing to drop on');
  const session = await page.context().newCDPSession(page);
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}
