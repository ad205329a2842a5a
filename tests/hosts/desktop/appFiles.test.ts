import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerAppScheme } from '#electron/desktop/appFiles.ts';
import { runMain } from './mainUnderDouble.ts';

const folder = mkdtempSync(join(tmpdir(), 'mengbu-screens-'));
const root = join(folder, 'renderer');
mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(
  join(root, 'index.html'),
  '<meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>',
);
writeFileSync(join(root, 'assets', 'index-D3f_a9.js'), 'export {}');
writeFileSync(join(root, '.hidden.js'), 'x');
writeFileSync(join(root, 'notes.secret'), 'x');
writeFileSync(join(folder, 'outside.js'), 'secret');
const answer = answerAppScheme(root);
const ask = (path: string, init?: RequestInit) => answer(new Request(`mengbu://app${path}`, init));

describe('the app’s own files', () => {
  it('serves the page at every address without an ending, with a new nonce each time', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/records', '/records/view/x1', '/?q=1']) {
      const response = await ask(path);
      const html = await response.text();
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([A-Za-z0-9+/=]{24})'/.exec(policy)?.[1] ?? '';
      expect(html).toBe(`<meta name="csp-nonce" content="${nonce}"><style nonce="${nonce}"></style>`);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  it('allows no inline script or style, no eval, no foreign source, no embedding', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    const rules = new Map(
      policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    expect(rules.get('default-src')).toBe("'none'");
    // compiling the decoders of pdf.js, and no JavaScript from text
    expect(rules.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
    expect(rules.get('style-src')).toMatch(/^'self' 'nonce-\S+'$/);
    expect(rules.get('connect-src')).toBe("'self' mengbu-file:");
    // only the booth page lets itself be framed
    expect(rules.get('frame-src')).toBe("'self'");
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
      expect(rules.get(name), name).toBe("'none'");
    }
  });

  it('serves the build’s files by their type', async () => {
    const response = await ask('/assets/index-D3f_a9.js');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(await response.text()).toBe('export {}');
  });

  it.each([
    '/../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/assets/..%5c..%5coutside.js',
    '/assets/%00index.js',
    '/.hidden.js',
    '/notes.secret',
    '/missing.js',
    '//etc/passwd.txt',
    '/assets/index-D3f_a9.js.',
  ])('does not serve %s', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('answers one host and reading methods only', async () => {
    expect((await answer(new Request('mengbu://other/index.html'))).status).toBe(404);
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
    expect(await (await ask('/', { method: 'HEAD' })).text()).toBe('');
  });

  it('is what the window’s scheme is wired to', async () => {
    const run = await runMain();
    expect((await run.fetch('mengbu://app/nothing-here.js')).status).toBe(404);
    expect((await run.fetch('mengbu://app/', { method: 'PUT' })).status).toBe(405);
  });
});
