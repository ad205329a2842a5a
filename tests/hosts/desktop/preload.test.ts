import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DesktopBridge } from '#shared/desktopBridge.ts';
import type { Double } from './mainUnderDouble.ts';

type Posted = { message: unknown; targetOrigin: string; transfer: unknown };

async function runPreload(origin = 'mengbu://app'): Promise<{ double: Double; posted: Posted[] }> {
  vi.resetModules();
  vi.doMock('electron', () => import('./electronDouble.ts'));
  const double = (await import('electron')) as unknown as Double;
  const posted: Posted[] = [];
  vi.stubGlobal('window', {
    location: { origin },
    postMessage: (message: unknown, targetOrigin: string, transfer: unknown) =>
      void posted.push({ message, targetOrigin, transfer }),
  });
  await import('#electron/desktop/preload.ts');
  return { double, posted };
}

describe('the preload', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('shows the page the bridge and nothing else', async () => {
    const { double } = await runPreload();
    expect([...double.world.exposed.keys()]).toEqual(['mengbu']);
    const bridge = double.world.exposed.get('mengbu') as Record<string, unknown>;
    expect(Object.keys(bridge).sort()).toEqual([
      'connect',
      'language',
      'pickFiles',
      'pickFolder',
      'placeOf',
      'print',
      'protectContent',
      'save',
    ]);
    expect(Object.values(bridge).every((value) => typeof value === 'function')).toBe(true);
  });

  it.each(['https://example.com', 'null', 'file://', 'mengbu://other'])(
    'shows a page of %s nothing',
    async (origin) => {
      const { double } = await runPreload(origin);
      expect(double.world.exposed.size).toBe(0);
      expect(double.ipcRenderer.listenerCount('mengbu:port')).toBe(0);
    },
  );

  it('passes a port on to its own origin only', async () => {
    const { double, posted } = await runPreload();
    const ports = [{}];
    double.ipcRenderer.emit('mengbu:port', { ports });
    expect(posted).toEqual([{ message: 'mengbu:port', targetOrigin: 'mengbu://app', transfer: ports }]);
  });

  it('calls what the main process answers, with plain arguments', async () => {
    const { double } = await runPreload();
    const bridge = double.world.exposed.get('mengbu') as DesktopBridge;
    bridge.connect();
    bridge.protectContent(true);
    bridge.language('en');
    bridge.print();
    await bridge.pickFolder('import');
    await bridge.pickFiles({ endings: ['pdf'], many: false });
    await bridge.save('address', 'name');
    expect(double.world.invoked).toEqual([
      ['mengbu:connect'],
      ['mengbu:protectContent', true],
      ['mengbu:language', 'en'],
      ['mengbu:print'],
      ['mengbu:pickFolder', 'import'],
      ['mengbu:pickFiles', { endings: ['pdf'], many: false }],
      ['mengbu:save', 'address', 'name'],
    ]);
  });

  it('reads the path of a dropped file itself: a page cannot name one', async () => {
    const { double } = await runPreload();
    const dropped = {};
    double.world.pathOfFile = (file) => {
      if (typeof file === 'string') throw new TypeError('not a File');
      return file === dropped ? '/home/li/甲.pdf' : '';
    };
    double.world.invokeAnswer = () => ({ token: 'a'.repeat(22), name: '甲.pdf', kind: 'file' });
    const bridge = double.world.exposed.get('mengbu') as DesktopBridge;
    expect(await bridge.placeOf('/etc/passwd')).toBeNull();
    expect(await bridge.placeOf(new Blob())).toBeNull();
    expect(double.world.invoked).toEqual([]);
    expect(await bridge.placeOf(dropped)).toMatchObject({ name: '甲.pdf' });
    expect(double.world.invoked).toEqual([['mengbu:placeOf', '/home/li/甲.pdf']]);
  });
});
