import { Fragment } from 'react';
import classes from './Hits.module.css';

type Piece = { text: string; hit: boolean };

/** Text with what was looked for marked in it. */
export function HitText({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, hit }, index) =>
        hit ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
          <mark key={index} className={classes.mark}>
            {text}
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
          <Fragment key={index}>{text}</Fragment>
        ),
      )}
    </>
  );
}
