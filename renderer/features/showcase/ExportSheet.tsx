import { Button, Modal, Progress } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TIERS } from '#shared/confidentiality/levels.ts';
import type { Exhibition } from '#shared/showcase/contract.ts';
import type { MadePack } from '#shared/showcase/exportContract.ts';
import { api, client } from '../../api.ts';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems, ProblemList } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError, problemsOf, useProblems } from '../../components/problems.ts';
import { counted, percent } from '../../formats.ts';
import { host } from '../../host/host.ts';
import { useVaultStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import classes from './ExportSheet.module.css';

/** An export: what stands in its way, where to, and what the leak test said. */
export function ExportSheet({ exhibition, onClose }: { exhibition: Exhibition; onClose: () => void }) {
  const t = useT();
  const words = t.showcase.export;
  const [job, setJob] = useState<string | null>(null);
  const make = useMutation({
    mutationFn: async ({ place, expiresOn }: { place: string; name: string; expiresOn: string | null }) => {
      const { jobId } = await client.exhibitions.export({ id: exhibition.id, place, expiresOn });
      setJob(jobId);
      return client.exhibitions.wait({ jobId });
    },
  });
  return (
    <Modal
      opened
      onClose={make.isPending ? () => {} : onClose}
      title={words.title}
      size={640}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <div className={classes.body} aria-live="polite">
        {make.isPending && <UnderWay jobId={job} />}
        {make.data !== undefined && <Done made={make.data} place={make.variables.name} onClose={onClose} />}
        {make.isError && isRefused(make.error) && (
          <ProblemList title={words.refused} problems={problemsOf(make.error)} />
        )}
        {make.isError && !isRefused(make.error) && (
          <ErrorProblems error={make.error} atFields={['expiresOn']} />
        )}
        {!make.isPending && make.data === undefined && (
          <Ask
            exhibition={exhibition}
            expiresError={fieldError(t, make.error, 'expiresOn')}
            onExport={(place, name, expiresOn) => make.mutate({ place, name, expiresOn })}
          />
        )}
      </div>
    </Modal>
  );
}

function Ask({
  exhibition,
  expiresError,
  onExport,
}: {
  exhibition: Exhibition;
  expiresError: string | undefined;
  onExport: (place: string, name: string, expiresOn: string | null) => void;
}) {
  const t = useT();
  const words = t.showcase.export;
  const report = useProblems();
  const { openTiers } = useVaultStatus();
  const check = useQuery(api.exhibitions.check.queryOptions({ input: { id: exhibition.id } }));
  const [expiresOn, setExpiresOn] = useState<string | null>(null);
  const isWhole = TIERS.every((tier) => openTiers.includes(tier));
  const isReady = isWhole && check.data?.problems.length === 0;
  async function choose(): Promise<void> {
    const folder = await host.pickFolder('export');
    if (folder !== null) onExport(folder.token, folder.name, expiresOn);
  }
  return (
    <>
      <p>{words.lead}</p>
      <p className={classes.help}>{words.test}</p>
      {!isWhole && <p className={classes.stop}>{words.needsAll}</p>}
      <ErrorProblems error={check.error} />
      {check.data !== undefined && check.data.problems.length > 0 && (
        <ProblemList title={words.notReady} problems={check.data.problems} />
      )}
      {isReady && check.data !== undefined && (
        <>
          <p className={classes.ready}>{words.ready}</p>
          <DateField label={words.expiresOn} value={expiresOn} onChange={setExpiresOn} error={expiresError} />
          <p className={classes.help}>{words.expiresHelp(check.data.until)}</p>
        </>
      )}
      <div className={classes.foot}>
        <Button disabled={!isReady} onClick={() => void choose().catch(report)}>
          {words.verb}
        </Button>
      </div>
    </>
  );
}

function UnderWay({ jobId }: { jobId: string | null }) {
  const t = useT();
  const words = t.showcase.export;
  const report = useProblems();
  const jobs = useQuery(api.jobs.watch.experimental_liveOptions());
  const job = jobs.data?.find(({ id }) => id === jobId);
  return (
    <>
      <p>{words.running}</p>
      <Progress
        value={job === undefined ? 0 : percent(job.done, job.total)}
        size={6}
        aria-label={words.running}
      />
      {job !== undefined && (
        <p className={classes.help}>{words.runningHelp(counted(job.done), counted(job.total))}</p>
      )}
      <div className={classes.foot}>
        <Button
          variant="default"
          disabled={jobId === null}
          onClick={() => jobId !== null && void client.jobs.cancel({ id: jobId }).catch(report)}
        >
          {words.stop}
        </Button>
      </div>
    </>
  );
}

function Done({ made, place, onClose }: { made: MadePack; place: string; onClose: () => void }) {
  const t = useT();
  const words = t.showcase.export;
  const facts = Object.keys(words.reportFacts) as (keyof typeof words.reportFacts)[];
  return (
    <>
      <h3 className={classes.made}>{words.done(made.pack.serial)}</h3>
      <p>{words.doneHelp(place)}</p>
      <h4 className={classes.reportTitle}>{words.report}</h4>
      <p className={classes.ready}>{words.clean}</p>
      <dl className={classes.facts}>
        {facts.map((fact) => (
          <div key={fact} className={classes.fact}>
            <dt>{words.reportFacts[fact]}</dt>
            <dd>{counted(made.report[fact])}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.foot}>
        <Button onClick={onClose}>{t.actions.close}</Button>
      </div>
    </>
  );
}

function isRefused(error: unknown): boolean {
  return problemsOf(error).some(({ rule }) => /^(LEAK_|PICTURE_|FILM_|PACK_)/.test(rule));
}
