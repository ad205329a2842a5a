import type { PanelState } from '#shared/showcase/gate.ts';
import { useT } from '../../translations.ts';
import classes from './PanelStateMark.module.css';

/** Where a panel stands in its review, by colour and word. */
export function PanelStateMark({ state }: { state: PanelState }) {
  const t = useT();
  return (
    <span className={classes.mark} data-state={state}>
      {t.showcase.states[state]}
    </span>
  );
}
