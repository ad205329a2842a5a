import type { BoothMedia, BoothPanel } from '#shared/showcase/boothPack.ts';
import { inLanguage } from '#shared/showcase/boothSearch.ts';
import { el } from '../reader/dom.ts';
import { type BoothLanguage, wordsFor } from './words.ts';

/** One large, the others small below; a film has the browser's own controls. */
export function gallery({ media, title }: BoothPanel, language: BoothLanguage): HTMLElement {
  const t = wordsFor(language);
  const stage = el('div', { class: 'stage' });
  const caption = el('figcaption', {});
  const thumbs = media.map((each, at) =>
    el(
      'button',
      {
        type: 'button',
        class: 'thumb',
        'aria-label': each.kind === 'video' ? t.film : t.picture(at + 1, media.length),
        onclick: () => show(at),
      },
      each.kind === 'video'
        ? el('span', { class: 'film', 'aria-hidden': 'true' }, '▶')
        : el('img', { src: each.thumb ?? each.src, alt: '' }),
    ),
  );
  function show(at: number): void {
    const each = media[at];
    if (each === undefined) return;
    const words = inLanguage(each.caption, language);
    stage.replaceChildren(large(each, words === '' ? inLanguage(title, language) : words));
    caption.textContent = words;
    thumbs.forEach((thumb, index) => {
      thumb.setAttribute('aria-pressed', String(index === at));
    });
  }
  show(0);
  const others = media.length > 1 ? el('div', { class: 'thumbs' }, ...thumbs) : null;
  return el('figure', { class: 'gallery' }, stage, caption, others);
}

function large({ kind, src }: BoothMedia, name: string): HTMLElement {
  if (kind === 'image') return el('img', { src, alt: name });
  return el('video', { src, controls: true, playsinline: true, preload: 'metadata', 'aria-label': name });
}
