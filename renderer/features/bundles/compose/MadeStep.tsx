import { Button, CopyButton, Progress } from '@mantine/core';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { SentBundle } from '#shared/bundles/contract.ts';
import { api, client } from '../../../api.ts';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../../components/problems.ts';
import { fileSize, percent } from '../../../formats.ts';
import { host } from '../../../host/host.ts';
import { useT } from '../../../translations.ts';
import { useGoTo } from '../useExchange.ts';
import { type ChangeDraft, type Draft, forgetDraft } from './draft.ts';
import classes from './MadeStep.module.css';
import { useJob } from './useJob.ts';

/** A bundle under way, with what is shown once more when it is made. `folder`: null for a download. */
export type Making = {
  id: string;
  jobId: string;
  fileName: string;
  recipient: string;
  passphrase: string | null;
  folder: string | null;
};

export function MadeStep({
  making,
  draft,
  change,
  onAgain,
  onFailed,
}: {
  making: Making;
  draft: Draft;
  change: ChangeDraft;
  onAgain: () => void;
  onFailed: () => void;
}) {
  const t = useT();
  const made = useQuery({
    ...api.bundles.wait.queryOptions({ input: { id: making.id } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (made.isError) {
    return (
      <div className={classes.page}>
        <ErrorProblems error={made.error} />
        <Button variant="default" onClick={onFailed}>
          {t.actions.back}
        </Button>
      </div>
    );
  }
  if (made.data === undefined) return <UnderWay making={making} />;
  const { bundle, address } = made.data;
  return (
    <Done
      making={making}
      bundle={bundle}
      address={address}
      onAgain={() => {
        change({ seriesId: bundle.series.id, contactId: null, name: '', unit: draft.unit });
        onAgain();
      }}
    />
  );
}

function UnderWay({ making }: { making: Making }) {
  const t = useT();
  const words = t.bundles.made;
  const report = useProblems();
  const job = useJob(making.jobId);
  const done = job === undefined ? 0 : percent(job.done, job.total);
  return (
    <div className={classes.page} aria-live="polite">
      <h2 className={classes.title}>{words.making}</h2>
      <Progress value={done} size={6} aria-label={words.making} />
      <p className={classes.help}>
        {job !== undefined && t.formats.of(fileSize(job.done), fileSize(job.total))} {words.makingHelp}
      </p>
      <Button variant="default" onClick={() => void client.jobs.cancel({ id: making.jobId }).catch(report)}>
        {words.stop}
      </Button>
    </div>
  );
}

function Done({
  making,
  bundle,
  address,
  onAgain,
}: {
  making: Making;
  bundle: SentBundle;
  address: string | null;
  onAgain: () => void;
}) {
  const t = useT();
  const words = t.bundles.made;
  const goTo = useGoTo();
  const report = useProblems();
  const isSealedByPassphrase = bundle.recipient.by === 'PASSPHRASE';
  return (
    <div className={classes.page}>
      <h2 className={classes.title}>{words.title}</h2>
      <dl className={classes.facts}>
        <dt>{t.bundles.sent.fileName}</dt>
        <dd>
          {bundle.fileName}
          <span className={classes.quiet}> · {fileSize(bundle.size)}</span>
          {making.folder !== null && <span className={classes.quiet}> · {making.folder}</span>}
        </dd>
        <dt>{t.bundles.sent.columns.recipient}</dt>
        <dd>
          {making.recipient} · {t.bundles.sent.edition(bundle.series.sequence, bundle.copy)}
        </dd>
        <dt>{t.bundles.sent.sha256}</dt>
        <dd>
          <code className={classes.hash}>{bundle.sha256}</code>
        </dd>
      </dl>
      {making.passphrase !== null && <Passphrase text={making.passphrase} />}
      {address !== null && (
        <div className={classes.deed}>
          <Button
            leftSection={<IconDownload size={16} stroke={1.5} />}
            onClick={() => void host.save(address, bundle.fileName).catch(report)}
          >
            {words.download}
          </Button>
          <p className={classes.help}>{words.downloadHelp}</p>
        </div>
      )}
      {isSealedByPassphrase ? (
        <div className={classes.deed}>
          <Button
            variant="default"
            leftSection={<IconEye size={16} stroke={1.5} />}
            onClick={() => window.open('/reader.html', '_blank', 'noopener')}
          >
            {words.tryIt}
          </Button>
          <p className={classes.help}>{words.tryItHelp}</p>
          <p className={classes.help}>{words.readerHelp}</p>
        </div>
      ) : (
        <p className={classes.help}>{words.onlyRecipient(making.recipient)}</p>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={onAgain}>
          {words.another}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            forgetDraft();
            goTo('sent');
          }}
        >
          {words.toLedger}
        </Button>
      </div>
    </div>
  );
}

function Passphrase({ text }: { text: string }) {
  const t = useT();
  const words = t.bundles.made;
  return (
    <div className={classes.passphrase}>
      <output className={classes.secret}>{text}</output>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-sm" onClick={copy}>
            {copied ? t.actions.copied : words.copyPassphrase}
          </Button>
        )}
      </CopyButton>
      <p className={classes.help}>{words.passphraseOnce}</p>
    </div>
  );
}
