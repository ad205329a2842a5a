import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient, ORPCError, safe } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink, type SupportedMessagePort } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/fetch';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { router } from '#electron/api/router.ts';
import type { Contract } from '#shared/contract.ts';
import type { Place } from '#shared/places.ts';
import { importPlan } from '../../support/importPlan.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { type MainRun, runMain } from './mainUnderDouble.ts';
import type { PortDouble } from './portDouble.ts';
import { forkServiceThread } from './serviceThread.ts';

type Client = ContractRouterClient<Contract>;

const PASSPHRASE = '三个苹果 seven rivers 与一把椅子';

function clientOver(port: PortDouble): Client {
  const client: Client = createORPCClient(new PortLink({ port: port as unknown as SupportedMessagePort }));
  port.start();
  return client;
}

describe('the desktop door with the real service behind it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mengbu-door-'));
  let run: MainRun;
  let client: Client;
  /** Of the file that was taken in. */
  let fileUrl = 'mengbu-file://vault/nothing-yet';

  beforeAll(async () => {
    run = await runMain((double) => {
      double.world.forkReal = forkServiceThread;
    });
    await run.invoke('connect');
    client = clientOver(await run.port());
  });

  afterAll(async () => {
    const left = new Promise<void>((resolve) => {
      run.double.app.quit = resolve;
    });
    run.double.app.emit('will-quit', { preventDefault: () => {} });
    await left;
  });

  async function pick(path: string, purpose: 'vault' | 'import'): Promise<Place> {
    run.double.world.openAnswer = { canceled: false, filePaths: [path] };
    return (await run.invoke('pickFolder', [purpose])) as Place;
  }

  it('makes a vault in the folder a person picked, and no path reaches the page', async () => {
    expect(await client.vault.status()).toMatchObject({ state: 'NONE', me: null });
    const place = await pick(folder, 'vault');
    expect(place).toMatchObject({ kind: 'folder' });
    const status = await client.vault.create({
      name: '测试联合体',
      coordinator: '林致远',
      passphrase: PASSPHRASE,
      place: place.token,
      folderName: '簿库',
    });
    expect(status).toMatchObject({ state: 'UNLOCKED', vault: { name: '测试联合体' } });
    expect(readdirSync(join(folder, '簿库'))).toContain('vault.json');
    expect(JSON.stringify([place, status])).not.toContain(tmpdir());
  });

  it('gives no place for what is not there', async () => {
    expect(await pick(join(folder, '没有'), 'import')).toBeNull();
  });

  it('takes in a dropped folder and serves the very bytes again, whole, by range and saved', async () => {
    const bytes = new Uint8Array(2_700_001).map((_byte, at) => (at * 7) % 251);
    mkdirSync(join(folder, '来件'));
    writeFileSync(join(folder, '来件', '原始数据.bin'), bytes);
    const place = (await run.invoke('placeOf', [join(folder, '来件')])) as Place;
    const begun = await client.imports.begin({
      plan: importPlan({ level: 'PUBLIC' }),
      places: [place.token],
    });
    await vi.waitFor(async () => expect((await client.imports.get({ id: begun.id })).state).toBe('DONE'), {
      timeout: 40_000,
      interval: 50,
    });
    const { entries } = await client.imports.entries({ id: begun.id, states: [], after: null, limit: 10 });
    const record = await client.records.get({ id: entries[0]?.recordId ?? '' });
    const { address } = await client.records.fileAddress({
      fileId: record.files[0]?.id ?? '',
      variant: 'original',
    });
    fileUrl = `mengbu-file://vault/${encodeURIComponent(address)}`;
    expect(Buffer.from(await (await run.fetch(fileUrl)).arrayBuffer()).equals(bytes)).toBe(true);
    const part = await run.fetch(fileUrl, { headers: { range: 'bytes=1048570-1048590' } });
    expect(part.status).toBe(206);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.subarray(1048570, 1048591));
    run.double.world.saveAnswer = { canceled: false, filePath: join(folder, '存出.bin') };
    expect(await run.invoke('save', [address, '原始数据.bin'])).toEqual({ kind: 'saved' });
    expect(readFileSync(join(folder, '存出.bin')).equals(bytes)).toBe(true);
  });

  it('streams changes to the page', async () => {
    const changes = await client.changes.watch();
    expect((await changes.next()).done).toBe(false);
    const { vault } = client;
    await vault.saveSettings({ ...(await vault.settings()), shortName: '测联' });
    const next = await changes.next();
    expect(next.done ? [] : next.value.nouns).not.toEqual([]);
    await changes.return?.();
  });

  it('forgets on lock: the page has a new port, the address opens nothing, the lock page is that vault’s', async () => {
    const { received } = run.window.webContents;
    const ports = received.length;
    await client.vault.lock();
    await vi.waitFor(() => expect(received.length).toBe(ports + 1), { timeout: 40_000 });
    client = clientOver(await run.port());
    expect((await run.fetch(fileUrl)).status).toBe(404);
    const status = await client.vault.status();
    expect(status).toMatchObject({ state: 'LOCKED', me: null, vault: { name: '测试联合体' } });
    await expect(client.records.facets({ query: {} as never })).rejects.toMatchObject({ code: 'LOCKED' });
    const userId = status.vault?.users[0]?.id ?? '';
    expect(await client.vault.unlock({ userId, passphrase: PASSPHRASE })).toMatchObject({
      state: 'UNLOCKED',
    });
  });

  it('locks with the system in the middle of things, and opens again whole', async () => {
    const { received } = run.window.webContents;
    const ports = received.length;
    run.double.powerMonitor.emit('suspend');
    expect(received.length).toBe(ports + 1);
    client = clientOver(await run.port());
    const status = await client.vault.status();
    expect(status.state).toBe('LOCKED');
    const userId = status.vault?.users[0]?.id ?? '';
    expect(await client.vault.unlock({ userId, passphrase: PASSPHRASE })).toMatchObject({
      state: 'UNLOCKED',
    });
    expect((await client.vault.settings()).shortName).toBe('测联');
  });
});

describe('the same router over a port and over HTTP', () => {
  let test: TestApp;
  let overPort: Client;
  let overHttp: Client;

  beforeAll(async () => {
    test = await openTestVault();
    const { serveContract } = await import('#electron/desktop/rpcHost.ts');
    const { ChannelDouble } = await import('./portDouble.ts');
    const { port1, port2 } = new ChannelDouble();
    serveContract(port2, { app: test.app, session: 'cli' });
    overPort = clientOver(port1);
    const http = new RPCHandler(router);
    overHttp = createORPCClient(
      new HttpLink({
        url: 'http://127.0.0.1/rpc',
        async fetch(request) {
          const { response } = await http.handle(request, {
            prefix: '/rpc',
            context: { app: test.app, session: 'cli' },
          });
          return response ?? new Response(null, { status: 404 });
        },
      }),
    );
  });

  afterAll(() => test.close());

  const unknownId = '01900000-0000-7000-8000-000000000000';
  const calls: Record<string, (client: Client) => Promise<unknown>> = {
    'the status': (client) => client.vault.status(),
    'the users': (client) => client.vault.users(),
    'a record that is not there': (client) => client.records.get({ id: unknownId }),
    'input that breaks the schema': (client) => client.records.get({ id: 'no id' }),
    'a person without a name': (client) =>
      client.records.create({
        level: 'INTERNAL',
        term: null,
        basis: '',
        personalInfo: false,
        fields: { title: '' },
      }),
    'a wrong passphrase': (client) =>
      client.vault.changePassphrase({ current: 'wrong wrong wrong', next: PASSPHRASE }),
    'a procedure that is not there': (client) =>
      (client as unknown as { no: { such: () => Promise<unknown> } }).no.such(),
  };

  it.each(Object.entries(calls))('answers alike: %s', async (_name, call) => {
    const [port, http] = [await outcome(call(overPort)), await outcome(call(overHttp))];
    expect(port).toEqual(http);
  });

  it('streams alike', async () => {
    for (const client of [overPort, overHttp]) {
      const stream = await client.vault.check();
      const kinds: string[] = [];
      for await (const event of stream) kinds.push(event.kind);
      expect(kinds.at(-1)).toBe('result');
    }
  });
});

/** What a screen sees of an answer: the value, or code, status and data of the error. */
async function outcome(answer: Promise<unknown>): Promise<unknown> {
  const { error, data } = await safe(answer);
  if (error === null) return { data };
  if (!(error instanceof ORPCError)) throw error;
  return { code: error.code, status: error.status, defined: error.defined, data: error.data };
}
