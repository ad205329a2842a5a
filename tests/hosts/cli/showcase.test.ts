import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mengbu } from '../../support/mengbu.ts';
import { openTestVault, PASSPHRASE } from '../../support/openTestApp.ts';
import { filePhoto, makePanel, panelFields, publish } from '../../support/panels.ts';

/** `mengbu showcase export` on a vault with one exhibition that is ready and one that is not. */
const folder = mkdtempSync(join(tmpdir(), 'mengbu-cli-showcase-'));
const word = join(folder, 'passphrase');
const outsiders = join(folder, 'other-passphrase');
let vault = '';
let close = async () => {};

beforeAll(async () => {
  const app = await openTestVault();
  vault = join(app.folder, 'vault');
  writeFileSync(word, PASSPHRASE);
  writeFileSync(outsiders, 'a passphrase of another');
  const ready = await makePanel(app.client, panelFields(), [await filePhoto(app, '现场照片')]);
  await publish(app.client, ready.id, '2099-06-30');
  const draft = await makePanel(app.client, { ...panelFields(), codeText: '' }, []);
  for (const [title, panelId] of [
    ['秋季成果展', ready.id],
    ['待审的展览', draft.id],
  ] as const)
    await app.client.exhibitions.create({
      level: 'PUBLIC',
      fields: { ...FIELDS, title },
      unitId: null,
      columns: [{ id: null, kind: 'OUTCOMES', title: '转化成果', titleEn: 'Outcomes', panelIds: [panelId] }],
    });
  await app.client.vault.addUser({
    name: '王五',
    clearance: 'register',
    passphrase: 'a passphrase of another',
  });
  await app.app.close();
  close = app.close;
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const FIELDS = {
  titleEn: '',
  theme: '从实验室到病床',
  themeEn: '',
  area: 'A 展厅',
  startsOn: null,
  endsOn: null,
  audience: 'PUBLIC',
  idleSeconds: 60,
} as const;

function run(exhibition: string, out: string, options: string[] = [], user = '总协调人', passphrase = word) {
  const unlock = ['--vault', vault, '--user', user, '--passphrase-file', passphrase];
  return mengbu(join(folder, 'home'), [
    ...options,
    'showcase',
    'export',
    exhibition,
    ...unlock,
    '--out',
    join(folder, out),
  ]);
}

test('a pack is written, named, and its sums hold', async () => {
  const { code, out, err } = await run('秋季成果展', 'stick');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [made = '', sum, expires] = out.trim().split('  ');
  expect(expires).toBe('2099-06-30');
  expect(readdirSync(join(folder, 'stick')).map((name) => join(folder, 'stick', name))).toEqual([made]);
  const sums = readFileSync(join(made, 'sha256sums.txt'));
  expect(createHash('sha256').update(sums).digest('hex')).toBe(sum);
  expect(existsSync(join(made, 'index.html'))).toBe(true);
});

test('what is not ready is refused in a sentence that names the panel, and nothing is written', async () => {
  const refused = await run('待审的展览', 'not-ready');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain(panelFields().zh.title);
  expect(readdirSync(join(folder, 'not-ready'))).toEqual([]);
  const asJson = await run('待审的展览', 'not-ready', ['--json']);
  expect(JSON.parse(asJson.err)).toMatchObject({ error: { problems: [{ rule: 'PANEL_NOT_PUBLISHED' }] } });
});

test('who cannot open every tier gets no pack: what is above cannot be searched for leaks', async () => {
  const refused = await run('秋季成果展', 'lower', [], '王五', outsiders);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(readdirSync(join(folder, 'lower'))).toEqual([]);
});

test('an exhibition that is not there is wrong usage', async () => {
  expect(await run('春季成果展', 'none')).toMatchObject({ code: 2, out: '' });
});
