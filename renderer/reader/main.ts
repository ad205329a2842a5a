import './reader.css';
import type { ItemJson } from '#shared/bundles/itemJson.ts';
import { el } from './dom.ts';
import { faultText } from './faultText.ts';
import { keyView } from './keyView.ts';
import type { Fault, ReportMessage, Told } from './messages.ts';
import { progressView } from './progressView.ts';
import { reportView } from './reportView.ts';
import { type ReaderSession, readerSession } from './session.ts';
import { startView } from './startView.ts';
import { switchLanguage, words } from './words.ts';

/** What the page shows. Everything is forgotten when it is closed. */
type Stage =
  | { at: 'start'; fault: Fault | null }
  | { at: 'key'; file: File; needs: 'passphrase' | 'identity'; fault: Fault | null }
  | { at: 'work'; file: File; unlocking: boolean }
  | { at: 'report'; file: File; report: ReportMessage; items: ItemJson[] };

let stage: Stage = { at: 'start', fault: null };
let session: ReaderSession | null = null;
let showProgress = (_read: number): void => undefined;

const root = document.getElementById('reader') ?? document.body;
window.addEventListener('dragover', (event) => event.preventDefault());
window.addEventListener('drop', dropped);
show(stage);

function show(next: Stage): void {
  stage = next;
  const body = viewOf(next);
  root.replaceChildren(header(), el('main', {}, body));
  root.querySelector<HTMLElement>('[data-focus]')?.focus();
}

function viewOf(now: Stage): HTMLElement {
  switch (now.at) {
    case 'start':
      return startView(now.fault === null ? null : faultText(now.fault), chosen);
    case 'key':
      return keyView(now, (identities, passphrase) => begin(now.file, identities, passphrase), startAgain);
    case 'work': {
      const view = progressView(now.file, now.unlocking, startAgain);
      showProgress = view.update;
      return view.element;
    }
    case 'report':
      return reportView(now.report, now.items, now.file.name, session, startAgain);
  }
}

function header(): HTMLElement {
  const t = words();
  const change = (): void => {
    switchLanguage();
    show(stage);
  };
  return el(
    'header',
    {},
    el('h1', {}, t.title),
    el(
      'button',
      { type: 'button', class: 'quiet', lang: t.otherLanguageCode, onclick: change },
      t.otherLanguage,
    ),
  );
}

function chosen(file: File): void {
  begin(file, [], null);
}

function begin(file: File, identities: readonly string[], passphrase: string | null): void {
  session?.end();
  const items: ItemJson[] = [];
  const own = readerSession(file, (told) => {
    if (session === own) heard(told, file, items);
  });
  session = own;
  show({ at: 'work', file, unlocking: passphrase !== null });
  own.open(identities, passphrase);
}

function heard(told: Told, file: File, items: ItemJson[]): void {
  if (told.tell === 'progress') showProgress(told.read);
  else if (told.tell === 'items') items.push(...told.items);
  else if (told.tell === 'report') show({ at: 'report', file, report: told.report, items });
  else if (told.tell === 'fault') failed(told.fault, file);
}

/** A key that is missing is asked for; one that does not fit is asked for again. */
function failed(fault: Fault, file: File): void {
  const { needs, tried } = fault.data;
  const canAsk = fault.code === 'CANNOT_DECRYPT' && (needs === 'passphrase' || needs === 'identity');
  if (canAsk) show({ at: 'key', file, needs, fault: tried === 'nothing' ? null : fault });
  else show({ at: 'start', fault });
}

function startAgain(): void {
  session?.end();
  session = null;
  show({ at: 'start', fault: null });
}

function dropped(event: DragEvent): void {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file !== undefined) chosen(file);
}
