import { Button } from '@mantine/core';
import type { ItemKind } from '#shared/items.ts';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './SearchPage.module.css';
import type { FoundGroup } from './useFound.ts';

/** Hits of one kind that are listed at most. */
export const MOST_HITS = 200;

/** Of which kinds something was found, to see one of them alone. */
export function Kinds({
  groups,
  kind,
  onKind,
}: {
  groups: readonly FoundGroup[];
  kind: ItemKind | null;
  onKind: (kind: ItemKind | null) => void;
}) {
  const t = useT();
  if (groups.length < 2 && kind === null) return null;
  return (
    <div className={classes.kinds} role="toolbar" aria-label={t.search.results}>
      <button
        type="button"
        className={classes.chip}
        aria-pressed={kind === null}
        onClick={() => onKind(null)}
      >
        {t.actions.all}
      </button>
      {groups.map((group) => (
        <button
          key={group.kind}
          type="button"
          className={classes.chip}
          aria-pressed={kind === group.kind}
          onClick={() => onKind(group.kind)}
        >
          {t.search.kinds[group.kind]} <span className={classes.count}>{countText(t, group)}</span>
        </button>
      ))}
    </div>
  );
}

/** The way to the rest of a kind: all of it, some more of it, or a hint where there are too many to list. */
export function Further({
  group,
  isOne,
  limit,
  onKind,
  onMore,
}: {
  group: FoundGroup;
  isOne: boolean;
  limit: number;
  onKind: () => void;
  onMore: () => void;
}) {
  const t = useT();
  if (group.count <= group.hits.length) return null;
  if (!isOne) {
    return (
      <Button variant="subtle" size="compact-sm" onClick={onKind}>
        {t.search.showAll(t.search.kinds[group.kind], countText(t, group))}
      </Button>
    );
  }
  if (limit < MOST_HITS) {
    return (
      <Button variant="default" size="xs" onClick={onMore}>
        {t.search.showMore}
      </Button>
    );
  }
  return <p className={classes.hint}>{t.search.moreThanHelp}</p>;
}

/** How many; '10000+' where nobody counted further. */
export function countText(t: ReturnType<typeof useT>, { count, more }: FoundGroup): string {
  return more ? t.search.moreThan(counted(count)) : counted(count);
}
