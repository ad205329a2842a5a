import { useState } from 'react';
import { newId } from '#shared/ids.ts';
import { type AnnualReview, REVIEW_DIMENSIONS } from '#shared/members/annualReview.ts';
import type { ShownReview, UnitDetail } from '#shared/members/contract.ts';
import { client } from '../../api.ts';
import { useProblems } from '../../components/problems.ts';
import { RowTable } from '../../components/RowTable/RowTable.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { dayText } from '../../formats.ts';
import { useVaultStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import { ReviewSheet } from './ReviewSheet.tsx';
import classes from './UnitPage.module.css';
import { useRowRemoval } from './useUnitDeed.ts';

const TONES = { EXCELLENT: 'good', GOOD: 'good', PASSED: 'plain', FAILED: 'bad' } as const;

/** A member's annual reviews, the newest first, and what follows from them. */
export function ReviewsSection({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const words = t.members.reviews;
  const report = useProblems();
  const { me } = useVaultStatus();
  const [editing, setEditing] = useState<AnnualReview | null>(null);
  const remove = useRowRemoval<AnnualReview>(
    unit,
    (input) => client.members.removeReview(input),
    (input) => client.members.putReview(input),
    words.removed,
  );
  const blank = (): AnnualReview => ({
    id: newId(),
    year: new Date().getFullYear(),
    reviewedOn: dayText(Date.now()),
    reviewer: me?.name ?? '',
    opinion: '',
    scores: REVIEW_DIMENSIONS.map((dimension) => ({ dimension, score: 0, basis: '', evidence: null })),
  });
  const isMember = unit.membership !== null;
  return (
    <>
      <RowTable<ShownReview>
        title={words.title}
        add={words.add}
        onAdd={isMember ? () => setEditing(blank()) : undefined}
        none={words.none}
        rows={unit.reviews}
        nameOf={({ year }) => String(year)}
        onEdit={(row) => setEditing(ownPart(row))}
        onRemove={(row) => void remove(ownPart(row)).catch(report)}
        columns={[
          { key: 'year', label: words.year, width: '70px', cell: ({ year }) => year },
          {
            key: 'total',
            label: words.total,
            width: '150px',
            cell: ({ total, grade }) => (
              <span className={classes.row}>
                {words.points(String(total))}
                <StatusTag tone={TONES[grade]}>{words.grades[grade]}</StatusTag>
              </span>
            ),
          },
          {
            key: 'opinion',
            label: words.opinion,
            cell: ({ opinion, consequence, scores }) => (
              <>
                {opinion}
                {consequence !== 'NONE' && (
                  <span className={classes.warn}>{words.consequences[consequence]}</span>
                )}
                {scores
                  .filter(({ isStale }) => isStale)
                  .map(({ dimension }) => (
                    <span key={dimension} className={classes.warn}>
                      {`${words.dimensions[dimension]}${t.formats.colon}${words.stale}`}
                    </span>
                  ))}
              </>
            ),
          },
          {
            key: 'reviewedOn',
            label: words.reviewedOn,
            width: '110px',
            cell: ({ reviewedOn, reviewer }) => (
              <>
                <span className={classes.date}>{reviewedOn}</span>
                <span className={classes.under}>{reviewer}</span>
              </>
            ),
          },
        ]}
      />
      {editing !== null && <ReviewSheet unit={unit} initial={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function ownPart({ total: _, grade: __, consequence: ___, scores, ...row }: ShownReview): AnnualReview {
  return { ...row, scores: scores.map(({ shownEvidence: ____, isStale: _____, ...score }) => score) };
}
