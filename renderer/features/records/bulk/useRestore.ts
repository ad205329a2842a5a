import { api } from '../../../api.ts';
import { useProblems } from '../../../components/problems.ts';
import { counted } from '../../../formats.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { useRefusals } from './useRefusals.ts';

/** Brings removed records back. */
export function useRestore() {
  const t = useT();
  const report = useProblems();
  const refusals = useRefusals();
  return async function restore(ids: string[]): Promise<void> {
    try {
      const { done, refused, undo } = await api.records.restore.call({ ids });
      refusals(refused);
      if (done.length > 0) notifyDone(t.records.remove.restored(counted(done.length)), undoOf(undo));
    } catch (error) {
      report(error);
    }
  };
}

/** What a notice needs to take a bulk deed back; undefined where there is nothing to take back. */
export function undoOf(undo: string[]): (() => Promise<void>) | undefined {
  if (undo.length === 0) return undefined;
  return async () => {
    await api.records.undo.call({ undo });
  };
}
