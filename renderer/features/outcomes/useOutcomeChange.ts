import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { api } from '../../api.ts';
import { notifyDone } from '../../notices.ts';
import { queryClient } from '../../queryClient.ts';
import { useT } from '../../translations.ts';

/** Stores a change made on the version that is shown. `back` makes it again with the old values, as its undo. */
export function useOutcomeChange(outcome: OutcomeDetail) {
  const t = useT();
  function keep(saved: OutcomeDetail): OutcomeDetail {
    queryClient.setQueryData(api.outcomes.get.queryKey({ input: { id: outcome.id } }), saved);
    return saved;
  }
  return async function change(
    save: (versioned: { id: string; version: number }) => Promise<OutcomeDetail>,
    back?: (versioned: { id: string; version: number }) => Promise<OutcomeDetail>,
    line: string = t.actions.saved,
  ): Promise<void> {
    const { id, version } = keep(await save({ id: outcome.id, version: outcome.version }));
    notifyDone(line, back && (async () => void keep(await back({ id, version }))));
  };
}
