import { memo } from 'react';
import { copiedStretches, type Passages } from '#shared/showcase/redaction.ts';
import { redactionDiff } from '#shared/showcase/redactionDiff.ts';
import { useT } from '../../translations.ts';
import classes from './RedactionDiff.module.css';

const TAGS = { SAME: 'span', REMOVED: 'del', ADDED: 'ins' } as const;

/**
 * What an outcome says and what the panel says of it, in one text, and what was taken over word for word. Comparing is work: it is done
 * again for other texts, not for each letter typed beside them.
 */
export const RedactionDiff = memo(function RedactionDiff({
  source,
  shown,
}: {
  source: Passages;
  shown: Passages;
}) {
  const t = useT();
  const words = t.showcase.sources;
  const copied = copiedStretches(source, shown);
  return (
    <div className={classes.diff}>
      <p className={classes.legend}>
        <del className={classes.REMOVED}>{words.legend.REMOVED}</del>
        <ins className={classes.ADDED}>{words.legend.ADDED}</ins>
        <span>{words.legend.SAME}</span>
      </p>
      <dl className={classes.passages}>
        {redactionDiff(source, shown).map(({ passage, parts }) => (
          <div key={passage} className={classes.passage}>
            <dt className={classes.name}>{words.passages[passage]}</dt>
            <dd className={classes.text}>
              {parts.map(({ kind, text }, at) => {
                const Tag = TAGS[kind];
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a finished text stay in their places
                  <Tag key={at} className={classes[kind]}>
                    {text}
                  </Tag>
                );
              })}
            </dd>
          </div>
        ))}
      </dl>
      {copied.length === 0 ? (
        <p className={classes.fine}>{words.noneCopied}</p>
      ) : (
        <div className={classes.copied}>
          <p>{words.copied(copied.length)}</p>
          <ul>
            {copied.map((stretch) => (
              <li key={stretch}>{stretch}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
});
