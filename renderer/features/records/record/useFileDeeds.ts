import { useState } from 'react';
import type { RecordDetail } from '#shared/records/contract.ts';
import type { FileRole, RecordFile } from '#shared/records/file.ts';
import { client } from '../../../api.ts';
import { useProblems } from '../../../components/problems.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { movedTo } from './order.ts';
import { isVersionConflict, undoVersion } from './useRecordEdit.ts';

/** What can be done with the files of a record. The new order shows at once and is saved behind it. */
export function useFileDeeds(record: RecordDetail, take: (record: RecordDetail) => void) {
  const t = useT();
  const words = t.records.files;
  const report = useProblems();
  const [told, setTold] = useState('');

  async function write(deed: () => Promise<RecordDetail>, said: string): Promise<void> {
    try {
      const next = await deed();
      take(next);
      notifyDone(said, () => undoVersion(next));
    } catch (error) {
      take(isVersionConflict(error) ? await client.records.get({ id: record.id }) : record);
      report(error);
    }
  }

  function arrange(files: RecordFile[], said: string): Promise<void> {
    take({ ...record, files });
    const order = files.map(({ id, role, name }) => ({ id, role, name }));
    return write(
      () => client.records.arrangeFiles({ id: record.id, version: record.version, files: order }),
      said,
    );
  }

  const changed = (fileId: string, change: Partial<Pick<RecordFile, 'name' | 'role'>>) =>
    record.files.map((file) => (file.id === fileId ? { ...file, ...change } : file));

  return {
    /** The last move in words, for who cannot see it. */
    told,
    move(fileId: string, to: number) {
      const files = movedTo(record.files, fileId, to);
      const file = record.files.find(({ id }) => id === fileId);
      if (files === null || file === undefined) return;
      const said = words.moved(file.name, files.findIndex(({ id }) => id === fileId) + 1, files.length);
      setTold(said);
      void arrange(files, said);
    },
    setRole: (file: RecordFile, role: FileRole) =>
      void arrange(changed(file.id, { role }), `${file.name}${t.formats.separator}${t.records.roles[role]}`),
    rename: (file: RecordFile, name: string) => arrange(changed(file.id, { name }), `${file.name} → ${name}`),
    remove: (file: RecordFile) =>
      void write(
        () => client.records.removeFile({ id: record.id, version: record.version, fileId: file.id }),
        words.removed(file.name),
      ),
  };
}
export type FileDeeds = ReturnType<typeof useFileDeeds>;
