import { useState } from 'react';
import {
  NOTHING_SELECTED,
  rangeOf,
  type Selection,
  selectAll,
  selectOnly,
  selectRange,
  toggleOne,
} from './selection.ts';

/** What is chosen in the list; a range may reach over rows that are not on the screen. */
export function useSelection({
  rowId,
  idsBetween,
  allIds,
}: {
  rowId: (index: number) => string | undefined;
  idsBetween: (from: number, to: number) => Promise<string[]>;
  allIds: () => Promise<{ ids: string[]; more: boolean }>;
}) {
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const [cut, setCut] = useState(false);
  const put = (next: Selection) => {
    setSelection(next);
    setCut(false);
  };
  return {
    ids: selection.ids,
    /** Not all that was asked for could be taken: there are more than one deed may touch. */
    isCut: cut,
    only(index: number) {
      const id = rowId(index);
      if (id !== undefined) put(selectOnly(index, id));
    },
    toggle(index: number) {
      const id = rowId(index);
      if (id !== undefined) put(toggleOne(selection, index, id));
    },
    async rangeTo(index: number) {
      put(selectRange(selection, index, await idsBetween(...rangeOf(selection, index))));
    },
    async all() {
      const { ids, more } = await allIds();
      setSelection(selectAll(selection, ids));
      setCut(more);
    },
    clear: () => put(NOTHING_SELECTED),
  };
}
export type Selected = ReturnType<typeof useSelection>;
