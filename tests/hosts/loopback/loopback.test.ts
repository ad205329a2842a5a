import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Supervisor, supervise } from '#electron/loopback/supervisor.ts';
import type { Contract } from '#shared/contract.ts';

/** The browser door from outside, as a browser, another page, or another program would come. */
const folder = mkdtempSync(join(tmpdir(), 'mengbu-loopback-'));
let door: Supervisor;

beforeAll(async () => {
  mkdirSync(join(folder, 'static'));
  writeFileSync(
    join(folder, 'static', 'index.html'),
    '<!doctype html><meta name="nonce" content="__CSP_NONCE__">',
  );
  writeFileSync(join(folder, 'static', 'app.js'), 'export {};');
  // The folder list of the door shows the home folder: a test must not see the real one.
  vi.stubEnv('HOME', folder);
  vi.stubEnv('USERPROFILE', folder);
  door = await supervise({ home: join(folder, 'home'), staticFolder: join(folder, 'static'), port: 0 });
});
afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** Plain HTTP: fetch would not let a test set Host and Sec-Fetch-Site. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port: door.port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    asked.on('error', failed);
    asked.end(body);
  });
}

const own = () => ({
  host: `127.0.0.1:${door.port}`,
  'sec-fetch-site': 'same-origin',
  origin: `http://127.0.0.1:${door.port}`,
});
const token = async () => new URL(await door.freshAddress()).hash.replace('#start=', '');

async function session(): Promise<string> {
  const { status, body } = await ask('/session', own(), 'POST', await token());
  expect(status).toBe(200);
  return (JSON.parse(body) as { key: string }).key;
}

function client(key: string): ContractRouterClient<Contract> {
  const link = new RPCLink({
    url: `http://127.0.0.1:${door.port}/rpc`,
    headers: { 'x-mengbu-session': key },
  });
  return createORPCClient(link);
}

describe('the shell', () => {
  test('comes with a policy that lets nothing else in, and a nonce of its own each time', async () => {
    const [first, second] = [await ask('/'), await ask('/archive/x')];
    expect(first.status).toBe(200);
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    const nonce = /content="([^"]+)"/.exec(first.body)?.[1];
    expect(policy).toContain(`'nonce-${nonce}'`);
    expect(second.body).not.toContain(String(nonce));
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  test.each([
    ['another host name', { host: 'mengbu.example' }, 421],
    ['localhost', { host: 'localhost' }, 421],
    [
      'a frame of another page',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      403,
    ],
    [
      'a script of another page',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
      403,
    ],
    [
      'a link on another page',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      200,
    ],
  ])('for %s: %s → %i', async (_, headers, status) => {
    expect((await ask('/', headers as Record<string, string>)).status).toBe(status);
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/.env', '/a/.hidden.js'])(
    '%s is not served',
    async (path) => {
      const { status, body } = await ask(path);
      expect(status === 404 || !body.includes('mengbu"')).toBe(true);
      expect(body).not.toContain('dependencies');
    },
  );
});

describe('a session', () => {
  test('a start token works once', async () => {
    const start = await token();
    expect((await ask('/session', own(), 'POST', start)).status).toBe(200);
    expect((await ask('/session', own(), 'POST', start)).status).toBe(403);
    expect((await ask('/session', own(), 'POST', 'guess')).status).toBe(403);
  });

  test('another page cannot exchange a token', async () => {
    const headers = { ...own(), origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await ask('/session', headers, 'POST', await token())).status).toBe(403);
  });

  test('calls need the key of a session, and the page itself as origin', async () => {
    const key = await session();
    const post = (headers: Record<string, string>) =>
      ask('/rpc/vault/status', { 'content-type': 'application/json', ...headers }, 'POST', '{}');
    expect((await post(own())).status).toBe(401);
    expect((await post({ ...own(), 'x-mengbu-session': 'wrong' })).status).toBe(401);
    expect((await post({ ...own(), 'x-mengbu-session': key, origin: 'http://evil.example' })).status).toBe(
      403,
    );
    expect((await post({ ...own(), 'x-mengbu-session': key, 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
    expect((await post({ ...own(), 'x-mengbu-session': key })).status).toBe(200);
  });

  test('locking ends the service; a fresh one answers the same session, locked, with nothing of before', async () => {
    const calls = client(await session());
    const listing = await calls.places.list({ at: null, endings: [] });
    expect(listing.parent).toBeNull();
    await expect(
      calls.vault.unlock({ userId: '01890000-0000-7000-8000-000000000000', passphrase: 'x' }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const made = await calls.vault.create({
      name: '回环',
      coordinator: '总协调人',
      passphrase: 'a passphrase for tests',
      place: listing.here.token,
      folderName: 'vault',
    });
    expect(made.state).toBe('UNLOCKED');
    const stranger = client(await session());
    expect((await stranger.vault.status()).state).toBe('LOCKED');
    const userId = made.me?.id ?? '';
    await calls.vault.lock();
    // At once, as a quick person would: the answer comes from the fresh service, never from the one that is ending.
    const unlocked = await calls.vault.unlock({ userId, passphrase: 'a passphrase for tests' });
    expect(unlocked).toMatchObject({ state: 'UNLOCKED', vault: { name: '回环' } });
    await calls.vault.lock();
    expect(await calls.vault.status()).toMatchObject({ state: 'LOCKED', vault: { name: '回环' } });
    await expect(calls.people.list({ text: '' })).rejects.toMatchObject({ code: 'LOCKED' });
  }, 120_000);
});

test('an unknown file address is nothing, and no other page may ask', async () => {
  expect((await ask('/file/unknown', own())).status).toBe(404);
  expect((await ask('/file/unknown', { ...own(), 'sec-fetch-site': 'cross-site' })).status).toBe(403);
});

test('the carried reader keeps its own policy: the door adds only that nobody may frame it', async () => {
  writeFileSync(join(folder, 'static', 'reader.html'), '<!doctype html><title>reader</title>');
  const { status, headers } = await ask('/reader.html');
  expect(status).toBe(200);
  expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
});
