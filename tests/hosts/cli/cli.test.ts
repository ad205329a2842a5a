import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLI, type Ended, mengbu as run } from '../../support/mengbu.ts';

/** The terminal door as a script would use it: arguments in, output and exit code out. */
const folder = mkdtempSync(join(tmpdir(), 'mengbu-cli-'));
const vault = join(folder, 'vault');

function mengbu(args: string[], input = '', env: Record<string, string> = {}): Promise<Ended> {
  return run(join(folder, 'home'), args, input, env);
}
const unlock = ['--vault', vault, '--user', '张三', '--passphrase-file', join(folder, 'passphrase')];

beforeAll(async () => {
  writeFileSync(join(folder, 'passphrase'), 'correct horse battery staple\n');
  writeFileSync(join(folder, 'wrong'), 'wrong horse battery staple\n');
  const create = [
    'vault',
    'create',
    vault,
    '--name',
    '测试联合体',
    '--user',
    '张三',
    '--passphrase-file',
    join(folder, 'passphrase'),
  ];
  const made = await mengbu([...create, '--recovery-out', join(folder, 'recovery')]);
  expect(made).toMatchObject({ code: 0, out: `${vault}\n` });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a vault', () => {
  test('has its recovery identity where it was asked for, readable by age', () => {
    expect(readFileSync(join(folder, 'recovery'), 'utf8')).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]+\n$/);
  });

  test('is not made over another', async () => {
    const again = [
      '--json',
      'vault',
      'create',
      vault,
      '--name',
      '甲',
      '--user',
      '乙',
      '--passphrase-file',
      join(folder, 'passphrase'),
    ];
    const { code, err } = await mengbu(again);
    expect(code).toBe(1);
    expect(JSON.parse(err)).toMatchObject({
      error: { code: 'INVALID', problems: [{ rule: 'FOLDER_HAS_VAULT' }] },
    });
  });

  test('is checked, and the check says what it saw', async () => {
    const { code, out } = await mengbu(['--json', 'vault', 'check', ...unlock]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ findings: [], notOpened: [], hasRecovery: true });
  });

  test('a changed byte makes the check fail, and it names the tier', async () => {
    const copy = join(folder, 'damaged');
    cpSync(vault, copy, { recursive: true });
    const file = join(copy, 'secret.db');
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const { code, out, err } = await mengbu(['--json', 'vault', 'check', copy, ...unlock.slice(2)]);
    expect(code).toBe(1);
    expect(out + err).toContain('secret');
  });
});

describe('usage', () => {
  test.each([
    ['an unknown command', ['frobnicate']],
    ['no vault', ['search', 'x']],
    [
      'no such user',
      ['search', 'x', '--vault', vault, '--user', '李四', '--passphrase-file', join(folder, 'passphrase')],
    ],
    ['a level that is none', ['records', 'add', CLI, '--level', 'SECRET', ...unlock]],
    ['a procedure that is none', ['call', 'records.explode', '{}', ...unlock]],
  ])('%s is wrong usage: exit 2', async (_, args) => {
    expect((await mengbu(args)).code).toBe(2);
  });

  test('every command has help', async () => {
    for (const command of [['vault', 'create'], ['records', 'add'], ['bundle', 'verify'], ['call']]) {
      const { code, out } = await mengbu([...command, '--help']);
      expect(code).toBe(0);
      expect(out).toContain('Usage: mengbu');
    }
  });

  test('a wrong passphrase says only that', async () => {
    const { code, err } = await mengbu([
      '--json',
      'search',
      'x',
      ...unlock.slice(0, 4),
      '--passphrase-file',
      join(folder, 'wrong'),
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(err)).toEqual({ error: { code: 'WRONG_PASSPHRASE', message: expect.any(String) } });
  });
});

describe('call', () => {
  test('lists every procedure with its schemas', async () => {
    const { out } = await mengbu(['call', '--list']);
    const listed = JSON.parse(out) as { procedure: string; input: unknown; errors: object }[];
    expect(listed.map(({ procedure }) => procedure)).toEqual(
      expect.arrayContaining(['vault.unlock', 'records.page', 'search.find']),
    );
    expect(listed.find(({ procedure }) => procedure === 'records.get')).toMatchObject({
      input: { type: 'object' },
    });
    for (const { errors } of listed) expect(Object.keys(errors)).toContain('LOCKED');
  });

  test('runs one after the other with one unlock, and tells results from errors', async () => {
    const lines = [
      {
        procedure: 'members.create',
        input: {
          level: 'PUBLIC',
          fields: { name: '东海肿瘤医院', shortName: '东海肿瘤', role: 'MEDICAL', note: '' },
        },
      },
      { procedure: 'members.list', input: { text: 'dhzl' } },
      { procedure: 'members.get', input: { id: '01890000-0000-7000-8000-000000000000' } },
    ];
    const { code, out } = await mengbu(
      ['call', '--batch', ...unlock],
      lines.map((line) => JSON.stringify(line)).join('\n'),
    );
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers[1].result).toMatchObject([{ title: '东海肿瘤医院' }]);
    expect(answers[2].error).toMatchObject({ code: 'NOT_FOUND' });
    expect(code).toBe(1);
  });
});

describe('records', () => {
  test('are filed from paths, found, and named by id', async () => {
    const file = join(folder, '会议纪要.txt');
    writeFileSync(file, '第一次理事会会议纪要');
    const added = await mengbu(['records', 'add', file, '--level', 'INTERNAL', ...unlock]);
    expect(added.code).toBe(0);
    const [id = ''] = added.out.trim().split('\n');
    const found = await mengbu(['--json', 'search', '纪要', ...unlock]);
    expect(JSON.parse(found.out)).toMatchObject({ groups: [{ kind: 'record', count: 1, hits: [{ id }] }] });
    const again = await mengbu(['records', 'add', file, '--level', 'INTERNAL', ...unlock]);
    expect(again.out.trim()).toBe('');
  });

  test('are filed as the rows of a catalogue say; what was left out is named, and ends with 1', async () => {
    writeFileSync(join(folder, '批复扫描.txt'), '关于同意组建的批复');
    const table = join(folder, '目录.csv');
    writeFileSync(table, '题名,日期,文件名\n组建批复,2011-05-06,批复扫描\n日期不对,2011-02-30,\n');
    const added = await mengbu([
      'records',
      'add',
      join(folder, '批复扫描.txt'),
      '--catalogue',
      table,
      '--level',
      'INTERNAL',
      ...unlock,
    ]);
    expect(added.code).toBe(1);
    const [id = '', ...more] = added.out.trim().split('\n');
    expect(more).toEqual([]);
    expect(added.err).toContain('日期不对');
    const read = await mengbu(['call', 'records.get', JSON.stringify({ id }), ...unlock]);
    expect(JSON.parse(read.out)).toMatchObject({
      title: '组建批复',
      docDate: '2011-05-06',
      files: [{ name: '批复扫描.txt' }],
    });
  });
});

describe('a bundle', () => {
  test('says what may go and what stays, goes to a named person, and opens without the vault', async () => {
    const files = { passphrase: join(folder, 'bundle-passphrase'), out: join(folder, 'one.mengbu') };
    const what = [
      '--query',
      '纪要',
      '--recipient',
      '李工',
      '--passphrase-out',
      files.passphrase,
      '--purpose',
      '联合评审',
    ];
    const dry = await mengbu(['--json', 'bundle', 'create', ...what, '--dry-run', ...unlock]);
    expect(JSON.parse(dry.out)).toMatchObject({ goes: [{ level: 'INTERNAL' }], stays: [] });
    expect(existsSync(files.passphrase)).toBe(false);
    const made = await mengbu(['bundle', 'create', ...what, '--out', files.out, ...unlock]);
    expect(made.code).toBe(0);
    const keys = ['--passphrase-from', files.passphrase];
    const verified = await mengbu(['--json', 'bundle', 'verify', files.out, ...keys]);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({ whole: true, items: 1, signature: { state: 'VALID' } });
    const opened = join(folder, 'opened');
    expect((await mengbu(['bundle', 'open', files.out, ...keys, '--out', opened])).code).toBe(0);
    expect(readdirSync(opened)).toHaveLength(1);
    const told = await mengbu(['bundle', 'verify', files.out, ...keys], '', { LC_ALL: 'zh_CN.UTF-8' });
    expect(told.out).toMatch(/^请留意：签名有效，自称来自“测试联合体”.*内容完整/);
    const wrong = await mengbu([
      '--json',
      'bundle',
      'verify',
      files.out,
      '--passphrase-from',
      join(folder, 'wrong'),
    ]);
    expect(JSON.parse(wrong.err)).toMatchObject({
      error: { code: 'CANNOT_DECRYPT', message: 'The passphrase is wrong.' },
    });
    const without = await mengbu(['bundle', 'verify', files.out]);
    expect(without.err).toMatch(/^mengbu: It is sealed with a passphrase; give it\./);
  });
});

test('what is no bundle is told in a sentence, with the code beside it for looking up', async () => {
  const other = join(folder, 'other.tar');
  writeFileSync(other, 'not a tar at all');
  const told = await mengbu(['bundle', 'verify', other]);
  expect(told).toMatchObject({ code: 1, out: '' });
  expect(told.err).toMatch(/^mengbu: This is no Mengbu bundle\. \(NOT_A_BUNDLE\)\n$/);
  const inChinese = await mengbu(['bundle', 'verify', other], '', { LC_ALL: 'zh_CN.UTF-8' });
  expect(inChinese.err).toMatch(/^mengbu: [^A-Z]*资料包/);
});

describe('errors as JSON carry a sentence in the language of the terminal', () => {
  const NO_CODE = /^[^_]+$/;
  type Told = { error: { code: string; message: string; problems?: { rule: string; message: string }[] } };
  const told = async (args: string[]): Promise<{ code: number } & Told> => {
    const { code, out, err } = await mengbu(['--json', ...args], '', { LC_ALL: 'zh_CN.UTF-8' });
    expect(out).toBe('');
    return { code, ...(JSON.parse(err) as Told) };
  };

  test.each([
    [
      'a wrong passphrase',
      'WRONG_PASSPHRASE',
      ['search', '纪要', ...unlock.slice(0, 4), '--passphrase-file', join(folder, 'wrong')],
    ],
    [
      'a thing that is not there',
      'NOT_FOUND',
      ['call', 'records.get', JSON.stringify({ id: '0199aaaa-0000-7000-8000-000000000000' }), ...unlock],
    ],
    ['no bundle', 'NOT_A_BUNDLE', ['bundle', 'verify', join(folder, 'passphrase')]],
    ['a file that is not there', 'ENOENT', ['bundle', 'verify', join(folder, 'nowhere')]],
  ])('%s', async (_what, code, args) => {
    const { code: exit, error } = await told(args);
    expect(exit).toBe(1);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/\p{Script=Han}/u);
    expect(error.message).toMatch(NO_CODE);
  });

  test('a wrong field is named', async () => {
    const input = JSON.stringify({
      level: 'INTERNAL',
      term: 'P3Y',
      basis: '',
      personalInfo: false,
      fields: { title: '', docDate: '2026-13-40' },
    });
    const { error } = await told(['call', 'records.create', input, ...unlock]);
    expect(error.code).toBe('INVALID');
    expect(error.problems?.map(({ rule }) => rule).sort()).toEqual(['DATE_NOT_REAL', 'REQUIRED']);
    for (const { message } of error.problems ?? [])
      expect(message).toMatch(/^(题名|日期|文件日期|成文日期|形成日期)[:：]/);
  });

  test('wrong usage', async () => {
    for (const args of [['records', 'add'], ['nothing'], ['call', 'no.such', ...unlock]]) {
      const { code, error } = await told(args);
      expect(code).toBe(2);
      expect(error.code).toBe('USAGE');
      expect(error.message).not.toMatch(/^error/);
    }
  });
});

test('a backup is a vault that can be restored', async () => {
  const copies = join(folder, 'copies');
  mkdirSync(copies);
  expect((await mengbu(['backup', copies, ...unlock])).code).toBe(0);
  const [copy = ''] = readdirSync(copies);
  const restored = join(folder, 'restored');
  expect(await mengbu(['restore', join(copies, copy), restored])).toMatchObject({
    code: 0,
    out: `${restored}\n`,
  });
  expect((await mengbu(['vault', 'check', restored, ...unlock.slice(2)])).code).toBe(0);
  expect(existsSync(`${restored}.partial`)).toBe(false);
});
