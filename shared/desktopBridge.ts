import type { Problem } from './errors.ts';
import type { Place } from './places.ts';

/**
 * What the desktop door's preload puts at `window.mengbu`, and nothing else. The screens name no path: what a person
 * picks or drops comes back as a place with a token.
 */
export type DesktopBridge = {
  /**
   * Asks for the service. Every port arrives as a message event of the window: `data` is the PortMessage, `ports[0]`
   * the port, `origin` and `source` the window's own. Listen before calling. The first port answers the call; each
   * later one says that the service was replaced (lock, crash), so the screens start over on it.
   */
  connect(): void;
  /** null: the person changed their mind. */
  pickFolder(purpose: FolderPurpose): Promise<Place | null>;
  /** `endings` without dot; empty: any file. null: the person changed their mind. */
  pickFiles(options: { endings: readonly string[]; many: boolean }): Promise<Place[] | null>;
  /** The place of a File that was dropped (also a folder's). null: it does not come from a disk. */
  placeOf(file: unknown): Promise<Place | null>;
  /** Asks where, and writes the bytes behind a capability address there, whole or not at all. */
  save(address: string, suggestedName: string): Promise<SaveOutcome>;
  /** Shuts screen capture out of the window, where the system can. It is on until the screens first say otherwise. */
  protectContent(on: boolean): void;
  print(): void;
  /** The language of menu and dialogs. */
  language(language: DesktopLanguage): void;
};

export type FolderPurpose = 'vault' | 'import' | 'export';
export type DesktopLanguage = 'zh-CN' | 'en';
export type PortMessage = 'mengbu:port';

export type SaveOutcome = { kind: 'saved' } | { kind: 'cancelled' } | { kind: 'failed'; problem: Problem };

/**
 * Where the window loads a vault file: this, then the capability address through encodeURIComponent. Ranges are
 * answered, and scripts of the window may fetch it.
 */
export type VaultFileUrl = `mengbu-file://vault/${string}`;
