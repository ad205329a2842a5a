import type { Panel } from '#shared/showcase/contract.ts';
import type { PanelFields, PanelPicture } from '#shared/showcase/panel.ts';
import { api, client } from '../../api.ts';
import { useVersionedEdit, type VersionedEdit } from '../../components/versionedEdit.ts';
import { queryClient } from '../../queryClient.ts';

export type PanelValues = { fields: PanelFields; pictures: PanelPicture[]; outcomeId: string | null };

export function usePanelEdit(panel: Panel): VersionedEdit<PanelValues> {
  return useVersionedEdit<Panel, PanelValues>({
    item: panel,
    valuesOf: ({ fields, pictures, outcome }) => ({
      fields,
      outcomeId: outcome?.id ?? null,
      pictures: pictures.map(({ cited: _, ...picture }) => picture),
    }),
    save: (input) => client.panels.edit(input),
    key: api.panels.get.queryKey({ input: { id: panel.id } }),
  });
}

/** Puts what a deed answered in the place of what was read. */
export function takePanel(panel: Panel): void {
  queryClient.setQueryData(api.panels.get.queryKey({ input: { id: panel.id } }), panel);
}
