/** Where things lie in a bundle's bag. */
export const BAGIT_TXT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const SIGNATURE = 'tagmanifest-sha256.txt.sig';
export const BUNDLE_JSON = 'data/bundle.json';
export const INDEX_HTML = 'data/index.html';
export const JOURNAL = 'data/journal.jsonl';

/** First in the tar, in this order, so that a reader can judge before the bulk. */
export const HEAD_FILES = [BAGIT_TXT, BAG_INFO, MANIFEST, TAG_MANIFEST, SIGNATURE, BUNDLE_JSON] as const;
/** What the tag manifest of a bundle lists: exactly these. */
export const SIGNED_TAG_FILES = [BAG_INFO, BAGIT_TXT, MANIFEST] as const;

export const BAGIT_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export function itemPath(kind: string, id: string): string {
  return `data/items/${kind}/${id}.json`;
}

export function fileFolder(itemId: string): string {
  return `data/files/${itemId}/`;
}

export function isItemPath(path: string): boolean {
  return path.startsWith('data/items/');
}

/** A file of a bag, as an archive or a folder gives it. */
export interface BagMember {
  /** Name of the bag's folder; '' for a plain folder whose name is not part of the bag. */
  root: string;
  /** Below the root. */
  path: string;
  size: number;
  body: AsyncIterable<Uint8Array>;
}

/** A bag that can be read from its beginning as often as needed. */
export interface BagInput {
  /** It came out of an age file: strict rules whatever it holds. */
  sealed: boolean;
  /** Every file, each time anew, in the order they lie there. Throws a BundleError. */
  members(): AsyncIterable<BagMember>;
}
