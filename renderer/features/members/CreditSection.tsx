import { useState } from 'react';
import { newId } from '#shared/ids.ts';
import type { ShownCreditCheck, UnitDetail } from '#shared/members/contract.ts';
import type { CreditCheck } from '#shared/members/creditCheck.ts';
import { client } from '../../api.ts';
import { ShownCitationText } from '../../components/CitationField/CitationText.tsx';
import { useProblems } from '../../components/problems.ts';
import { RowTable } from '../../components/RowTable/RowTable.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { dayText } from '../../formats.ts';
import { useVaultStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import { CreditSheet } from './CreditSheet.tsx';
import classes from './UnitPage.module.css';
import { useRowRemoval } from './useUnitDeed.ts';

const TONES = { NONE: 'good', FLAGS: 'wait', BARS: 'bad' } as const;

/** What people found out about the unit's credit, and for how long a review may rest on it. */
export function CreditSection({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const words = t.members.credit;
  const report = useProblems();
  const { me } = useVaultStatus();
  const [editing, setEditing] = useState<CreditCheck | null>(null);
  const remove = useRowRemoval<CreditCheck>(
    unit,
    (input) => client.members.removeCreditCheck(input),
    (input) => client.members.putCreditCheck(input),
    words.removed,
  );
  const blank = (): CreditCheck => ({
    id: newId(),
    source: 'SXBZXR',
    queriedOn: dayText(Date.now()),
    queriedBy: me?.name ?? '',
    keyword: unit.title,
    result: 'CLEAR',
    note: '',
    evidence: null,
  });
  return (
    <>
      <RowTable<ShownCreditCheck>
        title={words.title}
        lead={words.lead}
        add={words.add}
        onAdd={() => setEditing(blank())}
        none={words.none}
        rows={unit.creditChecks}
        nameOf={({ source, queriedOn }) => `${words.sources[source]} ${queriedOn}`}
        onEdit={(row) => setEditing(ownPart(row))}
        onRemove={(row) => void remove(ownPart(row)).catch(report)}
        columns={[
          {
            key: 'source',
            label: words.source,
            cell: ({ source, keyword, note }) => (
              <>
                {words.sources[source]}
                <span className={classes.under}>{keyword}</span>
                {note !== '' && <span className={classes.under}>{note}</span>}
              </>
            ),
          },
          {
            key: 'result',
            label: words.result,
            width: '90px',
            cell: ({ result, effect }) => (
              <span title={words.effects[effect]}>
                <StatusTag tone={TONES[effect]}>{words.results[result]}</StatusTag>
              </span>
            ),
          },
          {
            key: 'queriedOn',
            label: words.queriedOn,
            width: '110px',
            cell: ({ queriedOn, queriedBy }) => (
              <>
                <span className={classes.date}>{queriedOn}</span>
                <span className={classes.under}>{queriedBy}</span>
              </>
            ),
          },
          {
            key: 'validUntil',
            label: words.validUntil,
            width: '110px',
            cell: ({ validUntil, isExpired }) => (
              <span className={classes.stack}>
                <span className={classes.date}>{validUntil}</span>
                {isExpired && (
                  <span>
                    <StatusTag tone="bad">{words.expired}</StatusTag>
                  </span>
                )}
              </span>
            ),
          },
          {
            key: 'evidence',
            label: t.citations.evidence,
            cell: ({ shownEvidence }) =>
              shownEvidence === null ? '' : <ShownCitationText citation={shownEvidence} />,
          },
        ]}
      />
      {editing !== null && <CreditSheet unit={unit} initial={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function ownPart({
  shownEvidence: _,
  validUntil: __,
  isExpired: ___,
  effect: ____,
  ...row
}: ShownCreditCheck): CreditCheck {
  return row;
}
