import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#shared/errors.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import type { MadePack } from '#shared/showcase/exportContract.ts';
import { fileEvidence } from '../../support/evidence.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { filePhoto, makePanel, panelFields, publish } from '../../support/panels.ts';
import { ARCHIVABLE, makeRecord } from '../../support/records.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

const FIELDS = {
  title: '秋季成果展',
  titleEn: 'Autumn exhibition',
  theme: '从实验室到病床',
  themeEn: '',
  area: 'A 展厅',
  startsOn: null,
  endsOn: null,
  audience: 'PUBLIC' as const,
  idleSeconds: 60,
};

async function makeExhibition(panelIds: string[], title = FIELDS.title) {
  return app.client.exhibitions.create({
    level: 'PUBLIC',
    fields: { ...FIELDS, title },
    unitId: null,
    columns: [{ id: null, kind: 'OUTCOMES', title: '转化成果', titleEn: 'Outcomes', panelIds }],
  });
}

async function exportOf(id: string, expiresOn: string | null = null): Promise<MadePack> {
  const { jobId } = await app.client.exhibitions.export({ id, place: app.place(app.folder), expiresOn });
  return app.client.exhibitions.wait({ jobId });
}

/** What an export was refused with, and what it left in the folder. */
async function refusalOf(id: string): Promise<{ problems: Problem[]; left: string[] }> {
  const problems = await exportOf(id).then(
    () => [],
    (error: { data?: { problems?: Problem[] } }) => error.data?.problems ?? [{ rule: String(error) }],
  );
  return { problems, left: readdirSync(app.folder).filter((name) => name.includes('ZP')) };
}

describe('a pack', () => {
  test('is a folder that holds its page, its pictures without metadata, catalogue, report and sums', async () => {
    const photo = await filePhoto(app, '现场照片');
    const panel = await makePanel(app.client, panelFields(), [photo]);
    await publish(app.client, panel.id, '2099-06-30');
    const { id } = await makeExhibition([panel.id]);
    const { pack, report, folderName } = await exportOf(id);
    const folder = join(app.folder, folderName);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
      'catalogue.pdf',
      'index.html',
      'media',
      join('media', '001-1.jpg'),
      join('media', '001-1s.jpg'),
      'report.html',
      'sha256sums.txt',
    ]);
    const picture = await sharp(join(folder, 'media/001-1.jpg')).metadata();
    expect(picture.exif ?? picture.xmp ?? picture.iptc).toBeUndefined();
    expect(readFileSync(join(folder, 'media/001-1.jpg')).includes('secret artist')).toBe(false);
    expect(pack).toMatchObject({
      panels: 1,
      media: 1,
      files: 6,
      expiresOn: '2099-06-30',
      madeBy: '总协调人',
    });
    expect(report).toMatchObject({ findings: [], files: 4 });
    const sums = readFileSync(join(folder, 'sha256sums.txt'), 'utf8');
    expect(createHash('sha256').update(sums).digest('hex')).toBe(pack.manifestSha256);
    for (const line of sums.trim().split('\n')) {
      const [sum, name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ).toBe(sum);
    }
    const again = await exportOf(id);
    expect(again.pack.serial).not.toBe(pack.serial);
    expect((await app.client.exhibitions.get({ id })).packs.map(({ serial }) => serial)).toEqual([
      again.pack.serial,
      pack.serial,
    ]);
    rmSync(folder, { recursive: true });
  }, 60_000);

  test('is not made while a panel is not published, expired, or its approval void', async () => {
    const panel = await makePanel(app.client);
    const { id } = await makeExhibition([panel.id]);
    expect((await refusalOf(id)).problems).toMatchObject([{ rule: 'PANEL_NOT_PUBLISHED' }]);
    const published = await publish(app.client, panel.id);
    expect((await app.client.exhibitions.check({ id })).problems).toEqual([]);
    await expect(exportOf(id, '2100-01-01')).rejects.toMatchObject({ code: 'INVALID' });
    await app.client.panels.edit({
      id: panel.id,
      version: published.version,
      fields: panelFields({ highlight: '另一句' }),
      pictures: [],
    });
    expect((await refusalOf(id)).problems).toMatchObject([{ rule: 'PANEL_NOT_PUBLISHED' }]);
  });

  test('needs every tier open', async () => {
    const panel = await makePanel(app.client);
    await publish(app.client, panel.id);
    const { id } = await makeExhibition([panel.id]);
    const { id: userId } = await app.client.vault.addUser({
      name: '展示员',
      clearance: 'register',
      passphrase: PASSPHRASE,
    });
    const again = await app.restart();
    again.app.chosen = join(app.folder, 'vault');
    await again.client.vault.unlock({ userId, passphrase: PASSPHRASE });
    await expect(
      again.client.exhibitions.export({ id, place: again.place(app.folder), expiresOn: null }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED', data: { problems: [{ rule: 'EVERY_TIER_NEEDED' }] } });
    app = again;
  });
});

const SECRET = '细胞活率在灌流速度每分钟三毫升时最高';

describe('the leak test stops an export and leaves nothing behind', () => {
  const published = async (zh: Parameters<typeof panelFields>[0]) => {
    const panel = await makePanel(app.client, panelFields(zh));
    await publish(app.client, panel.id);
    return makeExhibition([panel.id]);
  };

  test('on a sentence of a higher tier, however it is spaced', async () => {
    await makeRecord(app.client, '灌流参数', 'CORE_TRADE_SECRET', { description: `结论：${SECRET}。` });
    const { id } = await published({ summary: '细胞活率在灌流速度，每分钟 三毫升时最高，值得推广。' });
    expect(await refusalOf(id)).toMatchObject({
      problems: [
        {
          rule: 'LEAK_TEXT',
          params: { text: SECRET, title: '灌流参数', level: 'CORE_TRADE_SECRET', panel: 1 },
        },
      ],
      left: [],
    });
    expect((await app.client.exhibitions.get({ id })).packs).toEqual([]);
  });

  test('on a sentence inside a file, and not once it stands in a public record too', async () => {
    await fileEvidence(app, '内部试验小结', 'INTERNAL', `第一页\n\n${SECRET}\n`);
    const { id } = await published({ summary: `${SECRET}。` });
    expect((await refusalOf(id)).problems).toMatchObject([
      { rule: 'LEAK_TEXT', params: { level: 'INTERNAL' } },
    ]);
    await makeRecord(app.client, '公开报道', 'PUBLIC', { description: `据报道，${SECRET}。` });
    expect(await refusalOf(id)).toMatchObject({ problems: [] });
  });

  test('on a name, a person and a mobile number', async () => {
    await makeRecord(app.client, '七号剂型处方', 'TRADE_SECRET');
    await app.client.people.create({
      level: 'INTERNAL',
      unitId: null,
      fields: { ...EMPTY_PERSON_FIELDS, name: '欧阳若水', position: '', phone: '', email: '', note: '' },
    });
    const { id } = await published({ summary: '采用七号剂型处方，欧阳若水主持，电话 13800138000。' });
    const rules = (await refusalOf(id)).problems.map(({ rule, params }) => [
      rule,
      params?.what ?? params?.name,
    ]);
    expect(rules).toEqual(
      expect.arrayContaining([
        ['LEAK_NAME', '七号剂型处方'],
        ['LEAK_PERSON', '欧阳若水'],
        ['LEAK_PERSONAL', '138****8000'],
      ]),
    );
  });

  test('on a sentence that only a panel without review repeats, and on a name that is spaced out', async () => {
    await makeRecord(app.client, '灌流参数', 'TRADE_SECRET', { description: SECRET });
    await makePanel(app.client, panelFields({ title: '没有审查的展板', summary: SECRET }));
    await app.client.people.create({
      level: 'INTERNAL',
      unitId: null,
      fields: { ...EMPTY_PERSON_FIELDS, name: '欧阳若水' },
    });
    const { id } = await published({ summary: `${SECRET}。欧阳 若水` });
    expect((await refusalOf(id)).problems).toMatchObject([{ rule: 'LEAK_TEXT' }, { rule: 'LEAK_PERSON' }]);
  });

  test('on a 档号 above 公开, a number of identity and an address that is nobody’s office', async () => {
    const record = await makeRecord(app.client, '内部卷宗', 'INTERNAL', ARCHIVABLE);
    await app.client.records.archive({ ids: [record.id] });
    const { refCode } = await app.client.records.get({ id: record.id });
    if (!refCode) throw new Error('the record has no code');
    const { id } = await published({
      summary: `参见 ${refCode}；联系人 11010519491231002X，zhang@example.org。`,
      contact: '成果转化办公室 office@example.org',
    });
    const { problems, left } = await refusalOf(id);
    // The code is a run of the record's text as well.
    expect(problems.map(({ rule, params }) => [rule, params?.code ?? params?.what])).toEqual([
      ['LEAK_TEXT', undefined],
      ['LEAK_REF_CODE', refCode],
      ['LEAK_PERSONAL', '110***2X'],
      ['LEAK_PERSONAL', 'z***@example.org'],
    ]);
    expect(left).toEqual([]);
  });

  test('lets codes of closed lists pass, which no person wrote', async () => {
    await makeRecord(app.client, '注册专题', 'INTERNAL', { description: 'REGISTRATION' });
    const panel = await makePanel(
      app.client,
      panelFields({}, { needs: ['REGISTRATION'], en: { ...panelFields().en, summary: 'Registration open' } }),
    );
    await publish(app.client, panel.id);
    const { id } = await makeExhibition([panel.id]);
    expect(await refusalOf(id)).toMatchObject({ problems: [] });
  });

  test('lets the names of unit and project on the panel, and eleven characters, pass', async () => {
    await app.client.members.create({
      level: 'INTERNAL',
      fields: { name: '东海肿瘤精准医学转化研究院', shortName: '', role: 'RESEARCH', note: '' },
    });
    await makeRecord(app.client, '会议记录', 'INTERNAL', {
      description: '东海肿瘤精准医学转化研究院报告：一二三四五六七八九十甲。',
    });
    const { id } = await published({
      unitName: '东海肿瘤精准医学转化研究院',
      summary: '由东海肿瘤精准医学转化研究院完成。一二三四五六七八九十甲，已推广。',
    });
    expect(await refusalOf(id)).toMatchObject({ problems: [] });
  });
});
