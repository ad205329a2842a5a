import { visibleName } from '#shared/bundles/names.ts';
import { el } from './dom.ts';

/** Received text keeps its own direction, and what would hide in it is shown. */
export function text(value: string): HTMLElement | null {
  return value === ''
    ? null
    : el('bdi', { class: 'received' }, value.split('\n').map(visibleName).join('\n'));
}
