import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { lookAtPdf } from '../documents/pdfText.ts';
import { passesAxe } from './axe.ts';
import { expect, test } from './door.ts';
import { goTo } from './frontPages.ts';
import { openVault } from './vaults.ts';

test('一次理事会：从议程到签发归档的 PDF，未完成的事项出现在下一次会议上', async ({ home: page }) => {
  test.slow();
  const { service } = await openVault(page);
  await test.step('准备：单位和人员', async () => {
    const unit = await service.members.create({
      level: 'PUBLIC',
      fields: { name: '沄江肿瘤医院', shortName: '', role: 'MEDICAL', note: '' },
    });
    for (const name of ['陈牧之', '苏晚晴', '罗佳禾']) {
      await service.people.create({
        level: 'INTERNAL',
        unitId: unit.id,
        fields: { ...EMPTY_PERSON_FIELDS, name, position: '' },
      });
    }
  });

  await test.step('空的会议页说明这里放什么，新建一次会议', async () => {
    await goTo(page, '会议');
    await expect(page.getByText('还没有会议')).toBeVisible();
    await page.getByRole('button', { name: '新建会议' }).first().click();
    const sheet = page.getByRole('dialog', { name: '新建会议' });
    await sheet.getByLabel('会议名称').fill('理事会2026年第一次会议');
    await sheet.getByLabel('期号').fill('2026-1');
    await sheet.getByLabel('日期').fill('2026年3月5日');
    await sheet.getByLabel('地点').fill('研究院305会议室');
    await passesAxe(page);
    await sheet.getByRole('button', { name: '建立' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '理事会2026年第一次会议' })).toBeVisible();
    await expect(page.getByText('〔2026〕1号')).toBeVisible();
  });

  await test.step('议程：议题、参会人员、主持和记录', async () => {
    const topics = page.getByRole('region', { name: '议题' });
    await topics.getByRole('textbox', { name: '议题', exact: true }).fill('审议年度预算');
    await topics.getByLabel('汇报人').fill('罗佳禾');
    await page.keyboard.press('Enter');
    await expect(topics.getByRole('listitem')).toContainText(['审议年度预算']);
    await topics.getByRole('textbox', { name: '议题', exact: true }).fill('听取项目进展');
    await page.keyboard.press('Enter');
    await expect(topics.getByRole('listitem')).toHaveCount(2);
    await topics.getByRole('button', { name: '上移：听取项目进展' }).click();
    await expect(topics.getByRole('listitem').first()).toContainText('听取项目进展');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(topics.getByRole('listitem').first()).toContainText('审议年度预算');

    const people = page.getByRole('region', { name: '参会人员' });
    for (const name of ['陈牧之', '苏晚晴', '罗佳禾']) {
      await people.getByRole('combobox', { name: '从人员中选择' }).fill(name);
      await page.getByRole('option', { name: new RegExp(name) }).click();
    }
    await page.keyboard.press('Escape');
    await people.getByRole('button', { name: '添加 3 人' }).click();
    await people.getByLabel('不在册的人员：姓名').fill('严望舒');
    await people.getByLabel('单位').fill('沄州市科技局');
    await people.getByRole('button', { name: '添加来宾' }).click();
    await expect(people.getByRole('row')).toHaveCount(5);
    await people.getByLabel('陈牧之：职责').selectOption('主持');
    await expect(page.getByRole('complementary', { name: '会议信息' })).toContainText('陈牧之');
    await people.getByLabel('苏晚晴：职责').selectOption('记录');
    await expect(people.getByText('出席 3，请假 0，列席 1')).toBeVisible();
    await passesAxe(page);
  });

  await test.step('讨论：小标题、粗体；离开再回来，未保存的还在', async () => {
    await page.getByRole('tab', { name: '讨论' }).click();
    const editor = page.getByRole('textbox', { name: '讨论要点' });
    await editor.click();
    await page.getByRole('button', { name: '粗体' }).click();
    await page.keyboard.type('原则同意');
    await page.getByRole('button', { name: '粗体' }).click();
    await page.keyboard.type('年度预算，并要求补充测算。');
    await expect(page.getByText('有未保存的内容')).toBeVisible();
    await page.getByRole('tab', { name: '表决' }).click();
    await page.getByRole('tab', { name: '讨论' }).click();
    await expect(editor).toContainText('原则同意年度预算');
    await passesAxe(page);
    await page.getByRole('button', { name: '保存讨论' }).click();
    await expect(page.getByText('有未保存的内容')).toBeHidden();
    const [{ id = '' } = {}] = await service.meetings.list({ text: '', type: null });
    expect((await service.meetings.get({ id })).discussion).toEqual([
      {
        kind: 'paragraph',
        line: [
          { text: '原则同意', bold: true },
          { text: '年度预算，并要求补充测算。', bold: false },
        ],
      },
    ]);
  });

  await test.step('议定事项和表决；表决数要相符', async () => {
    await page.getByRole('tab', { name: /议定事项/ }).click();
    const own = page.getByRole('region', { name: '本次会议的议定事项' });
    await own.getByLabel('内容').fill('补充预算测算表');
    await own.getByLabel('责任人/单位').fill('罗佳禾');
    await page.getByRole('option', { name: /罗佳禾/ }).click();
    await own.getByLabel('期限').fill('2026-04-10');
    await own.getByRole('button', { name: '添加议定事项' }).click();
    await expect(own.getByRole('listitem')).toContainText(['补充预算测算表']);
    await passesAxe(page);

    await page.getByRole('tab', { name: /表决/ }).click();
    const votes = page.getByRole('region', { name: '表决' });
    await votes.getByLabel('表决事项').fill('年度预算');
    await votes.getByLabel('赞成').fill('2');
    await expect(votes.getByText('合计 2', { exact: false }).or(votes.getByText('共 2 人'))).toBeVisible();
    await expect(votes.getByRole('button', { name: '添加表决' })).toBeDisabled();
    await votes.getByLabel('回避').fill('1');
    await votes.getByRole('button', { name: '添加表决' }).click();
    await expect(votes.getByRole('listitem')).toContainText(['年度预算']);
  });

  await test.step('签发：归档并取得档号，此后只读', async () => {
    await page.getByRole('button', { name: '签发…' }).click();
    const sheet = page.getByRole('dialog', { name: '签发纪要' });
    await expect(sheet.getByLabel('签发人')).toHaveValue('陈牧之');
    await expect(sheet.getByText(/保管期限永久/)).toBeVisible();
    await sheet.getByLabel('印发日期').fill('2026-03-01');
    await sheet.getByLabel('签发人').focus();
    await expect(sheet.getByText('印发日期早于会议日期。')).toBeVisible();
    await expect(sheet.getByRole('button', { name: '签发并归档' })).toBeDisabled();
    await sheet.getByLabel('印发日期').fill('2026-03-09');
    await sheet.getByLabel('签发人').focus();
    await expect(sheet.getByText('印发日期早于会议日期。')).toBeHidden();
    await passesAxe(page);
    await sheet.getByRole('button', { name: '签发并归档' }).click();
    await expect(page.getByText(/纪要已签发，档号 [A-Z]\d{3}-WS·\d{4}·Y-0001/)).toBeVisible();
    await expect(page.getByText(/签发，纪要不能修改/)).toBeVisible();
    await page.getByRole('tab', { name: '议程' }).click();
    await expect(page.getByRole('button', { name: '添加议题' })).toHaveCount(0);
    await page.getByRole('tab', { name: /签发版本/ }).click();
    await expect(page.getByText('与签发时一致')).toBeVisible();
    await passesAxe(page);
  });

  await test.step('导出 PDF，不带讨论', async () => {
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: '导出纪要' });
    await sheet.getByLabel('讨论要点').uncheck();
    const text = await savedPdf(page, sheet);
    expect(text).toContain('补充预算测算表');
    expect(text).toContain('签发：陈牧之');
    expect(text).toContain('列席：沄州市科技局严望舒');
    expect(text).not.toContain('原则同意');
    expect(text).not.toContain('草稿');
    await page.keyboard.press('Escape');
  });

  await test.step('档案里有这份纪要，PDF 和 Word 各一份', async () => {
    await page.getByRole('tab', { name: /签发版本/ }).click();
    await page.getByRole('link', { name: /-WS·/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /理事会2026年第一次会议纪要/ })).toBeVisible();
    await expect(page.getByRole('tab', { name: /文件/ })).toContainText('2');
  });

  await test.step('下一次会议提出未完成的事项，在那里办结', async () => {
    const next = await service.meetings.create({
      level: 'INTERNAL',
      projectId: null,
      likeId: null,
      fields: {
        name: '理事会2026年第二次会议',
        type: 'COUNCIL',
        issueYear: 2026,
        issueNo: 2,
        heldOn: null,
        startsAt: '',
        endsAt: '',
        place: '',
      },
    });
    await goTo(page, '会议');
    await page.getByRole('row', { name: /第二次会议/ }).click();
    await page.getByRole('tab', { name: /议定事项/ }).click();
    const carried = page.getByRole('region', { name: '以往会议未完成的事项' });
    await expect(carried).toContainText('补充预算测算表');
    await carried.getByRole('combobox').selectOption('已完成');
    await expect(carried).toBeHidden();
    expect((await service.meetings.get({ id: next.id })).carried).toEqual([]);
    expect(await service.meetings.openActions()).toEqual([]);
  });
});

/** Chooses PDF in the menu, takes the download, and reads it as pdf.js does. */
async function savedPdf(page: Page, sheet: Locator): Promise<string> {
  await sheet.getByRole('button', { name: '保存为' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /PDF/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('理事会2026年第一次会议纪要〔2026〕1号.pdf');
  return (await lookAtPdf(readFileSync(await download.path()))).texts.join('');
}
