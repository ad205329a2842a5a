import type { ItemJson } from '#shared/bundles/itemJson.ts';
import { el } from './dom.ts';
import { fileLine } from './fileLine.ts';
import { itemView } from './itemView.ts';
import type { ReportMessage } from './messages.ts';
import type { ReaderSession } from './session.ts';
import { bytesText, countText, words } from './words.ts';

/** Items put on the page at once. */
const PAGE = 100;

/** What is inside: the items of a bundle, or the plain files of another bag. */
export function contentsView(
  report: ReportMessage,
  items: readonly ItemJson[],
  session: ReaderSession | null,
): HTMLElement {
  const t = words();
  const isBundle = report.bundle !== null;
  return el(
    'section',
    { 'aria-labelledby': 'contents' },
    el('h2', { id: 'contents' }, t.contents),
    isBundle ? itemList(report, items, session) : plainFiles(report, session),
  );
}

function itemList(
  report: ReportMessage,
  items: readonly ItemJson[],
  session: ReaderSession | null,
): HTMLElement {
  const t = words();
  const titles = new Map(items.map((item) => [item.id, item.title]));
  const fileCount = items.reduce((sum, item) => sum + item.files.length, 0);
  const bytes = items.reduce((sum, item) => item.files.reduce((inner, file) => inner + file.size, sum), 0);
  const list = el('ul', { class: 'items' });
  const more = el('button', { type: 'button', class: 'quiet', onclick: () => fill() }, t.showMore);
  const count = el('p', { class: 'help', role: 'status' });
  let found: readonly ItemJson[] = items;

  function fill(): void {
    const from = list.children.length;
    const next = found.slice(from, from + PAGE);
    list.append(...next.map((item) => el('li', {}, itemView(item, report, titles, session))));
    more.hidden = list.children.length >= found.length;
  }
  function narrow(wanted: string): void {
    found = wanted === '' ? items : items.filter((item) => matches(item, wanted));
    list.replaceChildren();
    fill();
    const isNarrowed = wanted !== '';
    const line = t.found(countText(found.length), countText(items.length));
    count.textContent = !isNarrowed ? '' : found.length === 0 ? t.noneFound : line;
  }
  const search = el('input', {
    type: 'search',
    class: 'find',
    'aria-label': t.find,
    placeholder: t.find,
    oninput: () => narrow(search.value.normalize('NFC').trim().toLowerCase()),
  });
  fill();
  return el(
    'div',
    {},
    el(
      'p',
      { class: 'help' },
      t.contentsCount(countText(items.length), countText(fileCount), bytesText(bytes)),
    ),
    items.length > 5 ? search : null,
    count,
    list,
    more,
  );
}

function matches(item: ItemJson, wanted: string): boolean {
  const refCode = item.kind === 'record' ? (item.refCode ?? '') : '';
  const texts = [item.title, refCode, ...item.files.map(({ name }) => name)];
  return texts.some((text) => text.normalize('NFC').toLowerCase().includes(wanted));
}

function plainFiles(report: ReportMessage, session: ReaderSession | null): HTMLElement {
  const t = words();
  const files = [...report.files];
  const list = el('ul', { class: 'files' });
  const more = el('button', { type: 'button', class: 'quiet', onclick: () => fill() }, t.showMore);
  function fill(): void {
    const next = files.slice(list.children.length, list.children.length + PAGE);
    const lines = next.map(([path, { size, whole }]) =>
      fileLine({ path, name: path.replace(/^data\//, ''), size, mediaType: '', note: '', whole }, session),
    );
    list.append(...lines);
    more.hidden = list.children.length >= files.length;
  }
  fill();
  return el(
    'div',
    {},
    el('p', { class: 'help' }, t.filesOnly(countText(files.length), bytesText(report.bytes))),
    list,
    more,
  );
}
