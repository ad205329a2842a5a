import type { Locator } from '@playwright/test';

/** The level's word with its sign, as a person clicks it; the explanation below may hold the same word. */
export async function chooseLevel(sheet: Locator, level: string): Promise<void> {
  await sheet
    .getByRole('group', { name: '密级' })
    .getByText(new RegExp(`^.?${level}$`))
    .click();
}
