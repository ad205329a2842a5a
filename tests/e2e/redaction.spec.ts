import { OUTCOME } from '../support/outcomes.ts';
import { panelFields } from '../support/panels.ts';
import { passesAxe } from './axe.ts';
import { expect, test } from './door.ts';
import { openVault } from './vaults.ts';

test('一项普通商密成果以脱密版本展出：对照原文、改写、留存，改动文字后须重新对照', async ({ home: page }) => {
  const { service } = await openVault(page);
  await service.outcomes.create({
    level: 'TRADE_SECRET',
    projectId: null,
    fields: {
      ...OUTCOME,
      name: '六位点甲基化试剂',
      summary: '第六位点的阈值取百分之四十二，扩增三十五个循环。',
    },
  });
  const panel = await service.panels.create({
    level: 'PUBLIC',
    pictures: [],
    fields: panelFields({ summary: '面向体检人群。第六位点的阈值取百分之四十二。' }),
  });
  await page.goto(new URL(`/showcase/panels/${panel.id}`, page.url()).href);

  await test.step('选择来源，看见照抄的文字', async () => {
    await page.getByRole('tab', { name: '来源与脱密' }).click();
    await expect(page.getByText('还没有来源。')).toBeVisible();
    await chooseSource();
    const sheet = page.getByRole('dialog', { name: '与“六位点甲基化试剂”对照' });
    await expect(sheet.getByText('有 1 处连续 12 字以上与原文相同')).toBeVisible();
    await expect(sheet.getByRole('listitem')).toHaveText('第六位点的阈值取百分之四十二');
    await expect(sheet.getByRole('button', { name: '留存对照' })).toBeDisabled();
    await page.keyboard.press('Escape');
  });

  await test.step('改写后再对照，留存', async () => {
    await page.getByRole('tab', { name: '文字' }).click();
    await page.getByLabel('成果简介').fill('面向体检人群，一次抽血即可。');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存').first()).toBeVisible();
    await page.getByRole('tab', { name: '来源与脱密' }).click();
    await chooseSource();
    const sheet = page.getByRole('dialog', { name: '与“六位点甲基化试剂”对照' });
    await expect(sheet.locator('del', { hasText: '阈值' })).toBeVisible();
    await expect(sheet.getByText('没有连续 12 字以上与原文相同的文字。')).toBeVisible();
    await passesAxe(page, 'comparison');
    await sheet.getByLabel('确切数值改为区间').check();
    await sheet.getByLabel('处理人').fill('何清越');
    await sheet.getByRole('button', { name: '留存对照' }).click();
    await expect(page.getByText('本版已对照')).toBeVisible();
    await passesAxe(page, 'sources');
  });

  await test.step('再改一个字，本版即未对照；留存的原文仍在', async () => {
    await page.getByRole('tab', { name: '文字' }).click();
    await page.getByLabel('一句话亮点').fill('一管血，早发现');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('tab', { name: '来源与脱密' }).click();
    await expect(page.getByText('本版尚未对照')).toBeVisible();
    await page.getByRole('button', { name: '查看对照' }).click();
    const kept = page.getByRole('dialog', { name: '与“六位点甲基化试剂”对照' });
    await expect(kept).toContainText('第六位点的阈值取百分之四十二，扩增三十五个循环。');
    await expect(kept).toContainText('第 2 版');
  });

  async function chooseSource(): Promise<void> {
    await page.getByRole('combobox', { name: '选择来源成果' }).click();
    await page.getByRole('option', { name: '六位点甲基化试剂' }).click();
  }
});
