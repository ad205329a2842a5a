import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api.ts';
import { LevelChangeSheet } from '../../../components/LevelChangeSheet/LevelChangeSheet.tsx';

/** Changes of level are decided one by one: each record has its own sheet, approval and entry in the journal. */
export function LevelQueue({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const [at, setAt] = useState(0);
  const id = ids[at];
  const record = useQuery({
    ...api.records.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  const next = () => (at + 1 < ids.length ? setAt(at + 1) : onClose());
  if (record.data === undefined) return null;
  return (
    <LevelChangeSheet
      key={record.data.id}
      item={record.data}
      position={ids.length > 1 ? { at: at + 1, of: ids.length } : undefined}
      onSkip={at + 1 < ids.length ? next : undefined}
      onDone={next}
      onClose={onClose}
    />
  );
}
