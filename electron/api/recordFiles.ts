import { readFile, readFiles, readRecord } from '#db/records/queries.ts';
import { arrangeFiles, removeFile } from '#db/records/writes.ts';
import { find, inOrder } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import type { OpenVault } from '../vault/session.ts';
import { conflict, invalid, notFound } from './errors.ts';
import { assertVersion, findItem } from './items.ts';
import { unlocked } from './procedure.ts';
import { addressOf, showRecord } from './recordView.ts';

export const recordFiles = {
  arrangeFiles: unlocked.records.arrangeFiles.handler(({ context: { app, vault }, input }) => {
    const { tier, item } = findItem(vault, input.id, 'record');
    assertVersion(item, input.version);
    const present = new Set(readFiles(tier, input.id).map((file) => file.id));
    const asked = new Set(input.files.map((file) => file.id));
    if (
      present.size !== asked.size ||
      input.files.length !== asked.size ||
      [...asked].some((id) => !present.has(id))
    ) {
      throw invalid({ rule: 'FILES_NOT_THOSE_PRESENT', field: 'files' });
    }
    write(tier, vault.writer, { verb: 'record.arrangeFiles' }, (tx) =>
      arrangeFiles(tx, input.id, input.files),
    );
    return showRecord(app, vault, input.id);
  }),

  removeFile: unlocked.records.removeFile.handler(({ context: { app, vault }, input }) => {
    const { tier, item } = findItem(vault, input.id, 'record');
    assertVersion(item, input.version);
    if (!readFiles(tier, input.id).some((file) => file.id === input.fileId)) throw notFound();
    // 归档 fixed the record with its files: what was archived is only ever added to.
    if (readRecord(tier, input.id)?.stage === 'ARCHIVED')
      throw conflict({ rule: 'ARCHIVED_FILES_STAY', field: 'fileId' });
    write(tier, vault.writer, { verb: 'record.removeFile' }, (tx) => removeFile(tx, input.id, input.fileId));
    return showRecord(app, vault, input.id);
  }),

  fileAddress: unlocked.records.fileAddress.handler(({ context: { app, vault }, input }) => {
    const { tier, file } = findFile(vault, input.fileId);
    const address = addressOf(app, tier, file, input.variant);
    if (!address) throw notFound();
    return address;
  }),
};

/** @throws NOT_FOUND also where the file's record is hidden. */
function findFile(vault: OpenVault, fileId: string) {
  for (const tier of inOrder(vault.tiers)) {
    const file = readFile(tier, fileId);
    if (file && find(vault.tiers, file.itemId, { removed: true })) return { tier, file };
  }
  throw notFound();
}
