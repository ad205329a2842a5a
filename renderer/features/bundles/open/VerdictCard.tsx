import { Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { OpenedBundleView } from '#shared/bundles/receivedContract.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { verdictSentences } from '#shared/translations/verdictText.ts';
import { api } from '../../../api.ts';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { instantText } from '../../../formats.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { useExchangeChanged } from '../useExchangeChanged.ts';
import classes from './VerdictCard.module.css';

const ICONS = { good: IconShieldCheck, caution: IconAlertTriangle, bad: IconShieldX };

/** One verdict in plain sentences and a colour: from whom, whole or not, how new, for whom. */
export function VerdictCard({ opened, onChanged }: { opened: OpenedBundleView; onChanged: () => void }) {
  const t = useT();
  const words = t.bundles.verdict;
  const { tone, data } = opened.verdict;
  const Icon = ICONS[tone];
  const [first, ...others] = verdictSentences(t, opened.verdict);
  return (
    <section className={classes.card} data-tone={tone} aria-label={words.label}>
      <Icon size={32} stroke={1.5} className={classes.icon} aria-hidden="true" />
      <div className={classes.words}>
        <h2 className={classes.tone}>{words.tones[tone]}</h2>
        <p className={classes.first}>{first}</p>
        <p>{others.join('')}</p>
        {data.fingerprint !== null && (
          <p className={classes.print}>
            {words.fingerprint}
            {t.formats.colon}
            <code>{data.fingerprint}</code>
          </p>
        )}
        {opened.firstOpened !== null && (
          <p className={classes.quiet}>{words.firstOpened(instantText(opened.firstOpened))}</p>
        )}
        {opened.problems.length > 0 && (
          <details className={classes.problems}>
            <summary>
              {words.problems} ({opened.problemCount})
            </summary>
            <ul>
              {opened.problems.map((problem) => (
                <li key={JSON.stringify(problem)}>{problemText(t, problem)}</li>
              ))}
            </ul>
            {opened.problemCount > opened.problems.length && (
              <p>{words.more(opened.problemCount - opened.problems.length)}</p>
            )}
          </details>
        )}
        {opened.enclosedCard !== null && <AddSender text={opened.enclosedCard} onAdded={onChanged} />}
      </div>
    </section>
  );
}

function AddSender({ text, onAdded }: { text: string; onAdded: () => void }) {
  const t = useT();
  const words = t.bundles.verdict;
  const changed = useExchangeChanged();
  const add = useMutation(
    api.contacts.add.mutationOptions({
      onSuccess: (contact) => {
        notifyDone(t.bundles.contacts.added(contact.title));
        changed();
        onAdded();
      },
    }),
  );
  return (
    <div className={classes.sender}>
      <Button
        variant="default"
        loading={add.isPending}
        onClick={() => add.mutate({ text, acceptChange: false })}
      >
        {words.addSender}
      </Button>
      <p className={classes.quiet}>{words.addSenderHelp}</p>
      <ErrorProblems error={add.error} />
    </div>
  );
}
