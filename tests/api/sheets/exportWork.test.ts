import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offeredAnswer } from '#electron/documents/offer.ts';
import { readSheet } from '#electron/sheets/readSheet.ts';
import { EMPTY_MEETING_FIELDS } from '#shared/meetings/meeting.ts';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { makePanel as convene, makeOutcome } from '../../support/outcomes.ts';
import { makePanel, panelFields } from '../../support/panels.ts';
import { makeUnit } from '../../support/units.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

async function workbookOf(choice: ListChoice): Promise<Uint8Array> {
  const { address } = await app.client.sheets.exportList({ choice, language: 'zh-CN' });
  const { vault } = app.app;
  const answer = vault && offeredAnswer(vault, address);
  if (!answer) throw new Error('nothing was offered');
  return new Uint8Array(await answer.read(0, answer.size));
}

/** The rows below the header, by their columns' titles. */
async function listOf(choice: ListChoice): Promise<Record<string, string>[]> {
  const rows = (await readSheet(await workbookOf(choice))).tables[0]?.rows ?? [];
  const [, header = [], ...body] = rows;
  return body.map((row) => Object.fromEntries(header.map((title, index) => [title, row[index] ?? ''])));
}

async function holdMeeting(content: string) {
  const meeting = await app.client.meetings.create({
    level: 'TRADE_SECRET',
    fields: {
      ...EMPTY_MEETING_FIELDS,
      name: '理事会第三次会议',
      heldOn: '2026-05-06',
      issueYear: 2026,
      issueNo: 3,
    },
    projectId: null,
    likeId: null,
  });
  const open = {
    id: '',
    content,
    personId: null,
    unitId: null,
    owner: '罗佳禾',
    dueOn: '2026-06-01',
    state: 'OPEN' as const,
    closedOn: null,
    note: '',
  };
  await app.client.meetings.edit({
    id: meeting.id,
    version: meeting.version,
    changes: { resolutions: [open, { ...open, content: '已办的事', state: 'DONE', closedOn: '2026-05-10' }] },
  });
}

describe('the lists of the secretariat as workbooks', () => {
  it('hold cases by stage, narrowed as on the page', async () => {
    for (const [name, uscc] of [
      ['砚湖生物技术有限公司', '91350100M000100Y43'],
      ['沄江医院', ''],
    ] as const) {
      const unit = await makeUnit(app, { name, uscc });
      await app.client.screening.create({
        level: 'INTERNAL',
        unitId: unit.id,
        fields: { preset: 'SHORT', charter: '章程 2026 版', category: 'REGULAR', intended: '', note: '' },
      });
    }
    const all = await listOf({ list: 'SCREENING', text: '' });
    expect(all.map((row) => row.申请单位).sort()).toEqual(['沄江医院', '砚湖生物技术有限公司']);
    expect(all[0]).toMatchObject({ 阶段: '草稿', 程序: '简易程序', 密级: '内部' });
    expect(await listOf({ list: 'SCREENING', text: '沄江' })).toHaveLength(1);
  });

  it('hold meetings, and of their resolutions those that are open, each at the level of its meeting', async () => {
    await holdMeeting('=HYPERLINK("http://example.org")');
    expect(await listOf({ list: 'MEETINGS', text: '' })).toMatchObject([
      { 会议名称: '理事会第三次会议', 期号: '〔2026〕3号', 议定事项: '2', 未结: '1', 密级: '普通商密' },
    ]);
    const actions = await listOf({ list: 'ACTIONS' });
    expect(actions).toMatchObject([
      {
        内容: '=HYPERLINK("http://example.org")',
        '责任人/单位': '罗佳禾',
        期限: '2026-06-01',
        密级: '普通商密',
      },
    ]);
    expect(actions[0]?.密级标志).toContain('普通商密▲5年');
  });

  it('hold outcomes by status, and their panels', async () => {
    const outcome = await makeOutcome(app.client);
    await convene(app.client, outcome.id, 5);
    expect(await listOf({ list: 'OUTCOMES', text: '', status: null })).toMatchObject([
      { 名称: '胃癌早筛甲基化检测试剂', 体现形式: '诊断试剂', 转化状态: '尚未转化', 成熟度: '' },
    ]);
    expect(await listOf({ list: 'OUTCOMES', text: '', status: 'TRANSFORMED' })).toEqual([]);
    expect(await listOf({ list: 'MATURITY', text: '' })).toMatchObject([
      { 成果: '胃癌早筛甲基化检测试剂', 专家: '5', 评价日期: '2026-05-12', 结论: '' },
    ]);
  });

  it('hold panels and visits', async () => {
    await makePanel(app.client, panelFields({ title: '甲基化检测试剂盒' }));
    expect(await listOf({ list: 'PANELS', text: '' })).toMatchObject([
      { 名称: '甲基化检测试剂盒', 审查状态: '草稿', 密级: '公开', 密级标志: '' },
    ]);
    await app.client.visits.create({
      level: 'INTERNAL',
      fields: {
        visitor: '沄江医院代表团',
        visitedOn: '2026-11-01',
        people: 12,
        purpose: '参观',
        host: '罗佳禾',
        noticeSigned: true,
        notice: null,
        note: '',
      },
      unitId: null,
      exhibitionId: null,
      panelIds: [],
    });
    expect(await listOf({ list: 'VISITS', text: '代表团' })).toMatchObject([
      { 来访单位: '沄江医院代表团', 日期: '2026-11-01', 人数: '12', 保密告知书: '已签' },
    ]);
  });
});

const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

it.skipIf(SOFFICE === undefined)(
  'are read by LibreOffice, formulas as text (skipped: soffice is not installed)',
  async () => {
    await holdMeeting('=1+1');
    const folder = mkdtempSync(join(tmpdir(), 'mengbu-list-'));
    writeFileSync(join(folder, 'list.xlsx'), await workbookOf({ list: 'ACTIONS' }));
    execFileSync(
      SOFFICE ?? '',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'csv',
        '--outdir',
        folder,
        join(folder, 'list.xlsx'),
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    const { tables } = await readSheet(new Uint8Array(readFileSync(join(folder, 'list.csv'))));
    expect(tables[0]?.rows.flat()).toContain('=1+1');
    rmSync(folder, { recursive: true, force: true });
  },
  150_000,
);
