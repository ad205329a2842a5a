import type { TierFile } from '#db/open.ts';
import { readProject } from '#db/projects/queries.ts';
import { codeTaken, fieldsOfRecord, peekNumber, readFiles, readRecord } from '#db/records/queries.ts';
import { setArchived, takeNumber } from '#db/records/writes.ts';
import { find } from '#db/tiers.ts';
import { readSettings } from '#db/vault/queries.ts';
import type { WriteTx } from '#db/write.ts';
import type { Problem } from '#shared/errors.ts';
import {
  type ArchivingRecord,
  checkArchiving,
  checkRefCode,
  refCodePartsOf,
} from '#shared/records/archiving.ts';
import { formatRefCode, seriesKey } from '#shared/records/refCode.ts';
import type { OpenVault } from '../vault/session.ts';
import { inBulk } from './bulk.ts';
import { todayOf } from './calendarDay.ts';
import { unlocked } from './procedure.ts';
import { linkedRefs } from './shown.ts';

/** Between two such stretches other calls get their turn. */
const CHECKED_AT_ONCE = 50;

export const archiving = {
  checkArchiving: unlocked.records.checkArchiving.handler(async ({ context: { app, vault }, input }) => {
    const checked = [];
    for (const [at, id] of input.ids.entries()) {
      if (at % CHECKED_AT_ONCE === CHECKED_AT_ONCE - 1) await new Promise(setImmediate);
      const found = find(vault.tiers, id);
      if (found?.item.kind !== 'record') continue;
      const problems = archivingProblems(vault, found.tier, id, todayOf({ app }));
      const refCode = problems.length > 0 ? '' : codeToBe(vault, found.tier, id);
      checked.push({ id, title: found.item.title, refCode, problems });
    }
    return checked;
  }),

  archive: unlocked.records.archive.handler(({ context: { app, vault }, input }) =>
    inBulk(vault, input.ids, { verb: 'record.archive' }, () => (tx, id) => archiveRecord(vault, tx, id), {
      refuse: (tier, id) => archivingProblems(vault, tier, id, todayOf({ app })),
    }),
  ),
};

/** 归档 of a record that nothing stands in the way of: it takes the next number of its series. */
export function archiveRecord(vault: OpenVault, tx: WriteTx, id: string): void {
  const parts = partsOf(vault, tx.tier, id);
  const series = seriesKey(parts);
  const number = takeNumber(tx, series);
  setArchived(tx, id, { refCode: formatRefCode(parts, number), series, number });
}

/** What stands in the way of 归档 on this day. */
export function archivingProblems(vault: OpenVault, tier: TierFile, id: string, day: string): Problem[] {
  const problems = checkArchiving(archivingRecord(vault, tier, id), day);
  if (problems.length > 0) return problems;
  const parts = partsOf(vault, tier, id);
  return checkRefCode(codeToBe(vault, tier, id), parts, (code) => codeTaken(tier, code));
}

/** The code the record would get if it were the next. */
function codeToBe(vault: OpenVault, tier: TierFile, id: string): string {
  const parts = partsOf(vault, tier, id);
  return formatRefCode(parts, peekNumber(tier, seriesKey(parts)));
}

function partsOf(vault: OpenVault, tier: TierFile, id: string) {
  const { fonds, dialect } = readSettings(vault.register);
  const parts = refCodePartsOf(archivingRecord(vault, tier, id), { fonds, dialect });
  if (!parts) throw new Error(`${id} lacks what its code is made of`);
  return parts;
}

function archivingRecord(vault: OpenVault, tier: TierFile, id: string): ArchivingRecord {
  const row = readRecord(tier, id);
  const item = find(vault.tiers, id)?.item;
  if (!row || !item) throw new Error(`${id} is not there`);
  const project = linkedRefs(vault, id, 'PROJECT')[0];
  const found = project ? find(vault.tiers, project.id) : null;
  return {
    fields: fieldsOfRecord(row, item.title),
    tier: tier.tier,
    projectCode: found ? readProject(found.tier, found.item.id).code : '',
    files: readFiles(tier, id).map(({ name, sha256, size }) => ({ name, sha256, size })),
    refCode: row.refCode,
  };
}
