import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type MainRun, runMain } from './mainUnderDouble.ts';

/** Electron's own checklist (docs/tutorial/security), item by item, then what this app adds to it. */
describe('the security set of the desktop window', () => {
  let run: MainRun;
  const preferences = () => run.window.options.webPreferences ?? {};

  it('loads only the app’s own scheme (1)', async () => {
    run = await runMain();
    expect(run.window.loaded).toEqual(['mengbu://app/']);
  });

  it('gives pages no Node (2), its own context (3) and the sandbox (4)', async () => {
    run = await runMain();
    expect(preferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
    });
    expect(run.double.app.sandboxed).toBe(true);
  });

  it('denies every permission but full screen and writing plain text to the clipboard (5)', async () => {
    run = await runMain();
    const answers = (permission: string, from = 'mengbu://app/records') => {
      run.window.webContents.mainFrame.url = from;
      let granted: boolean | undefined;
      run.session.permissionRequest?.(
        run.window.webContents as never,
        permission as never,
        (answer) => {
          granted = answer;
        },
        {} as never,
      );
      const checked = run.session.permissionCheck?.(null, permission as never, from, {} as never);
      expect(checked).toBe(granted);
      return granted;
    };
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'clipboard-read',
      'usb',
      'fileSystem',
      'unknown',
    ]) {
      expect(answers(permission), permission).toBe(false);
    }
    expect(answers('fullscreen')).toBe(true);
    expect(answers('clipboard-sanitized-write')).toBe(true);
    expect(answers('fullscreen', 'mengbu-file://vault/x')).toBe(false);
    expect(answers('fullscreen', 'https://app/')).toBe(false);
    expect(run.session.devicePermission?.({} as never)).toBe(false);
    let streams: unknown = 'not asked';
    run.session.displayMedia?.({} as never, (answer) => {
      streams = answer;
    });
    expect(streams).toEqual({});
  });

  it('keeps webSecurity (6), no insecure content (8), no experiments (9, 10), no webview (11)', async () => {
    run = await runMain();
    expect(preferences()).toMatchObject({
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    });
    expect(preferences()).not.toHaveProperty('enableBlinkFeatures');
  });

  it('refuses webviews (12), leaving the app (13) and new windows (14)', async () => {
    run = await runMain();
    const contents = run.window.webContents;
    const stopped = (name: string, details: Record<string, unknown>) => {
      const preventDefault = vi.fn();
      contents.emit(name, { ...details, preventDefault });
      return preventDefault.mock.calls.length > 0;
    };
    expect(stopped('will-attach-webview', {})).toBe(true);
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'mengbu-file://vault/x',
      'mengbu://other/',
      'javascript:1',
      'mengbu://u@app/',
    ]) {
      expect(stopped('will-navigate', { url }), url).toBe(true);
      expect(stopped('will-frame-navigate', { url, isMainFrame: true }), url).toBe(true);
    }
    expect(stopped('will-navigate', { url: 'mengbu://app/records' })).toBe(false);
    expect(stopped('will-frame-navigate', { url: 'mengbu://app/', isMainFrame: true })).toBe(false);
    expect(stopped('will-frame-navigate', { url: 'mengbu://app/', isMainFrame: false })).toBe(true);
    expect(stopped('will-frame-navigate', { url: 'mengbu://app/booth.html', isMainFrame: false })).toBe(
      false,
    );
    expect(stopped('will-redirect', { url: 'mengbu://app/' })).toBe(true);
    expect(contents.windowOpen?.({ url: 'mengbu://app/' } as never)).toEqual({ action: 'deny' });
    expect(contents.windowOpen?.({ url: 'mengbu://app/reader.html?x' } as never)).toEqual({ action: 'deny' });
    expect(contents.windowOpen?.({ url: 'mengbu://app/reader.html' } as never)).toMatchObject({
      action: 'allow',
      overrideBrowserWindowOptions: {
        webPreferences: { preload: '', sandbox: true, nodeIntegration: false },
      },
    });
    expect(contents.webRtc).toBe('disable_non_proxied_udp');
  });

  it('never hands an address to the system’s browser (15)', () => {
    const files = [...globSync('electron/desktop/**/*.ts'), 'electron/main.ts'];
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toMatch(/\bshell\b|openExternal/);
  });

  it('cancels every request that leaves the app, in every session', async () => {
    run = await runMain();
    const other = run.double.session.fromPartition('another') as unknown as typeof run.session;
    for (const session of [run.session, other]) {
      const cancels = (url: string) => {
        let cancelled: boolean | undefined;
        session.beforeRequest?.({ url } as never, ({ cancel }) => {
          cancelled = cancel;
        });
        return cancelled;
      };
      for (const url of [
        'http://127.0.0.1:80/',
        'https://update.googleapis.com/',
        'ws://localhost/',
        'file:///etc/passwd',
        'ftp://x/',
        'mengbu://elsewhere/',
        'mengbu-file://other/x',
        'blob:https://example.com/1',
        'chrome-extension://x/',
        'not an address',
      ]) {
        expect(cancels(url), url).toBe(true);
      }
      for (const url of [
        'mengbu://app/assets/index.js',
        'mengbu-file://vault/abc',
        'blob:mengbu://app/1',
        'data:image/png;base64,AA==',
      ]) {
        expect(cancels(url), url).toBe(false);
      }
      expect(session.spellChecker).toBe(false);
      expect(cancels(session.dictionaries)).toBe(false);
      expect(session.dictionaries).toMatch(/^mengbu:\/\/app\//);
      const isRefused = (address: string, page: string) => {
        const preventDefault = vi.fn();
        const [item, contents] = [address, page].map((url) => ({ getURL: () => url }));
        session.emit('will-download', { preventDefault }, item, contents);
        return preventDefault.mock.calls.length > 0;
      };
      expect(isRefused('blob:mengbu://app/1', 'mengbu://app/reader.html')).toBe(false);
      expect(isRefused('blob:mengbu://app/1', 'mengbu://app/archive')).toBe(true);
      expect(isRefused('mengbu-file://vault/x', 'mengbu://app/reader.html')).toBe(true);
      expect(isRefused('blob:https://elsewhere/1', 'mengbu://app/reader.html')).toBe(true);
    }
    expect(run.double.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  });

  it('opens developer tools from a checkout only', async () => {
    run = await runMain();
    expect(preferences().devTools).toBe(true);
    run = await runMain(({ app }) => {
      app.isPackaged = true;
    });
    expect(preferences().devTools).toBe(false);
    expect(JSON.stringify(run.double.world.menu)).not.toMatch(/toggleDevTools|"reload"/);
    let cancelled: boolean | undefined;
    run.session.beforeRequest?.({ url: 'devtools://devtools/bundled/x.js' } as never, ({ cancel }) => {
      cancelled = cancel;
    });
    expect(cancelled).toBe(true);
  });

  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'disable-web-security',
    'load-extension',
    'log-net-log',
  ])('the packaged app does not start with --%s', async (name) => {
    run = await runMain(({ app }) => {
      app.isPackaged = true;
      app.switches.set(name, '');
    });
    expect(run.double.app.ended).toBe('quit');
    expect(run.double.BrowserWindow.all).toHaveLength(0);
  });

  it('registers both schemes as standard and secure, and none that slips past the content policy', async () => {
    run = await runMain();
    expect(run.double.world.schemes.map(({ scheme }) => scheme)).toEqual(['mengbu', 'mengbu-file']);
    for (const { privileges } of run.double.world.schemes) {
      expect(privileges).toMatchObject({ standard: true, secure: true, supportFetchAPI: true });
      expect(privileges).not.toHaveProperty('bypassCSP');
      expect(privileges).not.toHaveProperty('allowServiceWorkers');
      expect(privileges).not.toHaveProperty('allowExtensions');
    }
    expect(run.double.world.schemes[1]?.privileges).toMatchObject({ stream: true, corsEnabled: true });
    expect([...run.double.world.sessionOptions.values()]).toEqual([{ cache: false }]);
  });

  it('shuts screen capture out from the first moment, and again whenever a page loads', async () => {
    run = await runMain();
    expect(run.window.protections).toEqual([true]);
    await run.invoke('protectContent', [false]);
    expect(run.window.protections).toEqual([true, false]);
    run.window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    run.window.webContents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false });
    expect(run.window.protections).toHaveLength(2);
    run.window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    expect(run.window.protections).toEqual([true, false, true]);
  });

  it('keeps the title free of the vault’s words', async () => {
    run = await runMain();
    const preventDefault = vi.fn();
    run.window.emit('page-title-updated', { preventDefault });
    expect(preventDefault).toHaveBeenCalled();
    expect(run.window.options.title).toBe('盟簿 Mengbu');
    expect(String(run.window.options.icon)).toMatch(/resources[/\\]icons[/\\]icon\.png$/);
  });

  it('keeps Chromium’s files in a folder of the home that only its user may read', async () => {
    run = await runMain();
    const profile = run.double.app.paths.userData ?? '';
    expect(profile).toBe(join(process.env.MENGBU_HOME ?? '', 'desktop'));
    if (process.platform !== 'win32') expect(statSync(profile).mode & 0o077).toBe(0);
  });

  it('shows the page again when its process crashed', async () => {
    run = await runMain();
    run.window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(run.window.webContents.reloads).toBe(0);
    run.window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(run.window.webContents.reloads).toBe(1);
  });

  it('runs once: a second start brings the window forward', async () => {
    run = await runMain();
    run.window.minimized = true;
    run.double.app.emit('second-instance', {}, [], '/');
    expect(run.window).toMatchObject({ minimized: false, shown: 1, focused: 1 });
    const second = await runMain(({ app }) => {
      app.isFirstInstance = false;
    });
    expect(second.double.app.ended).toBe('quit');
    expect(second.double.BrowserWindow.all).toHaveLength(0);
  });

  afterEach(() => {
    delete process.env.MENGBU_HOME;
  });
});
