import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Panel, PanelSources } from '#shared/showcase/contract.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { takeSources } from './takeSources.ts';

/** An outcome that was compared by mistake is no source of the panel any more. */
export function ReleaseSheet({
  panel,
  source,
  onClose,
}: {
  panel: Panel;
  source: PanelSources['sources'][number];
  onClose: () => void;
}) {
  const t = useT();
  const words = t.showcase.sources;
  const [reason, setReason] = useState('');
  const release = useMutation(
    api.panelSources.release.mutationOptions({
      onSuccess: (sources) => {
        takeSources(panel.id, sources);
        notifyDone(words.released);
        onClose();
      },
    }),
  );
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.releaseTitle(source.title)}
      verb={words.release}
      busy={release.isPending}
      onConfirm={
        reason.trim() === ''
          ? undefined
          : () =>
              release.mutate({ id: panel.id, outcomeId: source.id, outcomeVersion: source.version, reason })
      }
    >
      <p>{words.releaseHelp}</p>
      <Textarea
        label={words.releaseReason}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        error={fieldError(t, release.error, 'reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorProblems error={release.error} atFields={['reason']} />
    </ConfirmSheet>
  );
}
