import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { createORPCClient } from '@orpc/client';
import { RPCLink, type SupportedMessagePort } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ToService } from '#electron/desktop/serviceMessages.ts';
import type { Contract } from '#shared/contract.ts';
import type { Place } from '#shared/places.ts';
import { ChannelDouble } from '../hosts/desktop/portDouble.ts';
import { forkServiceThread } from '../hosts/desktop/serviceThread.ts';
import { stubRuntime } from './stubRuntime.ts';

/** The packaged app as electron-builder lays it out on Linux, with a stand-in for the runtime: everything but the window. */
describe.skipIf(process.platform !== 'linux')('the packaged app (laid out on Linux only)', () => {
  const output = mkdtempSync(join(tmpdir(), 'mengbu-package-'));
  const resources = join(output, 'linux-unpacked', 'resources');
  const archive = join(resources, 'app.asar');
  const extracted = join(output, 'extracted');
  let files: string[];

  beforeAll(async () => {
    if (!existsSync('out/renderer/index.html')) build('renderer');
    if (!existsSync('out/electron/main.js')) build('electron');
    const runtime = await stubRuntime();
    execFileSync(
      process.execPath,
      [
        'node_modules/electron-builder/cli.js',
        '--linux',
        'dir',
        `-c.electronDist=${runtime}`,
        `-c.directories.output=${output}`,
      ],
      { stdio: 'pipe' },
    );
    files = listPackage(archive, { isPack: false });
    extractAll(archive, extracted);
  });

  it('starts at the bundled main process', () => {
    const { main, type, version } = JSON.parse(readFileSync(join(extracted, 'package.json'), 'utf8'));
    expect({ main, type }).toEqual({ main: 'out/electron/main.js', type: 'module' });
    expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
    for (const name of [
      'main.js',
      'preload.cjs',
      'serviceProcess.js',
      'storeWorker.js',
      'fileWorker.js',
      'passphraseWorker.js',
      'documentWorker.js',
    ]) {
      expect(files).toContain(`/out/electron/${name}`);
    }
    expect(files).toContain('/out/renderer/index.html');
    expect(files).toContain('/resources/icons/icon.png');
  });

  it('holds no other door, no source, no development tool', () => {
    const strange = files.filter((file) =>
      /^\/out\/electron\/(start|serve|serviceChild|cli)\.js$|\.tsx?$|\.map$|\/node-(linux|win|darwin)-|\/node-addon-api\/|\.(c|cc|cpp|h|gyp)$|^\/(tests|docs|electron|renderer|shared|db)(\/|$)/.test(
        file,
      ),
    );
    expect(strange).toEqual([]);
    const packages = files.filter((file) => /^\/node_modules\/(@[^/]+\/)?[^/]+$/.test(file));
    expect(packages.map((file) => file.replace('/node_modules/', '')).sort()).toEqual(
      [
        '@img/colour',
        `@img/sharp-libvips-linux-${process.arch}`,
        `@img/sharp-linux-${process.arch}`,
        ...files
          .filter((file) => /^\/node_modules\/@[^/]+$/.test(file))
          .map((file) => file.replace('/node_modules/', '')),
        'better-sqlite3',
        'detect-libc',
        'semver',
        'sharp',
      ].sort(),
    );
  });

  it('keeps every native library outside the archive, and none of another system', () => {
    const natives = files.filter((file) => /\.node$|\.so(\.|$)|\.dylib$|\.dll$/.test(file));
    expect(natives.length).toBeGreaterThanOrEqual(3);
    for (const file of natives) {
      const entry = statFile(archive, file.slice(1));
      expect('unpacked' in entry && entry.unpacked, file).toBe(true);
      expect(existsSync(join(resources, 'app.asar.unpacked', file)), file).toBe(true);
    }
    expect(natives.filter((file) => /darwin|win32|musl/.test(file))).toEqual([]);
  });

  it('has every package its files import', () => {
    const missing = new Set<string>();
    const folder = join(extracted, 'out', 'electron');
    for (const name of readdirSync(folder).filter((file) => /\.c?js$/.test(file))) {
      for (const [, specifier = ''] of readFileSync(join(folder, name), 'utf8').matchAll(
        /^import (?:[^'"]*? from )?["']([^"'.][^"']*)["'];?$/gm,
      )) {
        const known =
          specifier === 'electron' || specifier.startsWith('node:') || builtinModules.includes(specifier);
        if (!known && !existsSync(join(extracted, 'node_modules', specifier)))
          missing.add(`${name}: ${specifier}`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  it('loads its natives and uses them under this Node', () => {
    const script = join(extracted, 'out', 'electron', 'try.mjs');
    writeFileSync(
      script,
      `import Database from 'better-sqlite3';
       import sharp from 'sharp';
       const file = ${JSON.stringify(join(output, 'sealed.db'))};
       const key = Buffer.alloc(32, 7);
       const open = () => { const db = new Database(file); db.pragma("cipher = 'aegis'"); db.key(key); return db; };
       const db = open();
       db.exec("CREATE VIRTUAL TABLE t USING fts5(x); INSERT INTO t VALUES ('盟 簿')");
       db.close();
       const found = open().prepare("SELECT count(*) AS n FROM t WHERE t MATCH '簿'").get().n;
       const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#365680' } }).resize(3).webp().toBuffer();
       console.log(JSON.stringify({ found, format: (await sharp(png).metadata()).format }));`,
    );
    const said = execFileSync(process.execPath, [script], { encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual({ found: 1, format: 'webp' });
    expect(readFileSync(join(output, 'sealed.db')).includes('SQLite format')).toBe(false);
  });

  it('runs its service: migrations, workers and natives are found where they lie', async () => {
    const home = join(output, 'home');
    const service = forkServiceThread([home], join(extracted, 'out', 'electron', 'serviceProcess.js'));
    const ask = (message: ToService) => {
      const { port1, port2 } = new ChannelDouble();
      service.postMessage(message, [port2]);
      return port1;
    };
    const granted = ask({ kind: 'grant', path: output });
    const place = await new Promise<Place>((resolve) => {
      granted.once('message', ({ data }) => resolve(data.place));
      granted.start();
    });
    const port = ask({ kind: 'serve' });
    const client: ContractRouterClient<Contract> = createORPCClient(
      new RPCLink({ port: port as unknown as SupportedMessagePort }),
    );
    port.start();
    const status = await client.vault.create({
      name: '测试联合体',
      coordinator: '林致远',
      passphrase: '三个苹果 seven rivers 与一把椅子',
      place: place.token,
      folderName: 'vault',
    });
    expect(status.state).toBe('UNLOCKED');
    let last: unknown;
    for await (const event of await client.vault.check()) last = event;
    expect(last).toMatchObject({ kind: 'result', findings: 0 });
    const closed = new Promise((resolve) => service.once('message', resolve));
    service.postMessage({ kind: 'close' } satisfies ToService);
    expect(await closed).toEqual({ kind: 'closed', chosen: join(output, 'vault') });
    service.kill();
  });

  it('sets papers with the fonts it carries', () => {
    const script = join(extracted, 'out', 'electron', 'tryPaper.mjs');
    writeFileSync(
      script,
      `import { Worker } from 'node:worker_threads';
       const worker = new Worker(new URL('./documentWorker.js', import.meta.url));
       const document = { title: '理事会纪要', subtitle: '', mark: '', blocks: [{ kind: 'paragraph', text: '议定事项' }] };
       const said = {};
       worker.on('message', ({ id, ok, bytes, missing, message }) => {
         said[id] = ok ? Buffer.from(bytes.subarray(0, 4)).toString('latin1') + missing : message;
         if (Object.keys(said).length < 2) return;
         console.log(JSON.stringify(said));
         void worker.terminate();
       });
       worker.postMessage({ id: 1, document, format: 'DOCX' });
       worker.postMessage({ id: 2, document, format: 'PDF' });`,
    );
    const said = execFileSync(process.execPath, [script], { encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual({ 1: 'PK\u0003\u0004', 2: '%PDF' });
  });

  it('carries the fuses that shut Node, inspectors and foreign code out', async () => {
    const wire = await getCurrentFuseWire(join(output, 'linux-unpacked', 'mengbu'));
    const on = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
      cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      fileProtocol: false,
      cookieEncryption: true,
      asarIntegrity: true,
      onlyAsar: true,
    });
  });

  it('brings the two languages of the runtime the program speaks, and no more', () => {
    expect(readdirSync(join(output, 'linux-unpacked', 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });
});

function build(part: string): void {
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--config', `${part}/vite.config.ts`],
    {
      stdio: 'pipe',
    },
  );
}
