import type { Exhibition } from '#shared/showcase/contract.ts';
import type { ColumnInput, ExhibitionFields } from '#shared/showcase/exhibition.ts';
import { api, client } from '../../api.ts';
import { useVersionedEdit, type VersionedEdit } from '../../components/versionedEdit.ts';

export type ExhibitionValues = { fields: ExhibitionFields; unitId: string | null; columns: ColumnInput[] };

export function useExhibitionEdit(exhibition: Exhibition): VersionedEdit<ExhibitionValues> {
  return useVersionedEdit<Exhibition, ExhibitionValues>({
    item: exhibition,
    valuesOf: ({ fields, unit, columns }) => ({
      fields,
      unitId: unit?.id ?? null,
      columns: columns.map(({ id, kind, title, titleEn, panels }) => ({
        id,
        kind,
        title,
        titleEn,
        panelIds: panels.map((panel) => panel.id),
      })),
    }),
    save: (input) => client.exhibitions.edit(input),
    key: api.exhibitions.get.queryKey({ input: { id: exhibition.id } }),
  });
}
