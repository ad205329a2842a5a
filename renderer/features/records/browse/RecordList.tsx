import { useCallback, useMemo, useRef, useState } from 'react';
import type { RecordRow } from '#shared/records/contract.ts';
import type { RecordOrder } from '#shared/records/query.ts';
import type { ListPointer } from '../../../components/VirtualTable/VirtualTable.tsx';
import { VirtualTable } from '../../../components/VirtualTable/VirtualTable.tsx';
import { useT } from '../../../translations.ts';
import { recordColumns } from './columns.tsx';
import type { ArchivePreferences } from './preferences.ts';
import { RecordGallery } from './RecordGallery.tsx';
import { useListKeys } from './useListKeys.ts';
import type { RecordPages } from './useRecordPages.ts';
import type { Selected } from './useSelection.ts';
import { useSteady } from './useSteady.ts';
import type { ArchiveView } from './views.ts';

const ROW_HEIGHT = { compact: 36, normal: 44 };

/** The set of records as gallery or table: one focus, one selection, the same keys. */
export function RecordList({
  view,
  pages,
  selected,
  preferences,
  onPrefer,
  onFocus,
  onOrder,
  onOpen,
  onLook,
  onRange,
}: {
  view: ArchiveView;
  pages: RecordPages;
  selected: Selected;
  preferences: ArchivePreferences;
  onPrefer: (change: Partial<ArchivePreferences>) => void;
  onFocus: (index: number) => void;
  onOrder: (order: RecordOrder, direction: ArchiveView['direction']) => void;
  onOpen: (row: RecordRow) => void;
  onLook: () => void;
  onRange: (first: number, last: number) => void;
}) {
  const t = useT();
  const [across, setAcross] = useState(1);
  /** Records on one screen, for the Page keys. */
  const screenful = useRef(10);
  const isTable = preferences.layout === 'table';
  const focused = pages.rowAt(view.focus);
  const onPoint = useSteady(({ index, shift, toggle }: ListPointer) => {
    onFocus(index);
    if (shift) void selected.rangeTo(index);
    else if (toggle) selected.toggle(index);
    else selected.only(index);
  });
  const open = useSteady(onOpen);
  const onKeyDown = useListKeys({
    count: pages.length,
    focus: view.focus,
    columns: isTable ? 1 : across,
    page: () => screenful.current,
    onMove(to, extend) {
      onFocus(to);
      if (extend) void selected.rangeTo(to);
      else selected.only(to);
    },
    onToggle: () => selected.toggle(view.focus),
    onOpen: () => focused !== undefined && onOpen(focused),
    onLook,
    onAll: () => void selected.all(),
    onEscape: selected.clear,
  });
  const onSort = useSteady((order: RecordOrder) =>
    onOrder(
      order,
      view.order === order && view.direction === 'asc'
        ? 'desc'
        : view.order === order
          ? 'asc'
          : firstDirection(order),
    ),
  );
  const columns = useMemo(
    () => recordColumns(t, { chosen: preferences.columns, widths: preferences.widths, view, onSort }),
    [t, preferences.columns, preferences.widths, view, onSort],
  );
  const tellTableRange = useCallback(
    (first: number, last: number) => {
      screenful.current = Math.max(1, last - first - 16);
      onRange(first, last);
    },
    [onRange],
  );
  const tellColumns = useCallback((columns: number, records: number) => {
    setAcross(columns);
    screenful.current = records;
  }, []);
  const shared = {
    label: t.records.title,
    count: pages.length,
    rowAt: pages.rowAt,
    focus: view.focus,
    isSelected: (row: RecordRow) => selected.ids.has(row.id),
    onPoint,
    onOpen: open,
    onKeyDown,
  };
  if (!isTable) {
    return (
      <RecordGallery {...shared} density={preferences.density} onRange={onRange} onColumns={tellColumns} />
    );
  }
  return (
    <VirtualTable
      {...shared}
      columns={columns}
      rowKey={(row) => row.id}
      rowHeight={ROW_HEIGHT[preferences.density]}
      onRange={tellTableRange}
      onToggleAll={() => (selected.ids.size > 0 ? selected.clear() : void selected.all())}
      allSelected={pages.counted !== undefined && pages.counted > 0 && selected.ids.size >= pages.counted}
      onResize={(key, width) => onPrefer({ widths: { ...preferences.widths, [key]: width } })}
    />
  );
}

function firstDirection(order: RecordOrder): ArchiveView['direction'] {
  return order === 'title' || order === 'refCode' ? 'asc' : 'desc';
}
