import { useMutation } from '@tanstack/react-query';
import { hundredthsText } from '#shared/outcomes/maturity.ts';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';

/** The decision that closes a panel: how it is computed is said before it is done. */
export function ConcludeSheet({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const t = useT();
  const words = t.maturity;
  const conclude = useMutation(
    api.maturity.conclude.mutationOptions({
      onSuccess: ({ results }) => {
        const result = results.at(-1);
        if (result)
          notifyDone(
            words.conclude.done(words.result.verdicts[result.verdict], hundredthsText(result.total)),
          );
        onClose();
      },
    }),
  );
  const { id, version } = panel;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.conclude.open}
      verb={words.conclude.verb}
      size="sm"
      busy={conclude.isPending}
      onConfirm={() => conclude.mutate({ id, version })}
    >
      <p>{words.conclude.explain}</p>
      <ErrorProblems error={conclude.error} />
    </ConfirmSheet>
  );
}
