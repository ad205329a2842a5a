import { useMutation } from '@tanstack/react-query';
import type { UnitDetail } from '#shared/members/contract.ts';
import { api } from '../../api.ts';
import { notifyDone } from '../../notices.ts';
import { queryClient } from '../../queryClient.ts';
import { useT } from '../../translations.ts';

/** Takes over what a deed made of the unit, so that its page shows it at once. */
export function takeUnit(unit: UnitDetail): void {
  queryClient.setQueryData(api.members.get.queryKey({ input: { id: unit.id } }), unit);
}

/** A deed on a unit from a sheet: says that it is done, and closes. */
export function useUnitDeed<Input>(
  deed: (input: Input) => Promise<UnitDetail>,
  { onDone, said }: { onDone: () => void; said?: string },
) {
  const t = useT();
  return useMutation({
    mutationFn: deed,
    onSuccess: (unit) => {
      takeUnit(unit);
      notifyDone(said ?? t.actions.saved);
      onDone();
    },
  });
}

/** A row taken out, with the undo that puts it back as it was. */
export function useRowRemoval<Row extends { id: string }>(
  unit: UnitDetail,
  remove: (input: { id: string; version: number; rowId: string }) => Promise<UnitDetail>,
  put: (input: { id: string; version: number; row: Row }) => Promise<UnitDetail>,
  said: string,
): (row: Row) => Promise<void> {
  return async (row) => {
    const removed = await remove({ id: unit.id, version: unit.version, rowId: row.id });
    takeUnit(removed);
    notifyDone(said, async () => takeUnit(await put({ id: unit.id, version: removed.version, row })));
  };
}
