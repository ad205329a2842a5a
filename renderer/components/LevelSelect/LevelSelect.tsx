import { Select, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { LEVELS, type Level, tierOf } from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import { ruleText } from '#shared/translations/problemText.ts';
import { type LevelAndTerm, OFFERED_TERMS, termText, termTyped, withLevel } from '../../levelTerms.ts';
import { useVaultStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import { LEVEL_SIGNS } from '../LevelMark/LevelMark.tsx';
import classes from './LevelSelect.module.css';

const OTHER = 'OTHER';

export type LevelSelectProps = {
  value: LevelAndTerm;
  onChange: (value: LevelAndTerm) => void;
  /** Where the thing asked about has no term of its own. */
  withTerm?: boolean;
  levelError?: string | undefined;
  termError?: string | undefined;
};

/**
 * The level is asked before anything else: what is filed lives in its tier from the first byte. Levels whose tier is
 * not open cannot be chosen.
 */
export function LevelSelect({ value, onChange, withTerm = true, levelError, termError }: LevelSelectProps) {
  const t = useT();
  const name = useId();
  const { openTiers } = useVaultStatus();
  return (
    <div className={classes.whole}>
      <fieldset className={classes.levels}>
        <legend className={classes.legend}>{t.levels.level}</legend>
        <div className={classes.choices}>
          {LEVELS.map((level) => (
            <label key={level} className={classes.choice} data-level={level} title={t.levels.explain[level]}>
              <input
                type="radio"
                name={name}
                value={level}
                checked={value.level === level}
                disabled={!openTiers.includes(tierOf(level))}
                onChange={() => onChange(withLevel(level))}
                className={classes.radio}
              />
              <span className={classes.sign} aria-hidden="true">
                {LEVEL_SIGNS[level]}
              </span>
              {t.levels.names[level]}
            </label>
          ))}
        </div>
        <p className={classes.explain}>{t.levels.explain[value.level]}</p>
        {levelError !== undefined && <p className={classes.error}>{levelError}</p>}
      </fieldset>
      {withTerm && value.level !== 'PUBLIC' && (
        <TermSelect
          level={value.level}
          term={value.term}
          error={termError}
          onChange={(term) => onChange({ ...value, term })}
        />
      )}
    </div>
  );
}

/** The usual terms, or another one as people write it: 6个月, 30日. */
function TermSelect({
  level,
  term,
  error,
  onChange,
}: {
  level: Level;
  term: Term;
  error: string | undefined;
  onChange: (term: Term) => void;
}) {
  const t = useT();
  const isOffered = OFFERED_TERMS.some((each) => each === term);
  const [writesOther, setWritesOther] = useState(term !== null && !isOffered);
  const [written, setWritten] = useState(isOffered ? '' : termText(t, term));
  const isOther = writesOther && !isOffered;

  function choose(choice: string | null): void {
    const offered = OFFERED_TERMS.find((each) => each === choice);
    setWritesOther(offered === undefined);
    onChange(offered ?? termTyped(written));
  }

  return (
    <div className={classes.term} key={level}>
      <Select
        label={t.levels.term}
        value={isOther || term === null ? OTHER : term}
        onChange={choose}
        data={[
          ...OFFERED_TERMS.map((each) => ({ value: each, label: termText(t, each) })),
          { value: OTHER, label: t.levels.otherTerm },
        ]}
        error={isOther ? undefined : error}
      />
      {isOther && (
        <TextInput
          label={t.levels.otherTerm}
          description={t.levels.otherTermHelp}
          value={written}
          error={
            error ?? (written !== '' && term === null ? ruleText(t, { rule: 'TERM_INVALID' }) : undefined)
          }
          onChange={(event) => {
            setWritten(event.currentTarget.value);
            onChange(termTyped(event.currentTarget.value));
          }}
        />
      )}
    </div>
  );
}
