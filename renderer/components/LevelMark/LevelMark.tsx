import type { Level } from '#shared/confidentiality/levels.ts';
import { useT } from '../../translations.ts';
import classes from './LevelMark.module.css';

/** Each level's fixed sign; it never stands without the word. */
export const LEVEL_SIGNS: Record<Level, string> = {
  PUBLIC: '○',
  INTERNAL: '●',
  TRADE_SECRET: '▲',
  CORE_TRADE_SECRET: '◆',
};

export type LevelMarkProps = {
  level: Level;
  /** The whole mark with owner and term; shown instead of the word where it is not ''. */
  mark?: string | undefined;
  /** `plain`: sign and word in a row of text. `boxed`: with a frame, for heads of pages. */
  look?: 'plain' | 'boxed';
};

/** A confidentiality level: sign, word, colour. */
export function LevelMark({ level, mark, look = 'plain' }: LevelMarkProps) {
  const t = useT();
  const name = t.levels.names[level];
  return (
    <span className={classes.mark} data-level={level} data-look={look} title={t.levels.explain[level]}>
      <span className={classes.sign} aria-hidden="true">
        {LEVEL_SIGNS[level]}
      </span>
      {name}
      {mark !== undefined && mark !== '' && <span className={classes.whole}>{mark}</span>}
    </span>
  );
}
