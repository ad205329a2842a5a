import { inLanguage } from '#shared/showcase/boothSearch.ts';
import { el } from '../reader/dom.ts';
import type { BoothState, Change } from './state.ts';
import { wordsFor } from './words.ts';

const STAY_MS = 7000;
const MOST_SLIDES = 12;

/** The first screen: who exhibits what, pictures of the panels in turn, and one invitation. Any touch begins. */
export function attractView(state: BoothState, change: Change): { element: HTMLElement; stop(): void } {
  const { pack, language } = state;
  const { exhibition } = pack;
  const t = wordsFor(language);
  const begin = () => change({ isAttracting: false });
  const pictures = slidesOf(state);
  const facts = [exhibition.area, spanOf(exhibition), pack.serial].filter((fact) => fact !== '');
  const poster = el(
    'div',
    { class: 'poster' },
    el('p', { class: 'body' }, pack.body),
    el(
      'div',
      {},
      exhibition.forUnit === '' ? null : el('p', { class: 'for' }, t.forUnit(exhibition.forUnit)),
      el('h1', {}, inLanguage(exhibition.title, language)),
      el('p', { class: 'theme' }, inLanguage(exhibition.theme, language)),
    ),
    el(
      'div',
      { class: 'invite' },
      el('button', { type: 'button', class: 'begin', 'data-focus': true, onclick: begin }, t.begin),
      el(
        'button',
        {
          type: 'button',
          class: 'language',
          lang: t.otherLanguageCode,
          onclick: (event) => {
            event.stopPropagation();
            change({ language: language === 'zh' ? 'en' : 'zh' });
          },
        },
        t.otherLanguage,
      ),
    ),
    el('p', { class: 'facts' }, facts.join('　')),
  );
  const element = el(
    'main',
    { class: pictures.length === 0 ? 'attract plain' : 'attract', onclick: begin },
    poster,
    el('div', { class: 'slides', 'aria-hidden': 'true' }, ...pictures),
  );
  return { element, stop: turn(pictures) };
}

function slidesOf({ pack, language }: BoothState): HTMLElement[] {
  return pack.panels
    .flatMap(({ media, title }) => {
      const first = media.find(({ kind }) => kind === 'image');
      return first ? [{ src: first.src, title }] : [];
    })
    .slice(0, MOST_SLIDES)
    .map(({ src, title }, at) =>
      el(
        'figure',
        { class: at === 0 ? 'slide shown' : 'slide' },
        el('img', { src, alt: '' }),
        el('figcaption', {}, inLanguage(title, language)),
      ),
    );
}

/** One picture after the other; where motion is not wanted, the first stays. */
function turn(pictures: readonly HTMLElement[]): () => void {
  if (pictures.length < 2 || matchMedia('(prefers-reduced-motion: reduce)').matches) return () => undefined;
  let at = 0;
  const timer = setInterval(() => {
    pictures[at]?.classList.remove('shown');
    at = (at + 1) % pictures.length;
    pictures[at]?.classList.add('shown');
  }, STAY_MS);
  return () => clearInterval(timer);
}

function spanOf({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): string {
  return startsOn === null && endsOn === null ? '' : `${startsOn ?? ''} – ${endsOn ?? ''}`;
}
