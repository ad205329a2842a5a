import { visibleName } from '#shared/bundles/names.ts';
import { el } from './dom.ts';
import type { ReaderSession } from './session.ts';
import { isPicture, mustBeHeldWhole, previewFile, saveFile } from './takeFile.ts';
import { bytesText, words } from './words.ts';

export interface ShownFile {
  path: string;
  name: string;
  size: number;
  mediaType: string;
  note: string;
  /** Its bytes are what the signed list says; only then it is given out. */
  whole: boolean;
}

/** Kinds of files a system may run when they are opened. */
const MAY_RUN =
  /\.(?:exe|com|bat|cmd|scr|msi|msc|ps1|vbs|vbe|js|jse|wsf|hta|lnk|jar|reg|dll|app|sh|html?|xht(?:ml)?|svg|docm|xlsm|pptm)$/i;

/** One file: name, size, and what can be done with it. */
export function fileLine(file: ShownFile, session: ReaderSession | null): HTMLElement {
  const t = words();
  const name = visibleName(file.name);
  const status = el('span', { class: 'help', role: 'status' });
  const can = session !== null && file.whole;
  const save = el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'aria-label': t.saveNamed(name),
      onclick: () => void (session && saveFile(file, session, status)),
    },
    t.save,
  );
  const preview = el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'aria-label': t.previewNamed(name),
      onclick: () => void (session && previewFile(file, session, status)),
    },
    t.preview,
  );
  return el(
    'li',
    { class: 'file' },
    el(
      'span',
      { class: 'file-label' },
      el('bdi', {}, name),
      file.note === '' ? null : el('span', { class: 'help' }, file.note),
    ),
    el('span', { class: 'file-size' }, bytesText(file.size)),
    can && isPicture(file) ? preview : null,
    can ? save : el('span', { class: 'help' }, t.changedFile),
    can && mustBeHeldWhole(file) ? el('span', { class: 'help warn' }, t.largeFile) : null,
    can && MAY_RUN.test(file.name) ? el('span', { class: 'help warn' }, t.unsafeType) : null,
    status,
  );
}
