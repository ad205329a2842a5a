import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api.ts';
import { isGoodPassphrase, NewPassphrase } from '../../components/PassphraseInput/NewPassphrase.tsx';
import { PassphraseInput } from '../../components/PassphraseInput/PassphraseInput.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { hasCode } from '../../components/problems.ts';
import { notifyDone } from '../../notices.ts';
import { useVaultStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import classes from './BodySection.module.css';
import { Section, SectionFoot } from './Section.tsx';

const EMPTY = { passphrase: '', again: '' };

/** Everybody changes only the own passphrase. */
export function PassphraseSection() {
  const t = useT();
  const words = t.settings.passphrase;
  const { me } = useVaultStatus();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(EMPTY);
  const change = useMutation(
    api.vault.changePassphrase.mutationOptions({
      onSuccess: () => {
        setCurrent('');
        setNext(EMPTY);
        notifyDone(words.changed);
      },
    }),
  );
  const isWrong = hasCode(change.error, 'WRONG_PASSPHRASE');
  const isFilled = current !== '' && isGoodPassphrase(next);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isFilled) change.mutate({ current, next: next.passphrase });
  }

  return (
    <Section title={words.title} lead={words.lead}>
      <form className={classes.form} onSubmit={submit}>
        <PassphraseInput
          label={t.vault.passphrase.current}
          value={current}
          error={isWrong ? words.wrongCurrent : undefined}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassphrase value={next} onChange={setNext} near={me === null ? [] : [me.name]} />
        {!isWrong && <ErrorProblems error={change.error} />}
        <SectionFoot>
          <Button type="submit" disabled={!isFilled} loading={change.isPending}>
            {words.verb}
          </Button>
        </SectionFoot>
      </form>
    </Section>
  );
}
