import { Link } from '@tanstack/react-router';
import type { LevelChangePreview } from '#shared/confidentiality/contract.ts';
import { useT } from '../../translations.ts';
import { LevelMark } from '../LevelMark/LevelMark.tsx';
import classes from './LevelChangeSheet.module.css';

/** What the change brings about, said before it is made. */
export function WhatFollows({
  preview,
  direction,
}: {
  preview: LevelChangePreview;
  direction: 'UP' | 'DOWN' | 'SAME';
}) {
  const t = useT();
  const words = t.confidentiality.change;
  const tier = t.levels.tiers[preview.toTier];
  const moves = direction === 'UP' ? words.movesUp(tier) : words.movesDown(tier);
  return (
    <section className={classes.follows} aria-label={words.whatFollows}>
      <h3 className={classes.caption}>{words.whatFollows}</h3>
      <ul className={classes.effects}>
        <li>{preview.movesTier ? moves : words.staysInTier}</li>
        {preview.to === 'PUBLIC' && direction === 'DOWN' && <li>{words.toPublic}</li>}
        {direction === 'UP' && preview.backupsBefore && <li>{words.backupsBefore}</li>}
        {direction === 'UP' && preview.bundlesBefore > 0 && (
          <li>{words.bundlesBefore(preview.bundlesBefore)}</li>
        )}
        <LeftBelow said={words.filedBelow} items={preview.filedBelow} />
        <LeftBelow said={words.sameBytes} items={preview.sameBytes} />
      </ul>
    </section>
  );
}

/** What does not change with the item and stays below it. */
function LeftBelow({ said, items }: { said: string; items: LevelChangePreview['sameBytes'] }) {
  if (items.length === 0) return null;
  return (
    <li>
      {said}
      <ul className={classes.same}>
        {items.map(({ id, title, level }) => (
          <li key={id}>
            <Link to="/records/$recordId" params={{ recordId: id }}>
              {title}
            </Link>{' '}
            <LevelMark level={level} />
          </li>
        ))}
      </ul>
    </li>
  );
}
