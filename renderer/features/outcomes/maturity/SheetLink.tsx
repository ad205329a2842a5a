import { Link } from '@tanstack/react-router';
import { halvesText } from '#shared/outcomes/maturity.ts';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import { useT } from '../../../translations.ts';
import classes from './SheetLink.module.css';

/** An expert's sheet: the total once it is locked, else how far it is. */
export function SheetLink({ expert: { sheet, standing } }: { expert: Panel['experts'][number] }) {
  const t = useT();
  const words = t.maturity;
  if (sheet === null) return <span className={classes.none}>{words.sheet.standings.MISSING}</span>;
  const isLocked = standing !== 'DRAFT' && sheet.total !== null;
  return (
    <Link to="/score-sheets/$sheetId" params={{ sheetId: sheet.id }} className={classes.link}>
      {isLocked && <span className={classes.total}>{words.result.points(halvesText(sheet.total ?? 0))}</span>}
      {standing !== 'LOCKED' && (
        <span className={classes.standing} data-standing={standing}>
          {words.sheet.standings[standing]}
        </span>
      )}
    </Link>
  );
}
