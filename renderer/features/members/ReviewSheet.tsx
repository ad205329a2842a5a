import { Textarea, TextInput } from '@mantine/core';
import {
  type AnnualReview,
  type AnnualScore,
  REVIEW_POINTS,
  reviewGrade,
  reviewTotal,
} from '#shared/members/annualReview.ts';
import type { UnitDetail } from '#shared/members/contract.ts';
import { client } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { NumberField } from '../../components/NumberField/NumberField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { useDraft } from '../../components/useDraft.ts';
import { useT } from '../../translations.ts';
import classes from './UnitPage.module.css';
import { useUnitDeed } from './useUnitDeed.ts';

/** One year's review: five scores with what they rest on. */
export function ReviewSheet({
  unit,
  initial,
  onClose,
}: {
  unit: UnitDetail;
  initial: AnnualReview;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.members.reviews;
  const isNew = !unit.reviews.some(({ id }) => id === initial.id);
  const { draft, change, drop } = useDraft<AnnualReview>(
    `review ${unit.id} ${isNew ? 'new' : initial.id}`,
    initial,
  );
  const save = useUnitDeed(
    (row: AnnualReview) => client.members.putReview({ id: unit.id, version: unit.version, row }),
    {
      onDone: () => {
        drop();
        onClose();
      },
    },
  );
  const errorOf = (field: string) => fieldError(t, save.error, `row.${field}`);
  function changeScore(index: number, changes: Partial<AnnualScore>): void {
    change({ scores: draft.scores.map((score, at) => (at === index ? { ...score, ...changes } : score)) });
  }
  const total = reviewTotal(draft.scores);
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={isNew ? words.add : words.edit}
      verb={t.actions.save}
      size="lg"
      busy={save.isPending}
      onConfirm={() => save.mutate(draft)}
    >
      <div className={classes.pair}>
        <NumberField
          label={words.year}
          value={draft.year}
          error={errorOf('year')}
          onChange={(year) => change({ year: year ?? 0 })}
        />
        <DateField
          label={words.reviewedOn}
          value={draft.reviewedOn}
          error={errorOf('reviewedOn')}
          onChange={(reviewedOn) => change({ reviewedOn: reviewedOn ?? '' })}
        />
      </div>
      <TextInput
        label={words.reviewer}
        value={draft.reviewer}
        maxLength={60}
        error={errorOf('reviewer')}
        onChange={(event) => change({ reviewer: event.currentTarget.value })}
      />
      <table className={classes.scores}>
        <thead>
          <tr>
            <th scope="col">{words.dimension}</th>
            <th scope="col">{words.score}</th>
            <th scope="col">{words.basis}</th>
            <th scope="col">{t.citations.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {draft.scores.map(({ dimension, score, basis, evidence }, index) => (
            <tr key={dimension}>
              <td>
                {words.dimensions[dimension]}
                <span className={classes.under}>{words.of(REVIEW_POINTS[dimension])}</span>
              </td>
              <td>
                <NumberField
                  bare
                  width={72}
                  label={`${words.dimensions[dimension]} ${words.score}`}
                  value={score}
                  error={errorOf(`scores.${index}.score`)}
                  onChange={(next) => changeScore(index, { score: next ?? 0 })}
                />
              </td>
              <td>
                <TextInput
                  aria-label={`${words.dimensions[dimension]} ${words.basis}`}
                  value={basis}
                  maxLength={500}
                  onChange={(event) => changeScore(index, { basis: event.currentTarget.value })}
                />
              </td>
              <td>
                <CitationField
                  bare
                  label={`${words.dimensions[dimension]} ${t.citations.evidence}`}
                  level={unit.level}
                  value={evidence}
                  error={errorOf(`scores.${index}.evidence`)}
                  onChange={(next) => changeScore(index, { evidence: next })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {`${words.total}${t.formats.colon}${words.points(String(total))}${t.formats.separator}${words.grades[reviewGrade(total)]}`}
      </p>
      <Textarea
        label={words.opinion}
        value={draft.opinion}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        onChange={(event) => change({ opinion: event.currentTarget.value })}
      />
      <ErrorProblems
        error={save.error}
        atFields={[
          'row.year',
          'row.reviewedOn',
          'row.reviewer',
          ...draft.scores.flatMap((_, index) => [
            `row.scores.${index}.score`,
            `row.scores.${index}.evidence`,
          ]),
        ]}
      />
    </ConfirmSheet>
  );
}
