import { el } from './dom.ts';
import { words } from './words.ts';

/** Where a file is dropped or chosen; `problem` says why the last one was not opened. */
export function startView(problem: string | null, onFile: (file: File) => void): HTMLElement {
  const t = words();
  const input = el('input', {
    type: 'file',
    id: 'file',
    class: 'unseen',
    onchange: () => {
      const file = input.files?.[0];
      if (file !== undefined) onFile(file);
    },
  });
  const zone = el(
    'div',
    { class: 'drop' },
    el('p', { class: 'drop-lead' }, t.drop),
    input,
    el('label', { for: 'file', class: 'button' }, t.choose),
  );
  for (const kind of ['dragenter', 'dragover']) zone.addEventListener(kind, () => zone.classList.add('over'));
  for (const kind of ['dragleave', 'drop']) zone.addEventListener(kind, () => zone.classList.remove('over'));
  return el(
    'section',
    { class: 'start' },
    problem === null
      ? null
      : el('p', { class: 'notice bad', role: 'alert', tabindex: '-1', 'data-focus': true }, problem),
    el('p', { class: 'lead' }, t.lead),
    zone,
  );
}
