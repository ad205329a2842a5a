import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerMain, type DesktopService } from '#electron/desktop/serviceDoor.ts';
import type { ChildDouble } from './electronDouble.ts';
import { type MainRun, runMain } from './mainUnderDouble.ts';
import type { PortDouble } from './portDouble.ts';

/** Each forked service says on every port which child it is. */
function numbered(close: (number: number) => Promise<void> = async () => {}) {
  let count = 0;
  return (double: MainRun['double']) => {
    double.world.onFork = (child) => {
      count += 1;
      const number = count;
      const service: DesktopService = {
        serve: (port) => port.postMessage(`service ${number}`),
        grant: async () => null,
        openFile: async () => null,
        close: () => close(number),
        chosen: () => null,
      };
      answerMain(child.parentPort, Promise.resolve(service));
    };
  };
}

function greeting(port: PortDouble): Promise<string> {
  return new Promise((resolve) => {
    port.once('message', ({ data }) => resolve(data));
    port.start();
  });
}

const children = (run: MainRun): ChildDouble[] => run.double.world.children;
const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), { interval: 5 });

describe('the service behind the window', () => {
  afterEach(() => vi.useRealTimers());

  it('is forked once, with the home folder, and speaks through the port the page asked for', async () => {
    const run = await runMain(numbered());
    expect(children(run).map(({ entry, args }) => [entry.split(/[/\\]/).at(-1), args])).toEqual([
      ['serviceProcess.js', [process.env.MENGBU_HOME]],
    ]);
    expect(run.window.webContents.received).toEqual([]);
    await run.invoke('connect');
    expect(run.window.webContents.received.map(({ channel }) => channel)).toEqual(['mengbu:port']);
    expect(await greeting(await run.port())).toBe('service 1');
  });

  it('gives a page that loads again a port of its own', async () => {
    const run = await runMain(numbered());
    await run.invoke('connect');
    await run.invoke('connect');
    expect(run.window.webContents.received).toHaveLength(2);
    expect(await greeting(await run.port())).toBe('service 1');
    expect(children(run)).toHaveLength(1);
  });

  it.each(['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown'])(
    'locks on %s: the page has a new port at once, the fresh process starts when the old is gone',
    async (event) => {
      let finish = () => {};
      const run = await runMain(
        numbered(
          () =>
            new Promise((resolve) => {
              finish = resolve;
            }),
        ),
      );
      await run.invoke('connect');
      await greeting(await run.port());
      run.double.powerMonitor.emit(event);
      expect(run.window.webContents.received).toHaveLength(2);
      run.double.powerMonitor.emit(event);
      expect(run.window.webContents.received).toHaveLength(2);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(children(run)).toHaveLength(1);
      expect(children(run)[0]?.kills).toBe(0);
      finish();
      await until(() => children(run).length === 2);
      expect(children(run)[0]?.kills).toBe(1);
      expect(await greeting(await run.port())).toBe('service 2');
      expect(run.window.webContents.received).toHaveLength(2);
    },
  );

  it('is killed when it does not close in time', async () => {
    const run = await runMain(numbered(() => new Promise(() => {})));
    await run.invoke('connect');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    run.double.powerMonitor.emit('suspend');
    vi.advanceTimersByTime(14_999);
    expect(children(run)[0]?.kills).toBe(0);
    vi.advanceTimersByTime(1);
    expect(children(run)[0]?.kills).toBe(1);
    vi.useRealTimers();
    await until(() => children(run).length === 2);
  });

  it('is replaced when it locks itself, and when it crashes', async () => {
    const run = await runMain(numbered());
    await run.invoke('connect');
    children(run)[0]?.parentPort.postMessage({ kind: 'closed', chosen: '/vaults/a' });
    await until(() => children(run).length === 2);
    expect(await greeting(await run.port())).toBe('service 2');
    expect(children(run)[1]?.args).toEqual([process.env.MENGBU_HOME, '/vaults/a']);
    children(run)[1]?.end(139);
    expect(children(run)).toHaveLength(3);
    expect(run.window.webContents.received).toHaveLength(3);
    expect(await greeting(await run.port())).toBe('service 3');
  });

  it('gives up after four crashes within a minute, and says so', async () => {
    const run = await runMain(numbered());
    for (let crash = 0; crash < 4; crash += 1) {
      expect(run.double.world.errorBoxes).toEqual([]);
      children(run).at(-1)?.end(1);
    }
    expect(children(run)).toHaveLength(4);
    expect(run.double.world.errorBoxes[0]).toContain('盟簿无法继续');
    expect(run.double.app.ended).toBe(1);
  });

  it('answers a question as nothing when it dies over it', async () => {
    const run = await runMain(({ world }) => {
      world.onFork = (child) => child.parentPort.on('message', ({ ports }) => ports[0]?.close());
    });
    expect(await run.invoke('placeOf', ['/somewhere'])).toBeNull();
    expect((await run.fetch('mengbu-file://vault/abc')).status).toBe(404);
  });

  it('locks when the window is closed, and the app ends only after the vault is closed', async () => {
    let finish = () => {};
    const run = await runMain(
      numbered(
        () =>
          new Promise((resolve) => {
            finish = resolve;
          }),
      ),
    );
    await run.invoke('connect');
    run.window.closeByPerson();
    expect(run.double.app.ended).toBe('quit');
    run.double.app.ended = 'no';
    const preventDefault = vi.fn();
    run.double.app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(run.double.app.ended).toBe('no');
    finish();
    await until(() => run.double.app.ended === 'quit');
    run.double.app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
    expect(children(run)).toHaveLength(1);
  });

  it('is locked from the menu', async () => {
    const run = await runMain(numbered());
    await run.invoke('connect');
    const items = run.double.world.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const lock = items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Shift+L');
    lock?.click?.({} as never, undefined, {} as never);
    expect(run.window.webContents.received).toHaveLength(2);
  });
});
