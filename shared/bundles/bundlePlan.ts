import type { BundleJson } from './bundleJson.ts';
import type { FileJson, ItemJson } from './itemJson.ts';
import type { JournalLine } from './journalLine.ts';

type WithoutEach<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never;

/** A file that goes into a bundle; its place there follows from its name. */
export type PlannedFile = Omit<FileJson, 'path'>;
/** An item as the bundle will hold it, without what follows from the format. */
export type PlannedItem = WithoutEach<ItemJson, 'format' | 'version' | 'critical' | 'files'> & {
  files: readonly PlannedFile[];
};

/**
 * What goes into one bundle. `items` and `journal` are walked several times and must give the same each time: arrays, or
 * objects whose iterator reads page by page, so that a large selection never lies in memory whole.
 */
export interface BundlePlan {
  /** bundle.json without what follows from format, items and signing key. */
  bundle: Omit<BundleJson, 'format' | 'version' | 'critical' | 'counts' | 'sender'> & {
    sender: Omit<BundleJson['sender'], 'signingKey'>;
  };
  items: Iterable<PlannedItem>;
  /** The chains of the items that name one, each from its first entry on. */
  journal: Iterable<JournalLine>;
}

/** Opens a file's bytes: exactly those of its size and SHA-256. Called once for each file, in order. */
export type OpenPlannedFile = (file: PlannedFile, itemId: string) => AsyncIterable<Uint8Array>;
