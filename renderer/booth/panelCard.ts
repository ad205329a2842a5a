import type { BoothPanel } from '#shared/showcase/boothPack.ts';
import { inLanguage } from '#shared/showcase/boothSearch.ts';
import { el } from '../reader/dom.ts';
import { type BoothLanguage, wordsFor } from './words.ts';

/** A panel in the hall: its first picture, what it is, whose, and its one sentence. */
export function panelCard(panel: BoothPanel, language: BoothLanguage, open: () => void): HTMLElement {
  const t = wordsFor(language);
  const picture = panel.media.find(({ kind }) => kind === 'image');
  const { status } = panel;
  return el(
    'button',
    { type: 'button', class: 'card', onclick: open },
    el(
      'span',
      { class: 'picture' },
      picture === undefined
        ? el('span', { class: 'letter', 'aria-hidden': 'true' }, panel.title.zh.slice(0, 1))
        : el('img', { src: picture.thumb ?? picture.src, alt: '', loading: 'lazy' }),
    ),
    el(
      'span',
      { class: 'words' },
      el(
        'span',
        { class: 'tags' },
        status === null
          ? el('span', { class: 'tag' }, t.terms.kinds[panel.kind])
          : el('span', { class: 'tag', 'data-status': status }, t.terms.statuses[status]),
      ),
      el('span', { class: 'name' }, inLanguage(panel.title, language)),
      el('span', { class: 'unit' }, inLanguage(panel.unitName, language)),
      el('span', {}, inLanguage(panel.highlight, language)),
    ),
  );
}
