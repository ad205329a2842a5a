import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerMain, type DesktopService } from '#electron/desktop/serviceDoor.ts';
import { ContentsDouble, FrameDouble } from './electronDouble.ts';
import { fileOf } from './fileOf.ts';
import { type Double, runMain } from './mainUnderDouble.ts';

const TOKEN = 'a'.repeat(22);
const CALLS: [call: string, args: unknown[]][] = [
  ['connect', []],
  ['pickFolder', ['vault']],
  ['pickFiles', [{ endings: [], many: true }]],
  ['placeOf', ['/somewhere']],
  ['save', ['address', 'name']],
  ['protectContent', [false]],
  ['print', []],
  ['language', ['en']],
];

describe('calls of the preload', () => {
  it('are answered to no one but the top frame of our window on a page of the app', async () => {
    const run = await runMain();
    expect([...run.double.world.invocable.keys()].sort()).toEqual(
      CALLS.map(([call]) => `mengbu:${call}`).sort(),
    );
    const strangers = [
      { sender: new ContentsDouble() },
      { sender: new ContentsDouble(), senderFrame: run.window.webContents.mainFrame },
      { senderFrame: null },
      { senderFrame: new FrameDouble('mengbu://app/') },
    ];
    for (const [call, args] of CALLS) {
      for (const from of strangers)
        await expect(run.invoke(call, args, from), call).rejects.toThrow('Refused.');
      for (const url of [
        'https://example.com/',
        'about:blank',
        'mengbu://other/',
        'mengbu-file://vault/x',
        '',
      ]) {
        run.window.webContents.mainFrame.url = url;
        await expect(run.invoke(call, args), `${call} from ${url}`).rejects.toThrow('Refused.');
      }
      run.window.webContents.mainFrame.url = 'mengbu://app/';
      await run.invoke(call, args);
    }
  });

  it('are refused once the window is closed', async () => {
    const run = await runMain();
    const { window } = run;
    window.closeByPerson();
    for (const [call, args] of CALLS) {
      await expect(run.invoke(call, args, { sender: window.webContents })).rejects.toThrow('Refused.');
    }
  });

  it.each([
    ['pickFolder', ['elsewhere']],
    ['pickFolder', []],
    ['pickFiles', [{ endings: ['pdf;*'], many: true }]],
    ['pickFiles', [{ endings: 'pdf', many: true }]],
    ['placeOf', ['']],
    ['placeOf', [['/etc']]],
    ['save', ['', 'name']],
    ['save', [{}, 'name']],
    ['protectContent', ['off']],
    ['language', ['de']],
    ['print', ['silent']],
  ])('%s refuses %j', async (call, args) => {
    const run = await runMain();
    await expect(run.invoke(call, args)).rejects.toThrow();
    expect(run.double.world.openDialogs).toEqual([]);
  });
});

describe('picking', () => {
  it('gives tokens and names, never paths', async () => {
    const run = await runMain();
    run.double.world.openAnswer = {
      canceled: false,
      filePaths: ['/home/li/档案/甲.pdf', '/home/li/档案/乙.pdf'],
    };
    const files = await run.invoke('pickFiles', [{ endings: ['pdf'], many: true }]);
    expect(files).toEqual([
      { token: TOKEN, name: '甲.pdf', kind: 'file' },
      { token: TOKEN, name: '乙.pdf', kind: 'file' },
    ]);
    const folder = await run.invoke('pickFolder', ['export']);
    expect(JSON.stringify([files, folder])).not.toContain('/home/');
    expect(run.double.world.openDialogs[0]).toMatchObject({
      properties: ['openFile', 'multiSelections'],
      filters: [{ extensions: ['pdf'] }],
    });
    expect(run.double.world.openDialogs[1]?.properties).toContain('createDirectory');
  });

  it('gives null to a person who changed their mind', async () => {
    const run = await runMain();
    expect(await run.invoke('pickFolder', ['vault'])).toBeNull();
    expect(await run.invoke('pickFiles', [{ endings: [], many: false }])).toBeNull();
    expect(await run.invoke('save', ['address', 'name'])).toEqual({ kind: 'cancelled' });
  });

  it('speaks the language the screens speak', async () => {
    const run = await runMain();
    await run.invoke('pickFolder', ['import']);
    await run.invoke('language', ['en']);
    await run.invoke('pickFolder', ['import']);
    expect(run.double.world.openDialogs.map(({ title }) => title)).toEqual([
      '选择要导入的文件夹',
      'Choose the folder to import',
    ]);
    expect(run.double.world.menu.map(({ label }) => label)).toContain('File');
  });

  it('begins in the language of the system', async () => {
    const run = await runMain(({ app }) => {
      app.locale = 'en-GB';
    });
    expect(run.double.world.menu.map(({ label }) => label)).toContain('Edit');
  });
});

describe('saving a vault file', () => {
  const content = new Uint8Array(2_500_000).map((_byte, at) => at % 251);
  const folder = () => mkdtempSync(join(tmpdir(), 'mengbu-save-'));
  const serving = (service: Partial<DesktopService>) => (double: Double) => {
    double.world.onFork = (child) =>
      void answerMain(
        child.parentPort,
        Promise.resolve({
          serve: () => {},
          grant: async () => null,
          openFile: async () => null,
          close: async () => {},
          chosen: () => null,
          ...service,
        }),
      );
  };

  it('writes exactly its bytes, over what was there, and leaves nothing else', async () => {
    const run = await runMain(serving({ openFile: async () => fileOf(content) }));
    const path = join(folder(), '合同.bin');
    writeFileSync(path, 'old');
    run.double.world.saveAnswer = { canceled: false, filePath: path };
    expect(await run.invoke('save', ['address', '../合同?.bin'])).toEqual({ kind: 'saved' });
    expect(new Uint8Array(readFileSync(path))).toEqual(content);
    expect(readdirSync(join(path, '..'))).toEqual(['合同.bin']);
    expect(run.double.world.saveDialogs[0]?.defaultPath).toBe(join('/downloads', '.._合同_.bin'));
  });

  it('keeps what was there when reading breaks off', async () => {
    const broken = fileOf(content, (offset) => {
      if (offset > 0) throw new Error('damaged');
    });
    const run = await runMain(serving({ openFile: async () => broken }));
    const path = join(folder(), 'a.bin');
    writeFileSync(path, 'old');
    run.double.world.saveAnswer = { canceled: false, filePath: path };
    expect(await run.invoke('save', ['address', 'a.bin'])).toEqual({
      kind: 'failed',
      problem: { rule: 'SAVE_INTERRUPTED', file: 'a.bin' },
    });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(join(path, '..'))).toEqual(['a.bin']);
  });

  it('says so when the place cannot be written or the address has run out', async () => {
    const run = await runMain(serving({ openFile: async () => fileOf(content) }));
    run.double.world.saveAnswer = { canceled: false, filePath: join(folder(), 'missing', 'a.bin') };
    expect(await run.invoke('save', ['address', 'a.bin'])).toMatchObject({
      problem: { rule: 'SAVE_NOT_WRITABLE' },
    });
    const gone = await runMain(serving({}));
    gone.double.world.saveAnswer = { canceled: false, filePath: join(folder(), 'a.bin') };
    expect(await gone.invoke('save', ['address', 'a.bin'])).toMatchObject({
      problem: { rule: 'SAVE_ADDRESS_GONE' },
    });
  });
});
