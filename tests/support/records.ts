import type { Level } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import type { RecordDetail } from '#shared/records/contract.ts';
import type { RecordFields } from '#shared/records/recordFields.ts';
import type { TestClient } from './openTestApp.ts';

/** Fields with which a record can be archived. */
export const ARCHIVABLE: Partial<RecordFields> = {
  docDate: '2025-03-14',
  responsible: '联合体秘书处',
  category: 'WS',
  retention: 'Y',
  year: 2025,
  originalForm: 'PAPER',
  originalPlace: '档案室 A-1-3',
};

export async function makeRecord(
  client: TestClient,
  title: string,
  level: Level = 'INTERNAL',
  fields: Partial<RecordFields> = {},
): Promise<RecordDetail> {
  return client.records.create({
    level,
    term: defaultTerm(level),
    basis: level === 'TRADE_SECRET' || level === 'CORE_TRADE_SECRET' ? '合作协议第七条' : '',
    personalInfo: false,
    fields: { ...fields, title },
  });
}
