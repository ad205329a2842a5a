import type { PanelSources } from '#shared/showcase/contract.ts';
import { api } from '../../api.ts';
import { queryClient } from '../../queryClient.ts';

/** Puts what a deed answered in the place of what was read; the panel's gate hangs on it. */
export function takeSources(panelId: string, sources: PanelSources): void {
  queryClient.setQueryData(api.panelSources.get.queryKey({ input: { id: panelId } }), sources);
  void queryClient.invalidateQueries({ queryKey: api.panels.key() });
}
