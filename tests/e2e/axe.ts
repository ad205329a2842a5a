import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe finds nothing against the page as it stands. */
export async function passesAxe(page: Page, name?: string): Promise<void> {
  expect(await axeFindings(page), name).toEqual([]);
}

/** What axe finds, with the element; only of `rules`, where these are given. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (rules) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => {
    const found = nodes.map(({ html }) => html).filter((html) => id !== 'region' || !floats(html));
    return found.length > 0 ? [`${id}: ${found.join(' ')}`] : [];
  });
}

/** What floats above the page, such as a tooltip, stands outside of its regions and has to. */
function floats(html: string): boolean {
  return html.startsWith('<div data-portal="true"');
}
