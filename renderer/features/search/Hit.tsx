import type { SearchHit } from '#shared/search/contract.ts';
import { FileThumb } from '../../components/FileThumb/FileThumb.tsx';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import classes from './Hits.module.css';
import { HitText } from './HitText.tsx';

/** One result: what it is, where the words stand in it, how confidential it is. */
export function Hit({
  hit,
  id,
  selected,
  compact = false,
  onPoint,
  onOpen,
}: {
  hit: SearchHit;
  id: string;
  selected: boolean;
  /** In the list under the search field: one line of text. */
  compact?: boolean;
  onPoint: () => void;
  onOpen: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field that owns the list takes the keys
    <div
      id={id}
      className={classes.hit}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      data-compact={compact || undefined}
      onPointerMove={selected ? undefined : onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      {hit.kind === 'record' && (
        <span className={classes.cover}>
          <FileThumb file={{ kind: 'other', thumbnail: hit.cover }} fill="cover" />
        </span>
      )}
      <span className={classes.words}>
        <span className={classes.title}>
          <HitText pieces={hit.title} />
        </span>
        {!compact && hit.body.length > 0 && (
          <span className={classes.body}>
            <HitText pieces={hit.body} />
          </span>
        )}
        {hit.detail !== '' && <span className={classes.detail}>{hit.detail}</span>}
      </span>
      <LevelMark level={hit.level} />
    </div>
  );
}
