import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { passesAxe } from './axe.ts';
import { expect, OUT, test } from './door.ts';
import { goTo } from './frontPages.ts';
import type { ServiceClient } from './service.ts';
import { addRecord, openVault } from './vaults.ts';

const EXPERTS = ['江若谷', '裴云舟', '温如许', '方既明', '唐叙白'] as const;

/** Scores in the order of Table 1; their totals are 84, 81.5, 78, 96 and 60. */
const SCORES: readonly (readonly string[])[] = [
  ['13', '12.5', '8.5', '8.5', '12', '12.5', '4.5', '4', '4', '4.5'],
  ['12', '12', '8', '8.5', '12', '12', '4', '4.5', '4', '4.5'],
  ['11.5', '11.5', '8', '8', '11', '11.5', '4', '4', '4', '4.5'],
  ['14.5', '14.5', '9.5', '9.5', '14', '14.5', '5', '4.5', '5', '5'],
  ['9', '9', '6', '6', '9', '9', '3', '3', '3', '3'],
];
const NAMES = [
  ...['创新性', '先进性', '成熟度', '知识产权', '经济和社会效益'],
  ...['市场实现', '外部资源', '技术风险', '市场风险', '政策风险'],
];

test('一项成果从登记、份额、专利和转化过程，到五位专家评出成熟度', async ({ home: page, door }) => {
  const { service } = await openVault(page);
  await addPeople(service);
  await addRecord(service, '多中心验证报告', 'INTERNAL', { docDate: '2025-10-11' });
  await addRecord(service, '双抗载荷配方', 'TRADE_SECRET', { docDate: '2025-10-12' });

  await test.step('空页面说明这里放什么，从那里新建', async () => {
    await goTo(page, '成果');
    await expect(page.getByText('还没有成果')).toBeVisible();
    await passesAxe(page);
    await page.getByRole('main').getByRole('button', { name: '新建成果' }).first().click();
    const sheet = page.getByRole('dialog', { name: '新建成果' });
    await sheet.getByRole('textbox', { name: '名称' }).fill('胃癌早筛甲基化标志物检测试剂');
    await sheet.getByRole('combobox', { name: '技术领域', exact: true }).fill('早诊早筛');
    await sheet.getByRole('textbox', { name: '癌种' }).fill('胃癌');
    await sheet.getByRole('button', { name: '建立' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /胃癌早筛/ })).toBeVisible();
    await expect(page.getByText('尚未转化').first()).toBeVisible();
  });

  await test.step('完成人的份额合计须为 100%', async () => {
    await page.getByRole('button', { name: '修改份额…' }).click();
    const sheet = page.getByRole('dialog', { name: '完成人与份额' });
    await pick(sheet.getByRole('combobox', { name: '添加单位' }), '沄州砚湖生物技术有限公司');
    await pick(sheet.getByRole('combobox', { name: '添加人员' }), /^周砚秋/);
    await sheet.getByRole('textbox', { name: '沄州砚湖生物技术有限公司的份额' }).fill('66.67');
    await sheet.getByRole('textbox', { name: '周砚秋的份额' }).fill('33.3');
    await expect(sheet.getByText('合计 99.97%')).toBeVisible();
    await expect(sheet.getByRole('button', { name: '保存' })).toBeDisabled();
    await sheet.getByRole('textbox', { name: '周砚秋的份额' }).fill('33.33');
    await sheet.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('row', { name: /周砚秋.*33\.33%/ })).toBeVisible();
  });

  await test.step('专利号的校验位不符时提醒，但不拒绝', async () => {
    await page.getByRole('button', { name: '添加知识产权' }).click();
    const sheet = page.getByRole('dialog', { name: '知识产权' });
    await sheet.getByRole('textbox', { name: '名称' }).fill('一种甲基化检测引物组合');
    await sheet.getByRole('textbox', { name: '号码' }).fill('ZL202011472880.5');
    await expect(sheet.getByText('校验位不符，请与证书核对')).toBeVisible();
    await sheet.getByRole('textbox', { name: '号码' }).fill('ZL202011472880.4');
    await expect(sheet.getByText('校验位不符，请与证书核对')).toBeHidden();
    await sheet.getByRole('textbox', { name: '申请日' }).fill('2020-12-14');
    await sheet.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('保护期至 2040-12-14')).toBeVisible();
  });

  await test.step('转化过程推定状态：许可合同加首次收入为已成功转化', async () => {
    await addEvent(page, '许可合同', '2025-06-01', '许可砚湖生物实施');
    await expect(page.getByText('正在转化').first()).toBeVisible();
    await addEvent(page, '取得收入', '2025-11-20', '首笔许可费到账');
    await expect(page.getByText('按登记的内容推定：已成功转化')).toBeVisible();
    await expect(page.getByText('首次收入：首笔许可费到账，2025-11-20')).toBeVisible();
    await passesAxe(page);
  });

  await test.step('召集五位专家；完成人应当回避', async () => {
    await page.getByRole('button', { name: '召集专家组' }).click();
    const sheet = page.getByRole('dialog', { name: '召集专家组' });
    const experts = sheet.getByRole('combobox', { name: '专家' });
    for (const name of [...EXPERTS, '周砚秋']) await pick(experts, new RegExp(`^${name}`));
    await expect(sheet.getByText('专家人数为双数')).toBeVisible();
    await sheet.getByRole('button', { name: '召集' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /成果成熟度评价/ })).toBeVisible();
    const row = page.getByRole('row', { name: /周砚秋/ });
    await expect(row.getByText('登记显示：成果完成人')).toBeVisible();
    await row.getByRole('button', { name: '回避声明…' }).click();
    const declaration = page.getByRole('dialog', { name: '周砚秋的回避声明' });
    await declaration.getByRole('radio', { name: '声明没有上述情形' }).check();
    await declaration.getByRole('button', { name: '记录声明' }).click();
    await expect(declaration.getByText('登记显示这位专家是成果完成人，应当回避。')).toBeVisible();
    await declaration.getByRole('radio', { name: '存在应当回避的情形' }).check();
    await declaration.getByRole('button', { name: '记录声明' }).click();
    await expect(row.getByText('已回避')).toBeVisible();
    await expect(page.getByText('专家人数为双数')).toBeHidden();
  });

  for (const [index, name] of EXPERTS.slice(0, 4).entries()) {
    await test.step(`${name}声明、评分、锁定`, () => score(page, name, SCORES[index] ?? [], index === 0));
  }

  await test.step('唐叙白用阅读器填写：资料包发出，断网填写，回函收录；再收一次没有新内容', async () => {
    const answer = await answerByReader(page, door.home, '唐叙白', SCORES[4] ?? []);
    await takeAnswer(page, answer, '这是', '收录并锁定');
    const row = page.getByRole('row', { name: /唐叙白/ });
    await expect(row).toContainText('60 分');
    await expect(row).toContainText('已回函');
    await expect(row).toContainText('无需回避');
    await page.getByRole('button', { name: '收录回函…' }).click();
    const sheet = page.getByRole('dialog', { name: '收录评分回函' });
    await sheet.locator('input[type=file]').setInputFiles(answer);
    await expect(sheet.getByText('这份回函已经收录，没有新内容。')).toBeVisible();
    await expect(sheet.getByRole('button', { name: '收录并锁定' })).toBeDisabled();
    await sheet.getByRole('button', { name: '取消' }).click();
  });

  await test.step('去掉最高和最低，三份平均 81.17 分，具备成熟度', async () => {
    await page.getByRole('button', { name: '得出结论' }).click();
    const sheet = page.getByRole('dialog', { name: '得出结论' });
    await sheet.getByRole('button', { name: '得出结论' }).click();
    const result = page.getByRole('region', { name: '结论' });
    await expect(result.getByText('81.17')).toBeVisible();
    await expect(result.getByText('具备成熟度')).toBeVisible();
    await expect(result.getByRole('img', { name: /成熟度雷达图/ })).toBeVisible();
    await passesAxe(page);
  });

  await test.step('事后回避：重新计算，两个结论都保留', async () => {
    await page.getByRole('button', { name: '更多：江若谷' }).click();
    await page.getByRole('menuitem', { name: '事后回避…' }).click();
    const sheet = page.getByRole('dialog', { name: '江若谷应当回避' });
    await sheet.getByRole('textbox', { name: '情况说明' }).fill('近三年与完成单位有合作');
    await sheet.getByRole('button', { name: '排除并重新计算' }).click();
    const result = page.getByRole('region', { name: '结论' });
    // (81.5 + 78 + 96 + 60) / 4 = 78.875 → 78.88.
    await expect(result.getByText('78.88')).toBeVisible();
    await expect(result.getByText('原结论：81.17')).toBeVisible();
  });

  await test.step('报告存为 PDF；成果页和列表上看得到结论', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page.getByRole('button', { name: '评价报告' }).click();
        await page.getByRole('menuitem', { name: /PDF/ }).click();
      })(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^成熟度评价报告 .*\.pdf$/);
    await goTo(page, '成果');
    const row = page.getByRole('row', { name: /胃癌早筛/ });
    await expect(row).toContainText('78.88');
    await expect(row).toContainText('已成功转化');
    await passesAxe(page);
  });
});

async function score(page: Page, name: string, scores: readonly string[], isFirst: boolean): Promise<void> {
  const row = page.getByRole('row', { name: new RegExp(name) });
  await row.getByRole('button', { name: '回避声明…' }).click();
  const declaration = page.getByRole('dialog', { name: `${name}的回避声明` });
  await declaration.getByRole('radio', { name: '声明没有上述情形' }).check();
  await declaration.getByRole('button', { name: '记录声明' }).click();
  await row.getByRole('button', { name: '填写评分' }).click();
  await expect(page.getByText(/风险指标按抗风险能力/)).toBeVisible();
  await expect(
    page.getByRole('article').or(page.getByRole('main')).getByText('普通商密').first(),
  ).toBeVisible();
  if (isFirst) await passesAxe(page);
  for (const [index, indicator] of NAMES.entries())
    await page.getByRole('textbox', { name: `${indicator}评分`, exact: true }).fill(scores[index] ?? '');
  const lock = page.getByRole('button', { name: '提交并锁定' });
  await expect(lock).toBeDisabled();
  await page
    .getByRole('textbox', { name: '评价意见' })
    .fill('技术路线清楚，验证数据完整，建议补充多中心数据。');
  await lock.click();
  await page.getByRole('dialog', { name: '提交评分表' }).getByRole('button', { name: '提交并锁定' }).click();
  await expect(page.getByText('已锁定').first()).toBeVisible();
  await page.getByRole('link', { name: /^成果成熟度评价/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /成果成熟度评价/ })).toBeVisible();
}

/** The bundle as it reaches the expert, opened from the disk without a network; gives the path of the answer file. */
async function answerByReader(
  page: Page,
  home: string,
  name: string,
  scores: readonly string[],
): Promise<string> {
  await page.getByRole('button', { name: `更多：${name}` }).click();
  await page.getByRole('menuitem', { name: '发出评分资料…' }).click();
  const sheet = page.getByRole('dialog', { name: `向${name}发出评分资料` });
  await sheet.getByRole('combobox', { name: '评分依据的档案' }).click();
  await expect(page.getByRole('option', { name: /双抗载荷配方/ })).toHaveCount(0);
  await page.getByRole('option', { name: /多中心验证报告/ }).click();
  await page.keyboard.press('Escape');
  const passphrase = await sheet.getByRole('textbox', { name: '口令' }).inputValue();
  expect(passphrase).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){4}$/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: '制作并保存' }).click(),
  ]);
  const bundle = join(home, 'Documents', 'sheet.mengbu');
  await download.saveAs(bundle);
  await expect(sheet.getByText(`给${name}的第 1 份已制作，含 1 件档案。`)).toBeVisible();
  await sheet.getByRole('button', { name: '完成' }).click();

  const context = await page.context().browser()?.newContext({ offline: true });
  if (!context) throw new Error('no browser');
  const reader = await context.newPage();
  await reader.goto(pathToFileURL(join(OUT, 'renderer/reader.html')).href);
  await reader.locator('#file').setInputFiles(bundle);
  await reader.getByLabel('口令', { exact: true }).fill(passphrase);
  await reader.keyboard.press('Enter');
  await expect(reader.getByRole('region', { name: '核验结论' })).toContainText('内容完整');
  const form = reader.getByRole('region', { name: '评分表' });
  await expect(form).toContainText('胃癌早筛甲基化标志物检测试剂');
  await expect(form).toContainText('风险指标按抗风险能力');
  await form.getByRole('button', { name: '生成回函文件' }).click();
  await expect(form.getByRole('alert')).toContainText('创新性：还没有评分。');
  await form.getByRole('textbox', { name: '创新性', exact: true }).fill('15.5');
  await form.getByRole('button', { name: '生成回函文件' }).click();
  await expect(form.getByRole('alert')).toContainText('创新性：超过此项满分 15 分。');
  for (const [index, indicator] of NAMES.entries())
    await form.getByRole('textbox', { name: indicator, exact: true }).fill(scores[index] ?? '');
  await form.getByRole('textbox', { name: '评价意见' }).fill('样本量偏小，建议扩大验证。');
  await form.getByRole('checkbox').check();
  await expect(form.getByText('总分 60 / 100')).toBeVisible();
  await passesAxe(reader);
  const [made] = await Promise.all([
    reader.waitForEvent('download'),
    form.getByRole('button', { name: '生成回函文件' }).click(),
  ]);
  expect(made.suggestedFilename()).toMatch(/^回函-1-.*\.mengbu-answer$/);
  const answer = join(home, 'Documents', 'answer.mengbu-answer');
  await made.saveAs(answer);
  await context.close();
  return answer;
}

async function takeAnswer(page: Page, answer: string, says: string, verb: string): Promise<void> {
  await page.getByRole('button', { name: '收录回函…' }).click();
  const sheet = page.getByRole('dialog', { name: '收录评分回函' });
  await sheet.locator('input[type=file]').setInputFiles(answer);
  await expect(sheet.getByText(says)).toBeVisible();
  await passesAxe(page);
  await sheet.getByRole('button', { name: verb }).click();
  await expect(sheet).toBeHidden();
}

async function addEvent(page: Page, kind: string, day: string, text: string): Promise<void> {
  await page.getByRole('button', { name: '添加事项' }).click();
  const sheet = page.getByRole('dialog', { name: '转化事项' });
  await pick(sheet.getByRole('combobox', { name: '途径' }), '商业化');
  await pick(sheet.getByRole('combobox', { name: '事项' }), kind);
  await sheet.getByRole('textbox', { name: '日期' }).fill(day);
  await sheet.getByRole('textbox', { name: '内容' }).fill(text);
  await sheet.getByRole('button', { name: '保存' }).click();
  await expect(sheet).toBeHidden();
}

async function pick(field: Locator, name: string | RegExp): Promise<void> {
  await field.click();
  await field
    .page()
    .getByRole('option', { name, exact: typeof name === 'string' })
    .click();
}

async function addPeople(service: ServiceClient): Promise<void> {
  const unit = await service.members.create({
    level: 'PUBLIC',
    fields: { name: '沄州砚湖生物技术有限公司', shortName: '砚湖生物', role: 'INDUSTRY', note: '' },
  });
  for (const name of [...EXPERTS, '周砚秋']) {
    await service.people.create({
      level: 'INTERNAL',
      unitId: name === '周砚秋' ? unit.id : null,
      fields: { ...EMPTY_PERSON_FIELDS, name, position: '研究员' },
    });
  }
}
