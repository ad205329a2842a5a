import type { ClientLink } from '@orpc/client';
import type { Place } from '#shared/places.ts';

/** What a door offers the screens beyond the contract. The desktop and the browser door each implement it once. */
export type Host = {
  door: 'desktop' | 'browser';
  /** Asks for a folder. null: the person changed their mind. */
  pickFolder(purpose: FolderPurpose): Promise<Place | null>;
  /** Asks for one or more files by their endings (without dot; empty: any). */
  pickFiles(options: FileChoice): Promise<PickedFiles | null>;
  /** Where the screens can load a vault file whose capability address the service gave out. */
  fileUrl(address: string): string;
  /** Lets the person keep the bytes behind a capability address as a file. Rejects with ProblemsError where it could not be written. */
  save(address: string, suggestedName: string): Promise<void>;
  /** Browser door: streams one announced file of an import to the service. The desktop door never needs it. */
  upload(importId: string, entryId: string, file: Blob, signal?: AbortSignal): Promise<void>;
  /** Tells the window that what is shown is 普通商密 or higher, so that screen capture is shut out where a system can. */
  protectContent(on: boolean): void;
  /** Turns what was dropped on the window into something the service can take. Call it within the drop event. */
  dropped(data: DataTransfer): Promise<PickedFiles | null>;
  /** Fires when the service behind the door was replaced (lock, crash): the screens start over. */
  onServiceReplaced(listener: () => void): () => void;
  /** Fires when this page may no longer speak to the service at all. */
  onSessionLost(listener: (why: SessionLoss) => void): () => void;
  print(): void;
  /** The language of what the door itself shows: menu and dialogs. */
  showLanguage(language: 'zh-CN' | 'en'): void;
};

/** A door as the screens get it: what it offers, and the way calls of the contract go. */
export type Door = { host: Host; link: ClientLink<Record<never, never>> };

export type FolderPurpose = 'vault' | 'import' | 'export';
export type FileChoice = { endings: readonly string[]; many: boolean };
/** NOT_STARTED: this page was not opened by the program. ENDED: its session is over. */
export type SessionLoss = 'NOT_STARTED' | 'ENDED';

/**
 * Files on their way in. The desktop door hands over places the service reads itself; the browser door hands over
 * File objects that the screens stream to the service.
 */
export type PickedFiles = { kind: 'places'; places: Place[] } | { kind: 'uploads'; entries: UploadEntry[] };

export type UploadEntry = {
  /** Path inside what was dropped, with "/" between parts; the name as the system gave it. */
  path: string;
  file: Blob & { name: string; lastModified: number };
};
