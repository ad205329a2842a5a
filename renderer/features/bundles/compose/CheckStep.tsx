import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DryRun } from '#shared/bundles/contract.ts';
import type { Place } from '#shared/places.ts';
import { api, client } from '../../../api.ts';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../../components/protectScreen.ts';
import { host } from '../../../host/host.ts';
import { useT } from '../../../translations.ts';
import { CheckHead } from './CheckHead.tsx';
import classes from './CheckStep.module.css';
import { ConsentField } from './ConsentField.tsx';
import { type ChangeDraft, composeInput, type Draft } from './draft.ts';
import { GoesColumn, StaysColumn } from './GoesAndStays.tsx';
import type { Making } from './MadeStep.tsx';
import { type ChosenPassphrase, PassphraseChoice } from './PassphraseChoice.tsx';
import { StepFoot } from './StepFoot.tsx';

/** Step 3, the heart: what goes, and what stays, because …. Only from here anything is written. */
export function CheckStep({
  draft,
  change,
  onBack,
  onMaking,
}: {
  draft: Draft;
  change: ChangeDraft;
  onBack: () => void;
  onMaking: (making: Making) => void;
}) {
  const t = useT();
  const words = t.bundles.check;
  const [passphrase, setPassphrase] = useState<ChosenPassphrase | null>(null);
  // Agreements, levels and cards may have changed since: the check is never answered from memory.
  const check = useQuery({
    ...api.bundles.dryRun.queryOptions({ input: composeInput(draft) }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const run = check.data;
  useProtectedScreen([...(run?.goes ?? []), ...(run?.stays ?? [])].map(({ level }) => level));
  const make = useMutation({
    mutationFn: async ({ run: checked, to }: { run: DryRun; to: Place | null }) => {
      const started = await client.bundles.create({
        ...composeInput(draft),
        purpose: draft.purpose,
        expires: draft.expires,
        terms: { view: true, print: draft.print, forward: draft.forward, note: draft.note },
        seriesId: draft.seriesId,
        digest: checked.digest,
        passphrase: draft.by === 'PASSPHRASE' ? (passphrase?.text ?? null) : null,
        to: to && { place: to.token, name: null },
      });
      return {
        ...started,
        passphrase: passphrase?.text ?? null,
        recipient: checked.recipient.name,
        folder: to?.name ?? null,
      };
    },
    onSuccess: onMaking,
    onError: () => void check.refetch(),
  });
  const canMake =
    run !== undefined &&
    run.goes.length > 0 &&
    !check.isFetching &&
    (draft.by === 'CARD' || (passphrase?.isGood ?? false));

  async function toFolder(): Promise<void> {
    const folder = await host.pickFolder('export');
    if (folder !== null && run !== undefined) make.mutate({ run, to: folder });
  }

  return (
    <>
      <div className={classes.check}>
        <ErrorProblems error={check.error} />
        {run !== undefined && (
          <>
            <CheckHead run={run} by={draft.by} />
            {(run.stays.some(({ reasons }) => reasons.some(({ code }) => code === 'PERSONAL_INFO')) ||
              draft.consent !== '') && (
              <ConsentField value={draft.consent} onApply={(consent) => change({ consent })} />
            )}
            {draft.by === 'PASSPHRASE' && (
              <PassphraseChoice onChange={setPassphrase} near={[draft.name, draft.unit]} />
            )}
            <div className={classes.columns}>
              <GoesColumn run={run} />
              <StaysColumn run={run} />
            </div>
          </>
        )}
        {run === undefined && check.isPending && <p className={classes.waiting}>{t.actions.loading}</p>}
        <ErrorProblems error={make.error} />
      </div>
      <StepFoot onBack={onBack}>
        {host.door === 'browser' && (
          <Button
            variant="default"
            disabled={!canMake}
            loading={make.isPending}
            onClick={() => void toFolder()}
          >
            {words.makeToFolder}
          </Button>
        )}
        <Button
          disabled={!canMake}
          loading={make.isPending}
          onClick={() => {
            if (host.door === 'browser' && run !== undefined) make.mutate({ run, to: null });
            else void toFolder();
          }}
        >
          {words.make}
        </Button>
      </StepFoot>
    </>
  );
}
