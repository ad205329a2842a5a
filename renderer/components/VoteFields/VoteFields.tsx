import type { Vote } from '#shared/screening/vote.ts';
import { useT } from '../../translations.ts';
import { NumberField } from '../NumberField/NumberField.tsx';
import classes from './VoteFields.module.css';

export const NO_VOTE: Vote = { members: 0, present: 0, recused: 0, inFavour: 0, against: 0, abstained: 0 };
const PARTS = ['members', 'present', 'recused', 'inFavour', 'against', 'abstained'] as const;

/** A council's vote as it was counted. */
export function VoteFields({
  value,
  onChange,
  errorOf,
}: {
  value: Vote;
  onChange: (vote: Vote) => void;
  errorOf: (part: keyof Vote) => string | undefined;
}) {
  const t = useT();
  const words = t.screening;
  return (
    <fieldset className={classes.vote}>
      <legend className={classes.legend}>{words.vote}</legend>
      <p className={classes.rule}>{words.voteRule}</p>
      <div className={classes.parts}>
        {PARTS.map((part) => (
          <NumberField
            key={part}
            label={words.votes[part]}
            value={value[part]}
            error={errorOf(part)}
            onChange={(count) => onChange({ ...value, [part]: count ?? 0 })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The same in words. */
export function VoteText({ vote }: { vote: Vote }) {
  const t = useT();
  const { members, present, recused, inFavour, against, abstained } = vote;
  return (
    <span>
      {t.screening.presentText(present, members, recused)}
      {t.formats.separator}
      {t.screening.voteText(inFavour, against, abstained)}
    </span>
  );
}
