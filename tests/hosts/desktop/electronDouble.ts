import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type * as Electron from 'electron';
import { ChannelDouble, PortDouble } from './portDouble.ts';

/**
 * What the desktop door uses of Electron, recording what it was told. Each part is checked against Electron's own
 * declarations, so a changed API is a compile error here.
 */

type Handler = Parameters<Electron.IpcMain['handle']>[1];
type ProtocolHandler = Parameters<Electron.Protocol['handle']>[1];
type SessionSetter<Name extends keyof Electron.Session> = Electron.Session[Name] extends (
  handler: infer Set,
  ...rest: infer _Rest
) => void
  ? NonNullable<Set>
  : never;

class AppDouble extends EventEmitter {
  isPackaged = false;
  name = 'Mengbu';
  locale = 'zh-CN';
  modelId = '';
  sandboxed = false;
  isFirstInstance = true;
  ended: 'no' | 'quit' | number = 'no';
  paths: Record<string, string> = { appData: '/appdata', downloads: '/downloads' };
  switches = new Map<string, string | undefined>();
  commandLine = {
    appendSwitch: (name: string, value?: string) => void this.switches.set(name, value),
    hasSwitch: (name: string) => this.switches.has(name),
  } satisfies Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch'>;

  whenReady = async () => {};
  enableSandbox = () => {
    this.sandboxed = true;
  };
  getLocale = () => this.locale;
  getPath = (name: string) => this.paths[name] ?? '';
  setPath = (name: string, path: string) => {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist.`);
    this.paths[name] = path;
  };
  requestSingleInstanceLock = () => this.isFirstInstance;
  setAppUserModelId = (id: string) => {
    this.modelId = id;
  };
  quit = () => {
    this.ended = 'quit';
  };
  exit = (code = 0) => {
    this.ended = code;
  };
}

export class SessionDouble extends EventEmitter {
  beforeRequest: Parameters<Electron.WebRequest['onBeforeRequest']>[0] = null;
  permissionRequest: SessionSetter<'setPermissionRequestHandler'> | null = null;
  permissionCheck: SessionSetter<'setPermissionCheckHandler'> | null = null;
  devicePermission: SessionSetter<'setDevicePermissionHandler'> | null = null;
  displayMedia: SessionSetter<'setDisplayMediaRequestHandler'> | null = null;
  spellChecker = true;
  dictionaries = 'https://redirector.gvt1.com/edgedl/chrome/dict/';
  handlers = new Map<string, ProtocolHandler>();
  protocol = {
    handle: (scheme: string, handler: ProtocolHandler) => void this.handlers.set(scheme, handler),
  } satisfies Pick<Electron.Protocol, 'handle'>;
  webRequest = {
    onBeforeRequest: (listener: NonNullable<SessionDouble['beforeRequest']>) => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler = (handler: SessionDouble['permissionRequest']) => {
    this.permissionRequest = handler;
  };
  setPermissionCheckHandler = (handler: SessionDouble['permissionCheck']) => {
    this.permissionCheck = handler;
  };
  setDevicePermissionHandler = (handler: SessionDouble['devicePermission']) => {
    this.devicePermission = handler;
  };
  setDisplayMediaRequestHandler = (handler: SessionDouble['displayMedia']) => {
    this.displayMedia = handler;
  };
  setSpellCheckerEnabled = (on: boolean) => {
    this.spellChecker = on;
  };
  setSpellCheckerDictionaryDownloadURL = (address: string) => {
    this.dictionaries = address;
  };
}

export class FrameDouble {
  url: string;
  constructor(url: string) {
    this.url = url;
  }
}

export class ContentsDouble extends EventEmitter {
  mainFrame = new FrameDouble('mengbu://app/');
  windowOpen: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | null = null;
  webRtc = 'default';
  received: { channel: string; ports: PortDouble[] }[] = [];
  printed: Electron.WebContentsPrintOptions[] = [];
  reloads = 0;
  destroyed = false;
  getURL = () => this.mainFrame.url;
  isDestroyed = () => this.destroyed;
  reload = () => {
    this.reloads += 1;
  };
  setWindowOpenHandler = (handler: NonNullable<ContentsDouble['windowOpen']>) => {
    this.windowOpen = handler;
  };
  setWebRTCIPHandlingPolicy = (policy: Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0]) => {
    this.webRtc = policy;
  };
  postMessage = (channel: string, _message: unknown, ports: Electron.MessagePortMain[] = []) => {
    this.received.push({ channel, ports: ports as PortDouble[] });
    this.emit('double:received');
  };
  print = (options: Electron.WebContentsPrintOptions = {}) => void this.printed.push(options);
}

class WindowDouble extends EventEmitter {
  static all: WindowDouble[] = [];
  static getAllWindows = () => WindowDouble.all as unknown as Electron.BrowserWindow[];
  readonly options: Electron.BrowserWindowConstructorOptions;
  webContents = new ContentsDouble();
  loaded: string[] = [];
  protections: boolean[] = [];
  shown = 0;
  focused = 0;
  minimized = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    WindowDouble.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL = async (address: string) => void this.loaded.push(address);
  show = () => {
    this.shown += 1;
  };
  focus = () => {
    this.focused += 1;
  };
  isMinimized = () => this.minimized;
  restore = () => {
    this.minimized = false;
  };
  setContentProtection = (on: boolean) => void this.protections.push(on);
  /** What a person does. */
  closeByPerson(): void {
    WindowDouble.all = WindowDouble.all.filter((other) => other !== this);
    this.webContents.destroyed = true;
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (WindowDouble.all.length === 0) app.emit('window-all-closed');
  }
}

/** The parent's end of a forked service, and the port the service finds at `process.parentPort`. */
export class ChildDouble extends EventEmitter {
  readonly parentPort = new EventEmitter() as EventEmitter & Electron.ParentPort;
  readonly entry: string;
  readonly args: readonly string[];
  kills = 0;

  constructor(entry: string, args: readonly string[]) {
    super();
    this.entry = entry;
    this.args = args;
    this.parentPort.postMessage = (message: unknown) => {
      setImmediate(() => this.emit('message', structuredClone(message)));
    };
  }
  /** As in Electron, what is posted before the service listens waits for it. */
  postMessage = (message: unknown, ports: Electron.MessagePortMain[] = []) => {
    const data = structuredClone(message);
    const moved = ports.map((port) => new PortDouble((port as PortDouble).transferred()));
    const deliver = () => this.parentPort.emit('message', { data, ports: moved });
    if (this.parentPort.listenerCount('message') > 0) setImmediate(deliver);
    else this.parentPort.once('newListener', () => setImmediate(deliver));
  };
  kill = () => {
    this.kills += 1;
    setImmediate(() => this.end(15));
    return true;
  };
  end(code: number): void {
    this.emit('exit', code);
  }
}

export const app = new AppDouble();
export const BrowserWindow = WindowDouble;
export const MessageChannelMain = ChannelDouble;
export const powerMonitor = new EventEmitter();
export const nativeTheme = { shouldUseDarkColors: false } satisfies Partial<Electron.NativeTheme>;

export const world = {
  schemes: [] as Electron.CustomScheme[],
  sessions: new Map<string, SessionDouble>(),
  sessionOptions: new Map<string, Electron.FromPartitionOptions | undefined>(),
  invocable: new Map<string, Handler>(),
  children: [] as ChildDouble[],
  /** What a test puts behind each forked child. */
  onFork: (_child: ChildDouble): void => {},
  /** Where set, the process that is forked instead of a double. */
  forkReal: null as ((args: readonly string[]) => Electron.UtilityProcess) | null,
  menu: [] as Electron.MenuItemConstructorOptions[],
  popups: [] as Electron.MenuItemConstructorOptions[][],
  errorBoxes: [] as string[],
  openDialogs: [] as Electron.OpenDialogOptions[],
  openAnswer: { canceled: true, filePaths: [] } as Electron.OpenDialogReturnValue,
  saveDialogs: [] as Electron.SaveDialogOptions[],
  saveAnswer: { canceled: true, filePath: '' } as Electron.SaveDialogReturnValue,
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  invokeAnswer: (_channel: string): unknown => null,
  pathOfFile: (_file: unknown): string => '',
};

export const protocol = {
  registerSchemesAsPrivileged: (list: Electron.CustomScheme[]) => void world.schemes.push(...list),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;

export const session = {
  fromPartition(partition: string, options?: Electron.FromPartitionOptions): Electron.Session {
    const known = world.sessions.get(partition);
    if (known !== undefined) return known as unknown as Electron.Session;
    const created = new SessionDouble();
    world.sessions.set(partition, created);
    world.sessionOptions.set(partition, options);
    app.emit('session-created', created);
    return created as unknown as Electron.Session;
  },
} satisfies Pick<typeof Electron.session, 'fromPartition'>;

export const ipcMain = {
  handle(channel: string, handler: Handler) {
    if (world.invocable.has(channel)) throw new Error(`Two handlers for ${channel}.`);
    world.invocable.set(channel, handler);
  },
} satisfies Pick<Electron.IpcMain, 'handle'>;

export const utilityProcess = {
  fork(entry: string, args: string[] = [], _options?: Electron.ForkOptions): Electron.UtilityProcess {
    const real = world.forkReal?.(args);
    if (real !== undefined) return real;
    const child = new ChildDouble(entry, args);
    world.children.push(child);
    world.onFork(child);
    return child as unknown as Electron.UtilityProcess;
  },
} satisfies Pick<typeof Electron.utilityProcess, 'fork'>;

export const Menu = {
  buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Electron.Menu {
    return { template, popup: () => void world.popups.push(template) } as unknown as Electron.Menu;
  },
  setApplicationMenu(menu: Electron.Menu | null): void {
    world.menu = (menu as unknown as { template: Electron.MenuItemConstructorOptions[] }).template;
  },
} satisfies Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;

export const dialog = {
  showErrorBox: (title: string, text: string) => void world.errorBoxes.push(`${title}\n${text}`),
  showOpenDialog: (async (_window: unknown, options: Electron.OpenDialogOptions) => {
    world.openDialogs.push(options);
    return world.openAnswer;
  }) as Electron.Dialog['showOpenDialog'],
  showSaveDialog: (async (_window: unknown, options: Electron.SaveDialogOptions) => {
    world.saveDialogs.push(options);
    return world.saveAnswer;
  }) as Electron.Dialog['showSaveDialog'],
} satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog'>;

export const contextBridge = {
  exposeInMainWorld: (key: string, api: unknown) => void world.exposed.set(key, api),
} satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>;

class RendererIpcDouble extends EventEmitter {
  invoke: Electron.IpcRenderer['invoke'] = async (channel, ...args) => {
    world.invoked.push([channel, ...args]);
    return world.invokeAnswer(channel);
  };
}
export const ipcRenderer = new RendererIpcDouble();

export const webUtils = {
  getPathForFile: (file: File) => world.pathOfFile(file),
} satisfies Pick<Electron.WebUtils, 'getPathForFile'>;

/** The parts that stand for Electron's objects keep its names and parameters; a rename there fails to compile here. */
export type Checked = [
  Conforms<
    AppDouble,
    Electron.App,
    'whenReady' | 'enableSandbox' | 'getLocale' | 'quit' | 'exit' | 'requestSingleInstanceLock'
  >,
  Conforms<SessionDouble, Electron.Session, SessionSetters>,
  Conforms<ContentsDouble, Electron.WebContents, ContentsDeeds>,
  Conforms<
    WindowDouble,
    Electron.BrowserWindow,
    'show' | 'focus' | 'isMinimized' | 'restore' | 'setContentProtection'
  >,
  Conforms<ChildDouble, Electron.UtilityProcess, 'postMessage' | 'kill'>,
];
type SessionSetters =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerDictionaryDownloadURL';
type ContentsDeeds =
  | 'getURL'
  | 'isDestroyed'
  | 'reload'
  | 'setWindowOpenHandler'
  | 'setWebRTCIPHandlingPolicy'
  | 'postMessage'
  | 'print';
type Conforms<Double extends Pick<Real, Names>, Real, Names extends keyof Real> = [Double, Names];
