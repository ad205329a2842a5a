import { api } from '../api.ts';
import { host } from '../host/host.ts';
import { useProblems } from './problems.ts';

/** Keeps a copy of a file outside the vault, where the person says. */
export function useSaveFile() {
  const report = useProblems();
  return async function save({ id, name }: { id: string; name: string }): Promise<void> {
    try {
      const { address } = await api.records.fileAddress.call({ fileId: id, variant: 'download' });
      await host.save(address, name);
    } catch (error) {
      report(error);
    }
  };
}
