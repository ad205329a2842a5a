import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../../api.ts';
import {
  isGoodPassphrase,
  NewPassphrase,
  type NewPassphraseValue,
} from '../../../components/PassphraseInput/NewPassphrase.tsx';
import { useT } from '../../../translations.ts';
import classes from './PassphraseChoice.module.css';

export type ChosenPassphrase = { text: string; isGood: boolean };

const NONE: NewPassphraseValue = { passphrase: '', again: '' };

/** The proposed passphrase, in sight so that it can be told; or one of one's own, typed twice. */
export function PassphraseChoice({
  onChange,
  near,
}: {
  onChange: (chosen: ChosenPassphrase) => void;
  near: readonly string[];
}) {
  const t = useT();
  const words = t.bundles.check;
  const [own, setOwn] = useState<NewPassphraseValue | null>(null);
  const proposal = useQuery({
    ...api.bundles.proposePassphrase.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const proposed = proposal.data?.passphrase;
  useEffect(() => {
    if (own === null && proposed !== undefined) onChange({ text: proposed, isGood: true });
  }, [own, proposed, onChange]);

  function typeOwn(value: NewPassphraseValue): void {
    setOwn(value);
    onChange({ text: value.passphrase, isGood: isGoodPassphrase(value) });
  }

  return (
    <section className={classes.choice} aria-label={words.passphrase}>
      <div>
        <p className={classes.label}>{words.passphrase}</p>
        <p className={classes.help}>{words.passphraseHelp}</p>
      </div>
      {own === null ? (
        <div className={classes.proposed}>
          <output className={classes.text}>{proposed ?? ''}</output>
          <Button variant="subtle" size="compact-sm" onClick={() => void proposal.refetch()}>
            {words.anotherPassphrase}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => typeOwn(NONE)}>
            {words.ownPassphrase}
          </Button>
        </div>
      ) : (
        <div className={classes.own}>
          <NewPassphrase value={own} onChange={typeOwn} near={near} />
          <Button variant="subtle" size="compact-sm" onClick={() => setOwn(null)}>
            {words.proposed}
          </Button>
        </div>
      )}
    </section>
  );
}
