import type { BulkResult } from '#shared/records/contract.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { counted } from '../../../formats.ts';
import { notifyProblem } from '../../../notices.ts';
import { useT } from '../../../translations.ts';

/** Refusals shown one by one in a notice; the rest is counted. */
const SHOWN = 8;

/** Says which records a bulk deed could not change, and why. */
export function useRefusals(): (refused: BulkResult['refused']) => void {
  const t = useT();
  return (refused) => {
    if (refused.length === 0) return;
    const lines = refused
      .slice(0, SHOWN)
      .map(
        ({ title, problems }) =>
          `${title}${t.formats.colon}${problems.map((one) => problemText(t, one)).join(' ')}`,
      );
    const rest = refused.length - SHOWN;
    notifyProblem([
      t.records.bulk.refused(counted(refused.length)),
      ...lines,
      ...(rest > 0 ? [t.records.list.moreValues(rest)] : []),
    ]);
  };
}
