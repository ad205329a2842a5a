import { visibleName } from '#shared/bundles/names.ts';
import { el } from './dom.ts';
import type { ShownFile } from './fileLine.ts';
import type { ReaderSession } from './session.ts';
import { words } from './words.ts';

/** Above this a file is written to the disk as it comes, where the browser can; below, it is put together first. */
const STREAMED_FROM = 512 * 1024 * 1024;
/** Above this a picture is only saved. */
const MOST_BYTES_OF_A_PICTURE = 64 * 1024 * 1024;
/** Formats a browser draws without running anything. */
const PICTURES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
]);

type SavePicker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

/** Whether this browser can save it only by holding it whole. */
export function mustBeHeldWhole({ size }: ShownFile): boolean {
  return size >= STREAMED_FROM && savePicker() === null;
}

export function isPicture({ mediaType, size }: ShownFile): boolean {
  return PICTURES.has(mediaType) && size > 0 && size <= MOST_BYTES_OF_A_PICTURE;
}

/** The name under which it is saved is the one it has in the bag: safe on every system. */
export async function saveFile(file: ShownFile, session: ReaderSession, status: HTMLElement): Promise<void> {
  const t = words();
  const shown = visibleName(file.name);
  const name = file.path.split('/').at(-1) ?? 'file';
  try {
    const picker = savePicker();
    if (file.size >= STREAMED_FROM && picker !== null) {
      const handle = await picker({ suggestedName: name });
      status.textContent = t.saving(shown);
      await streamInto(handle, file.path, session);
    } else {
      status.textContent = t.saving(shown);
      download(await session.blobOf(file.path), name);
    }
    status.textContent = t.saved(shown);
  } catch (error) {
    const calledOff = error instanceof DOMException && error.name === 'AbortError';
    status.textContent = calledOff ? '' : t.notSaved(shown);
  }
}

/** The picture over the page; Esc closes it. */
export async function previewFile(
  file: ShownFile,
  session: ReaderSession,
  status: HTMLElement,
): Promise<void> {
  const t = words();
  const shown = visibleName(file.name);
  status.textContent = t.saving(shown);
  try {
    const blob = await session.blobOf(file.path);
    const address = URL.createObjectURL(new Blob([blob], { type: file.mediaType }));
    const picture = el('img', { src: address, alt: shown });
    const close = el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t.close);
    const dialog = el(
      'dialog',
      { class: 'preview', 'aria-label': shown },
      picture,
      el('p', {}, el('bdi', {}, shown), close),
    );
    dialog.addEventListener('close', () => {
      URL.revokeObjectURL(address);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
    close.focus();
    status.textContent = '';
  } catch {
    status.textContent = t.notSaved(shown);
  }
}

async function streamInto(handle: FileSystemFileHandle, path: string, session: ReaderSession): Promise<void> {
  const target = await handle.createWritable();
  try {
    await session.piecesOf(path, (bytes) => target.write(new Uint8Array(bytes)));
    await target.close();
  } catch (error) {
    await target.abort().catch(() => undefined);
    throw error;
  }
}

/** Hands a made file to the browser. */
export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function savePicker(): SavePicker | null {
  const picker: unknown = Reflect.get(window, 'showSaveFilePicker');
  return typeof picker === 'function' ? (options) => picker.call(window, options) : null;
}
