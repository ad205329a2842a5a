import { chosenPanels, countsOf, inLanguage, NO_CHOICE } from '#shared/showcase/boothSearch.ts';
import { TECH_FIELDS, TRANSFER_STATUSES } from '#shared/showcase/panel.ts';
import { el } from '../reader/dom.ts';
import { panelCard } from './panelCard.ts';
import { type Choose, chips, columnChoice, searchField } from './rail.ts';
import type { BoothState, Change } from './state.ts';
import { wordsFor } from './words.ts';

/** The hall: columns and filters at the left, panels as cards. */
export function hallView(state: BoothState, change: Change, toStart: () => void): HTMLElement {
  const { pack, language, choice } = state;
  const t = wordsFor(language);
  const choose: Choose = (changes) => change({ choice: { ...choice, ...changes } });
  const found = chosenPanels(pack, choice);
  const header = el(
    'header',
    {},
    el('h1', {}, inLanguage(pack.exhibition.title, language)),
    el(
      'div',
      { class: 'deeds' },
      el(
        'button',
        {
          type: 'button',
          class: 'quiet',
          lang: t.otherLanguageCode,
          onclick: () => change({ language: language === 'zh' ? 'en' : 'zh' }),
        },
        t.otherLanguage,
      ),
      el('button', { type: 'button', class: 'quiet', onclick: toStart }, t.toStart),
    ),
  );
  const fields = countsOf(pack.panels, TECH_FIELDS, ({ field }) => field);
  const statuses = countsOf(pack.panels, TRANSFER_STATUSES, ({ status }) => status);
  const rail = el(
    'nav',
    { class: 'rail', 'aria-label': t.columns },
    searchField(t, choice, choose),
    columnChoice(state, t, choose),
    chips(
      t.status,
      t,
      statuses,
      choice.status,
      (value) => t.terms.statuses[value],
      (status) => choose({ status }),
    ),
    chips(
      t.field,
      t,
      fields,
      choice.field,
      (value) => t.terms.fields[value],
      (field) => choose({ field }),
    ),
  );
  const cards = found.map((panel) =>
    el(
      'li',
      {},
      panelCard(panel, language, () => change({ panel: panel.no })),
    ),
  );
  const showAll = () => change({ choice: NO_CHOICE });
  return el(
    'div',
    { class: 'hall' },
    header,
    rail,
    el(
      'main',
      { class: 'cards', tabindex: '-1' },
      el('p', { class: 'count', 'aria-live': 'polite' }, t.found(found.length)),
      found.length > 0
        ? el('ul', {}, ...cards)
        : el(
            'div',
            { class: 'none' },
            el('p', {}, t.none),
            el('button', { type: 'button', class: 'chip', onclick: showAll }, t.showAll),
          ),
    ),
  );
}
