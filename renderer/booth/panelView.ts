import type { BoothPanel } from '#shared/showcase/boothPack.ts';
import { inLanguage } from '#shared/showcase/boothSearch.ts';
import { el, fact } from '../reader/dom.ts';
import { gallery } from './gallery.ts';
import type { BoothState, Change } from './state.ts';
import { type BoothLanguage, type BoothWords, wordsFor } from './words.ts';

/** One panel: its pictures and films large, its words beside, and the way to those before and after. */
export function panelView(state: BoothState, found: readonly BoothPanel[], change: Change): HTMLElement {
  const { pack, language } = state;
  const t = wordsFor(language);
  const panel = pack.panels.find(({ no }) => no === state.panel);
  if (panel === undefined) return el('main', { class: 'notice' }, t.none);
  const hasMedia = panel.media.length > 0;
  return el(
    'main',
    { class: hasMedia ? 'panel' : 'panel plain' },
    header(panel, found, t, change),
    hasMedia ? gallery(panel, language) : null,
    el(
      'article',
      { tabindex: '0', 'aria-label': inLanguage(panel.title, language) },
      el('div', { class: 'tags' }, ...tagsOf(panel, t)),
      el('h1', {}, inLanguage(panel.title, language)),
      el('p', { class: 'unit' }, inLanguage(panel.unitName, language)),
      el('p', { class: 'highlight' }, inLanguage(panel.highlight, language)),
      el('p', { class: 'summary' }, inLanguage(panel.summary, language)),
      indicatorsOf(panel, language, t),
      el('dl', {}, ...factsOf(panel, language, t)),
      foot(panel, t),
    ),
  );
}

function header(panel: BoothPanel, found: readonly BoothPanel[], t: BoothWords, change: Change): HTMLElement {
  const at = found.findIndex(({ no }) => no === panel.no);
  const go = (step: number, name: string) => {
    const to = found[at + step]?.no;
    const open = () => change({ panel: to ?? null });
    return el('button', { type: 'button', class: 'quiet', disabled: to === undefined, onclick: open }, name);
  };
  const back = () => change({ panel: null });
  return el(
    'header',
    {},
    el('button', { type: 'button', class: 'quiet', 'data-focus': true, onclick: back }, `← ${t.back}`),
    el('span', { class: 'place' }, t.of(Math.max(0, at) + 1, found.length)),
    el('div', { class: 'deeds' }, go(-1, t.previous), go(1, t.next)),
  );
}

function tagsOf({ kind, field, status }: BoothPanel, t: BoothWords): HTMLElement[] {
  if (status === null && field === null) return [el('span', { class: 'tag' }, t.terms.kinds[kind])];
  return [
    ...(status === null
      ? []
      : [el('span', { class: 'tag', 'data-status': status }, t.terms.statuses[status])]),
    ...(field === null ? [] : [el('span', { class: 'tag' }, t.terms.fields[field])]),
  ];
}

function indicatorsOf(
  { indicators }: BoothPanel,
  language: BoothLanguage,
  t: BoothWords,
): HTMLElement | null {
  if (indicators.length === 0) return null;
  const lines = indicators.map((each) => el('li', {}, inLanguage(each, language)));
  return el('section', { class: 'indicators' }, el('h2', {}, t.indicators), el('ul', {}, ...lines));
}

function factsOf(panel: BoothPanel, language: BoothLanguage, t: BoothWords): Node[] {
  return [
    ...fact(t.scenario, inLanguage(panel.scenario, language)),
    ...fact(t.market, inLanguage(panel.market, language)),
    ...fact(t.maturity, panel.maturity === null ? '' : t.points(panel.maturity.toFixed(2))),
    ...fact(t.trl, panel.trl === null ? '' : `TRL ${panel.trl}`),
    ...fact(t.stage, panel.stage === null ? '' : t.stages[panel.stage]),
    ...fact(t.rights, panel.rights.join('\n')),
    ...fact(t.ways, panel.ways.map((way) => t.terms.ways[way]).join(t.listSeparator)),
    ...fact(t.needs, panel.needs.map((need) => t.terms.needs[need]).join(t.listSeparator)),
    ...fact(t.contact, inLanguage(panel.contact, language)),
  ];
}

function foot({ code, reviewNo, edition }: BoothPanel, t: BoothWords): HTMLElement {
  const svg = document.createElementNS(SVG, 'svg');
  // Four modules of quiet zone on each side (ISO/IEC 18004, 9.1).
  svg.setAttribute('viewBox', `-4 -4 ${code.size + 8} ${code.size + 8}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', code.text);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', code.path);
  svg.append(path);
  const numbers = [reviewNo === '' ? '' : `${t.review} ${reviewNo}`, t.edition(edition)];
  return el(
    'footer',
    {},
    el('figure', { class: 'code' }, svg, el('figcaption', {}, t.code)),
    el('p', {}, numbers.filter((number) => number !== '').join('　')),
  );
}

const SVG = 'http://www.w3.org/2000/svg';
