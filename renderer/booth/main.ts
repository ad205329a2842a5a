import './booth.css';
import type { BoothPack } from '#shared/showcase/boothPack.ts';
import { chosenPanels, inLanguage, isExpired, NO_CHOICE } from '#shared/showcase/boothSearch.ts';
import { el } from '../reader/dom.ts';
import { attractView } from './attractView.ts';
import { hallView } from './hallView.ts';
import { packHandedIn, packInside } from './pack.ts';
import { panelView } from './panelView.ts';
import type { BoothState } from './state.ts';
import { wordsFor } from './words.ts';

const root = document.getElementById('booth') ?? document.body;
let state: BoothState | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;
let leave = (): void => undefined;

const inside = packInside();
if (inside !== null) open(inside);
else {
  root.append(el('p', { class: 'notice' }, window.parent === window ? wordsFor('zh').broken : ''));
  packHandedIn(open);
}

for (const event of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
  addEventListener(event, watch, { passive: true });
// Who watches a film is there; its events do not rise, they are met on their way down.
addEventListener('timeupdate', watch, { capture: true });
// A booth that runs for days looks at the calendar also while nobody touches it.
setInterval(() => {
  if (state !== null && isExpired(state.pack, today()) && !root.querySelector('.notice')) show();
}, 60_000);
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || state === null) return;
  if (state.panel !== null) change({ panel: null });
  else if (!state.isAttracting) toStart();
});

function open(pack: BoothPack): void {
  state = { pack, language: 'zh', isAttracting: true, choice: NO_CHOICE, panel: null };
  show();
}

function change(changes: Partial<Omit<BoothState, 'pack'>>): void {
  if (state === null) return;
  state = { ...state, ...changes };
  show();
}

function toStart(): void {
  change({ isAttracting: true, choice: NO_CHOICE, panel: null, language: 'zh' });
}

/** Left alone for the time of the exhibition, the booth goes back to its first screen. */
function watch(): void {
  clearTimeout(idle);
  if (state === null || state.isAttracting) return;
  idle = setTimeout(toStart, state.pack.exhibition.idleSeconds * 1000);
}

function show(): void {
  if (state === null) return;
  leave();
  leave = () => undefined;
  const { pack, language } = state;
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.title = inLanguage(pack.exhibition.title, language);
  const scrolled = document.querySelector('.cards')?.scrollTop ?? 0;
  root.replaceChildren(viewOf(state));
  document.querySelector('.cards')?.scrollTo(0, scrolled);
  root.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
  watch();
}

function viewOf(now: BoothState): HTMLElement {
  if (isExpired(now.pack, today())) return expiredView(now.pack);
  if (now.panel !== null) return panelView(now, chosenPanels(now.pack, now.choice), change);
  if (!now.isAttracting) return hallView(now, change, toStart);
  const { element, stop } = attractView(now, change);
  leave = stop;
  return element;
}

function expiredView({ expiresOn, serial }: BoothPack): HTMLElement {
  const both = (['zh', 'en'] as const).map((language) =>
    el(
      'div',
      { lang: language === 'en' ? 'en' : 'zh-CN' },
      el('h1', {}, wordsFor(language).expired),
      el('p', {}, wordsFor(language).expiredHelp(expiresOn)),
    ),
  );
  return el('main', { class: 'notice' }, ...both, el('p', {}, serial));
}

/** On the clock of the booth. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
