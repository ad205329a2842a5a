import { useEffect, useState } from 'react';
import { useT } from '../../translations.ts';
import classes from './NewPassphrase.module.css';
import { PassphraseInput } from './PassphraseInput.tsx';
import { type Strength, strengthOf } from './strength.ts';

export const SHORTEST_PASSPHRASE = 10;

export type NewPassphraseValue = { passphrase: string; again: string };

/** Whether both fields say the same, long enough to be taken. */
export function isGoodPassphrase({ passphrase, again }: NewPassphraseValue): boolean {
  return passphrase.normalize('NFC') === again.normalize('NFC') && passphrase.length >= SHORTEST_PASSPHRASE;
}

/** A new passphrase typed twice, with its strength while typing. */
export function NewPassphrase({
  value,
  onChange,
  error,
  label,
  near = [],
}: {
  value: NewPassphraseValue;
  onChange: (value: NewPassphraseValue) => void;
  error?: string | undefined;
  label?: string;
  /** Names on the same form: a passphrase made of them is weak. */
  near?: readonly string[];
}) {
  const t = useT();
  const words = t.vault.passphrase;
  const [left, setLeft] = useState(false);
  const differs =
    left && value.again !== '' && value.passphrase.normalize('NFC') !== value.again.normalize('NFC');
  const tooShort = value.passphrase !== '' && value.passphrase.length < SHORTEST_PASSPHRASE;
  return (
    <div className={classes.pair}>
      <div>
        <PassphraseInput
          label={label ?? words.fresh}
          description={words.help(SHORTEST_PASSPHRASE)}
          required
          withAsterisk={false}
          value={value.passphrase}
          error={error}
          onChange={(event) => onChange({ ...value, passphrase: event.currentTarget.value })}
        />
        <StrengthBar passphrase={value.passphrase} near={near} tooShort={tooShort} />
      </div>
      <PassphraseInput
        label={words.again}
        required
        withAsterisk={false}
        value={value.again}
        error={differs ? words.differs : undefined}
        onBlur={() => setLeft(true)}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
      />
    </div>
  );
}

function StrengthBar({
  passphrase,
  near,
  tooShort,
}: {
  passphrase: string;
  near: readonly string[];
  tooShort: boolean;
}) {
  const t = useT();
  const strength = useStrength(passphrase, near);
  const words = t.vault.passphrase;
  const shown = passphrase === '' ? null : strength;
  return (
    <div className={classes.strength} data-score={shown ?? undefined}>
      <div className={classes.bars} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
      <output className={classes.says}>
        {tooShort ? words.tooShort(SHORTEST_PASSPHRASE) : shown === null ? '' : words.scores[shown]}
      </output>
    </div>
  );
}

/** The newest passphrase's strength; its code is fetched at the first letter. */
function useStrength(passphrase: string, near: readonly string[]): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  const names = near.join('\n');
  useEffect(() => {
    let isNewest = true;
    if (passphrase === '') setStrength(null);
    else
      void strengthOf(passphrase, names.split('\n')).then((found) => {
        if (isNewest) setStrength(found);
      });
    return () => {
      isNewest = false;
    };
  }, [passphrase, names]);
  return strength;
}
