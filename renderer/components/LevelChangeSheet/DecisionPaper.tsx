import type { ReactNode } from 'react';
import type { LevelDecision } from '#shared/confidentiality/contract.ts';
import type { ItemHead } from '#shared/items.ts';
import { termText } from '../../levelTerms.ts';
import { useT } from '../../translations.ts';
import { InstantText } from '../DateText/DateText.tsx';
import { LevelMark } from '../LevelMark/LevelMark.tsx';
import classes from './DecisionPaper.module.css';
import { reasonText } from './reasonText.ts';

/** A decision on a level as a form for the file: black on white, with places to sign. */
export function DecisionPaper({
  decision,
  item,
}: {
  decision: LevelDecision;
  item: Pick<ItemHead, 'title' | 'kind'>;
}) {
  const t = useT();
  const words = t.confidentiality.decision;
  return (
    <article className={classes.paper} data-print-sheet>
      <h3 className={classes.title}>{words.title}</h3>
      <table className={classes.form}>
        <tbody>
          <Line name={words.number}>
            <code>{decision.id}</code>
          </Line>
          <Line name={words.date}>
            <InstantText at={decision.at} />
          </Line>
          <Line name={words.subject}>
            {t.confidentiality.kinds[item.kind]} · {item.title}
          </Line>
          <Line name={words.change}>
            <LevelMark level={decision.from} /> → <LevelMark level={decision.to} />
          </Line>
          <Line name={words.term}>
            {termText(t, decision.termBefore) || t.levels.noTerm} →{' '}
            {termText(t, decision.termAfter) || t.levels.noTerm}
          </Line>
          <Line name={words.basis}>{decision.basis || t.actions.none}</Line>
          <Line name={words.reason}>{reasonText(t, decision.reason)}</Line>
          <Line name={words.remark}>{decision.remark || t.actions.none}</Line>
          <Line name={words.proposer} signed={words.signature}>
            {decision.proposer}
          </Line>
          <Line name={words.approver} signed={words.signature}>
            {decision.approver ?? words.withoutReview}
          </Line>
        </tbody>
      </table>
    </article>
  );
}

function Line({ name, signed, children }: { name: string; signed?: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {children}
        {signed !== undefined && <span className={classes.signature}>{signed}</span>}
      </td>
    </tr>
  );
}
