import { useQuery } from '@tanstack/react-query';
import type { RecordDetail } from '#shared/records/contract.ts';
import { api } from '../../../api.ts';
import { InstantText } from '../../../components/DateText/DateText.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { termText } from '../../../levelTerms.ts';
import { useT } from '../../../translations.ts';
import { nameOf } from '../names.ts';
import classes from './HistoryTab.module.css';

/** How the level came to be what it is: every decision with its ground, proposer and approver. */
export function DecisionsTab({ record }: { record: RecordDetail }) {
  const t = useT();
  const words = t.records.decisions;
  const decisions = useQuery(api.confidentiality.decisions.queryOptions({ input: { id: record.id } }));
  return (
    <>
      <p className={classes.current}>
        <LevelMark level={record.level} mark={record.mark} look="boxed" />
        {record.basis !== '' && (
          <span>
            {words.basis}
            {t.formats.colon}
            {record.basis}
          </span>
        )}
      </p>
      <ErrorProblems error={decisions.error} />
      {decisions.data?.length === 0 && <p className={classes.none}>{words.none}</p>}
      <ol className={classes.entries}>
        {decisions.data?.map((decision) => (
          <li key={decision.id} className={classes.entry}>
            <header className={classes.head}>
              <span className={classes.levels}>
                <LevelMark level={decision.from} />
                <span className={classes.term}>{termText(t, decision.termBefore)}</span>
                <span aria-hidden className={classes.arrow}>
                  →
                </span>
                <LevelMark level={decision.to} />
                <span className={classes.term}>{termText(t, decision.termAfter)}</span>
              </span>
              <span className={classes.when}>
                <InstantText at={decision.at} />
              </span>
            </header>
            <p className={classes.reason}>
              {words.reason}
              {t.formats.colon}
              {nameOf(reasonNames(t), decision.reason)}
              {decision.remark !== '' && ` · ${decision.remark}`}
            </p>
            <p className={classes.reason}>
              {words.proposer}
              {t.formats.colon}
              {decision.proposer} · {words.approver}
              {t.formats.colon}
              {decision.approver ?? words.unreviewed}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Reasons are codes where the sheet offered them; older and imported ones may be words already. */
function reasonNames(t: ReturnType<typeof useT>): Readonly<Record<string, string>> {
  const { reasons, raiseReasons } = t.confidentiality.change;
  return { ...raiseReasons, ...reasons };
}
