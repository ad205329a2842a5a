import { type BoothChoice, inLanguage } from '#shared/showcase/boothSearch.ts';
import { el } from '../reader/dom.ts';
import type { BoothState } from './state.ts';
import type { BoothWords } from './words.ts';

export type Choose = (changes: Partial<BoothChoice>) => void;

/** Finds while one types; not while an input method composes. */
export function searchField(t: BoothWords, choice: BoothChoice, choose: Choose): HTMLElement {
  const take = () => choose({ text: input.value });
  const input = el('input', {
    type: 'search',
    id: 'search',
    value: choice.text,
    maxlength: '60',
    autocomplete: 'off',
    placeholder: t.searchHint,
    'data-focus': choice.text !== '',
    oninput: (event) => {
      if (!(event as InputEvent).isComposing) take();
    },
    oncompositionend: take,
    // The field is made anew with every letter: the caret stays behind the last one.
    onfocus: () => input.setSelectionRange(input.value.length, input.value.length),
  });
  return el('div', { class: 'search' }, el('label', { for: 'search' }, t.search), input);
}

export function columnChoice(
  { pack, language, choice }: BoothState,
  t: BoothWords,
  choose: Choose,
): HTMLElement {
  const entry = (name: string, column: number | null, count: number) =>
    el(
      'button',
      {
        type: 'button',
        class: 'column',
        'aria-pressed': String(choice.column === column),
        onclick: () => choose({ column }),
      },
      el('span', {}, name),
      el('span', { class: 'number' }, String(count)),
    );
  return el(
    'div',
    { class: 'columns' },
    entry(t.all, null, pack.panels.length),
    ...pack.columns.map(({ title, panels }, at) => entry(inLanguage(title, language), at, panels.length)),
  );
}

/** One of some values, or none; nothing where there is nothing to choose. */
export function chips<Value extends string>(
  name: string,
  t: BoothWords,
  values: readonly { value: Value; count: number }[],
  chosen: Value | null,
  nameOf: (value: Value) => string,
  choose: (value: Value | null) => void,
): HTMLElement | null {
  if (values.length < 2) return null;
  const buttons = values.map(({ value, count }) =>
    el(
      'button',
      {
        type: 'button',
        class: 'chip',
        'aria-pressed': String(chosen === value),
        onclick: () => choose(chosen === value ? null : value),
      },
      el('span', {}, nameOf(value)),
      el('span', { class: 'number', 'aria-label': t.found(count) }, String(count)),
    ),
  );
  return el('section', { class: 'chips', 'aria-label': name }, el('h2', {}, name), el('div', {}, ...buttons));
}
