import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { Viewer } from '../../../components/Viewer/Viewer.tsx';
import type { RecordPages } from './useRecordPages.ts';

/** A look at the files of the record that has the focus, without leaving the list; on to the records beside it. */
export function QuickLook({
  pages,
  index,
  onMove,
  onClose,
}: {
  pages: RecordPages;
  index: number;
  onMove: (index: number) => void;
  onClose: () => void;
}) {
  const row = pages.rowAt(index);
  const record = useQuery({
    ...api.records.get.queryOptions({ input: { id: row?.id ?? '' } }),
    enabled: row !== undefined,
    placeholderData: (before) => before,
  });
  if (record.data === undefined) return null;
  const { id, files, title, level, mark } = record.data;
  return (
    <Viewer
      key={id}
      files={files}
      startId={null}
      subject={{ title, level, mark }}
      neighbours={{
        previous: index > 0 ? () => onMove(index - 1) : null,
        next: index < pages.length - 1 ? () => onMove(index + 1) : null,
      }}
      onClose={onClose}
    />
  );
}
