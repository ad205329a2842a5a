import { visibleName } from '#shared/bundles/names.ts';
import { el } from './dom.ts';
import { bytesText, words } from './words.ts';

/** While a file is unlocked and verified. */
export function progressView(
  file: File,
  unlocking: boolean,
  onCancel: () => void,
): { element: HTMLElement; update: (read: number) => void } {
  const t = words();
  const bar = el('progress', { max: String(Math.max(1, file.size)), 'aria-label': t.progress });
  const line = el('p', { class: 'progress-line' }, unlocking ? t.trying : '');
  const element = el(
    'section',
    { class: 'work' },
    el('h2', { tabindex: '-1', 'data-focus': true }, t.verifying(visibleName(file.name))),
    bar,
    line,
    el(
      'p',
      { class: 'actions' },
      el('button', { type: 'button', class: 'quiet', onclick: onCancel }, t.cancel),
    ),
  );
  function update(read: number): void {
    bar.value = read;
    line.textContent = `${bytesText(read)} / ${bytesText(file.size)}`;
  }
  return { element, update };
}
