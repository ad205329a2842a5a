import { hundredthsText, type Verdict } from '#shared/outcomes/maturity.ts';
import { useT } from '../../../translations.ts';
import classes from './MaturityText.module.css';

/** A panel's total and what it means. */
export function MaturityText({ total, verdict }: { total: number; verdict: Verdict }) {
  const t = useT();
  return (
    <span className={classes.maturity} data-verdict={verdict}>
      <span className={classes.total}>{hundredthsText(total)}</span>
      {t.maturity.result.verdicts[verdict]}
    </span>
  );
}
