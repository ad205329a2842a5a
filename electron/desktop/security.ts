import { app, type Session, session, type WebContents } from 'electron';
import { APP_ORIGIN, APP_SCHEME, isAppUrl, staysInside, VAULT_FILE_SCHEME } from './origin.ts';

/** The one session of the window. It keeps preferences of the screens between starts and has no cache. */
export const PARTITION = 'persist:mengbu';

/** Switches that would let another program drive the packaged app or take its walls down. */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'disable-web-security',
  'disable-site-isolation-trials',
  'load-extension',
  'log-net-log',
];

/** Permissions that stay within the window; every other one is denied. */
const GRANTED_PERMISSIONS: readonly string[] = ['fullscreen', 'clipboard-sanitized-write'];

/**
 * What has to stand before the app is ready: sandbox for every process, the schemes, no name resolution, and a guard on
 * every session and page there will ever be. false: the app was started in a way it refuses.
 */
export function secureApp(schemes: {
  registerSchemesAsPrivileged(list: Electron.CustomScheme[]): void;
}): boolean {
  if (app.isPackaged && REFUSED_SWITCHES.some((name) => app.commandLine.hasSwitch(name))) return false;
  app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  schemes.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    {
      scheme: VAULT_FILE_SCHEME,
      // Without `standard` Chromium's media player asks for one range only and cannot seek.
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
  app.on('session-created', secureSession);
  app.on('web-contents-created', (_event, contents) => secureContents(contents));
  return true;
}

/** The window's session, secured when it is created. */
export function windowSession(): Session {
  return session.fromPartition(PARTITION, { cache: false });
}

/**
 * Nothing leaves the machine, no permission is given, no dictionary is fetched. Nothing is downloaded by a page, but for what
 * a person saves from the carried reader: the system asks them where to.
 */
export function secureSession(ofPages: Session): void {
  ofPages.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowed(details.url) }));
  ofPages.setPermissionRequestHandler((contents, permission, decide) =>
    decide(isGranted(permission, contents.getURL())),
  );
  ofPages.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  ofPages.setDevicePermissionHandler(() => false);
  ofPages.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  ofPages.setSpellCheckerEnabled(false);
  ofPages.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/no-dictionaries/`);
  ofPages.on('will-download', (event, item, contents) => {
    if (!isSavedFromReader(item.getURL(), contents.getURL())) event.preventDefault();
  });
}

/** The carried reader, to try a bundle as a partner would: a window with no way to the service. */
const READER_URL = `${APP_ORIGIN}/reader.html`;
const READER_WINDOW: Electron.WindowOpenHandlerResponse = {
  action: 'allow',
  overrideBrowserWindowOptions: {
    autoHideMenuBar: true,
    webPreferences: {
      preload: '',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
    },
  },
};

/** The page of an exhibition, framed by its preview. */
const BOOTH_URL = `${APP_ORIGIN}/booth.html`;

/** A page stays where it is, opens nothing but the reader, and embeds nothing but the booth. */
export function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => (url === READER_URL ? READER_WINDOW : { action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', (details) => {
    if (!isAppUrl(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    const isAllowedThere = details.isMainFrame ? isAppUrl(details.url) : details.url === BOOTH_URL;
    if (!isAllowedThere) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function isSavedFromReader(address: string, page: string): boolean {
  return page === READER_URL && address.startsWith('blob:') && staysInside(address);
}

function isAllowed(address: string): boolean {
  return staysInside(address) || (!app.isPackaged && address.startsWith('devtools://'));
}

function isGranted(permission: string, asking: string): boolean {
  return GRANTED_PERMISSIONS.includes(permission) && isAppUrl(asking);
}
