import { Button, Progress } from '@mantine/core';
import { IconArrowLeft, IconMailOpened } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { PassphraseInput } from '../../../components/PassphraseInput/PassphraseInput.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../../components/problems.ts';
import { fileSize, percent } from '../../../formats.ts';
import { host } from '../../../host/host.ts';
import { useT } from '../../../translations.ts';
import { useGoTo } from '../useExchange.ts';
import { OpenedBundle } from './OpenedBundle.tsx';
import classes from './OpenView.module.css';
import { type Opening, useOpening } from './useOpening.ts';

/** Opening a received bundle: verdict first, then what it holds, then perhaps importing. */
export function OpenView() {
  const t = useT();
  const words = t.bundles.open;
  const goTo = useGoTo();
  const report = useProblems();
  const { state, begin, read, reset, refresh } = useOpening();

  function pick(): void {
    host
      .pickFiles({ endings: ['mengbu'], many: false })
      .then((picked) => (picked === null ? undefined : begin(picked)))
      .catch(report);
  }

  return (
    <div className={classes.view}>
      <header className={classes.head}>
        <IconButton label={t.actions.back} onClick={() => goTo('received')}>
          <IconArrowLeft size={18} stroke={1.5} />
        </IconButton>
        <h1 className={classes.title}>{words.title}</h1>
        {state.at !== 'start' && (
          <Button variant="default" className={classes.other} onClick={reset}>
            {words.another}
          </Button>
        )}
      </header>
      {state.at === 'opened' ? (
        <OpenedBundle opened={state.opened} onChanged={() => void refresh(state.opened.openedId)} />
      ) : (
        <Step state={state} onPick={pick} onPassphrase={read} />
      )}
    </div>
  );
}

function Step({
  state,
  onPick,
  onPassphrase,
}: {
  state: Exclude<Opening, { at: 'opened' }>;
  onPick: () => void;
  onPassphrase: ReturnType<typeof useOpening>['read'];
}) {
  const t = useT();
  const words = t.bundles.open;
  switch (state.at) {
    case 'start':
      return (
        <div className={classes.drop}>
          <IconMailOpened size={40} stroke={1.5} aria-hidden="true" />
          <p className={classes.lead}>{words.drop}</p>
          <p className={classes.quiet}>{words.or}</p>
          <Button onClick={onPick}>{words.choose}</Button>
        </div>
      );
    case 'receiving':
      return <Waiting title={words.receiving} done={percent(state.bytes, state.of)} detail="" />;
    case 'verifying':
      return (
        <Waiting
          title={`${words.verifying} ${state.fileName}`}
          done={null}
          detail={state.bytes === 0 ? '' : words.read(fileSize(state.bytes))}
        />
      );
    case 'passphrase':
      return (
        <PassphraseForm
          fileName={state.fileName}
          wrong={state.wrong}
          onSubmit={(passphrase) => void onPassphrase(state.source, state.fileName, passphrase)}
        />
      );
    case 'failed':
      return (
        <div className={classes.step}>
          <ErrorProblems error={state.error} />
          <Button variant="default" onClick={onPick}>
            {words.choose}
          </Button>
        </div>
      );
  }
}

function Waiting({ title, done, detail }: { title: string; done: number | null; detail: string }) {
  return (
    <div className={classes.step} aria-live="polite">
      <p className={classes.lead}>{title}</p>
      <Progress value={done ?? 100} animated={done === null} size={6} aria-label={title} />
      <p className={classes.quiet}>{detail}</p>
    </div>
  );
}

function PassphraseForm({
  fileName,
  wrong,
  onSubmit,
}: {
  fileName: string;
  wrong: boolean;
  onSubmit: (passphrase: string) => void;
}) {
  const t = useT();
  const words = t.bundles.open;
  const [typed, setTyped] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (typed !== '') onSubmit(typed);
  }
  return (
    <form className={classes.step} onSubmit={submit}>
      <p className={classes.lead}>{fileName}</p>
      <PassphraseInput
        label={words.passphrase}
        description={words.passphraseHelp}
        value={typed}
        data-autofocus
        autoFocus
        error={wrong ? t.errors.codes.WRONG_PASSPHRASE : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" disabled={typed === ''}>
        {words.unlock}
      </Button>
    </form>
  );
}
