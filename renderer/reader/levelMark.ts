import type { LevelMark } from '#shared/bundles/formatParts.ts';
import { el } from './dom.ts';
import { words } from './words.ts';

const SIGNS = { PUBLIC: '○', INTERNAL: '●', TRADE_SECRET: '▲', CORE_TRADE_SECRET: '◆' } as const;

/** A level as everywhere: sign and word, and the whole mark where there is one. */
export function levelMark({ code, mark }: Pick<LevelMark, 'code' | 'mark'>): HTMLElement {
  return el(
    'span',
    { class: `level level-${code}` },
    el('span', { 'aria-hidden': 'true' }, SIGNS[code]),
    ` ${words().levels[code]}`,
    mark === '' ? null : el('bdi', { class: 'mark' }, mark),
  );
}
