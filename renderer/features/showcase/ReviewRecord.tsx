import type { Panel } from '#shared/showcase/contract.ts';
import { InstantText } from '../../components/DateText/DateText.tsx';
import { useT } from '../../translations.ts';
import classes from './ReviewRecord.module.css';

/** The review record: every step with who, when and why, newest first. */
export function ReviewRecord({ panel }: { panel: Panel }) {
  const t = useT();
  const words = t.showcase;
  if (panel.steps.length === 0) return <p>{words.steps.none}</p>;
  return (
    <ol className={classes.list} aria-label={words.panels.record}>
      {panel.steps.toReversed().map(({ id, at, step, fromState, toState, actor, remark, edition }) => (
        <li key={id} className={classes.entry}>
          <span className={classes.at}>
            <InstantText at={at} />
          </span>
          <div>
            <strong>{words.steps.names[step]}</strong>{' '}
            <span className={classes.quiet}>
              {words.states[fromState]} → {words.states[toState]} · {actor} · {words.panels.edition(edition)}
            </span>
            {remark !== '' && <p>{remark}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
