import type { Place } from '#shared/places.ts';

/** What a door offers the screens beyond the contract. The desktop and the browser door each implement it once. */
export type Host = {
  door: 'desktop' | 'browser';
  /** Asks for a folder. null: the person changed their mind. */
  pickFolder(purpose: 'vault' | 'import' | 'export'): Promise<Place | null>;
  /** Asks for one or more files by their endings (without dot; empty: any). */
  pickFiles(options: { endings: readonly string[]; many: boolean }): Promise<PickedFiles | null>;
  /** Where the screens can load a vault file whose capability address the service gave out. */
  fileUrl(address: string): string;
  /** Lets the person keep the bytes behind a capability address as a file. */
  save(address: string, suggestedName: string): Promise<void>;
  /** Tells the window that what is shown is 普通商密 or higher, so that screen capture is shut out where a system can. */
  protectContent(on: boolean): void;
  /** Turns what was dropped on the window into something the service can take. */
  dropped(data: DataTransfer): Promise<PickedFiles | null>;
  /** Fires when the service behind the door was replaced (lock, crash): the screens start over. */
  onServiceReplaced(listener: () => void): () => void;
  print(): void;
};

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
