import type { UploadEntry } from './door.ts';

/**
 * Every file of what was dropped, folders walked to the bottom. The items must be taken before the first await:
 * the browser empties them when the drop event ends.
 */
export async function droppedEntries(data: DataTransfer): Promise<UploadEntry[]> {
  const roots = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found: UploadEntry[] = [];
  for (const root of roots) await collect(root, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: UploadEntry[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  if (isDirectory(entry)) for (const child of await childrenOf(entry)) await collect(child, found);
}

/** A reader gives at most a hundred entries at a time, and an empty list at the end. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
