import { newId } from '#shared/ids.ts';
import type { UnitDetail } from '#shared/members/contract.ts';
import type { NewUnitFields } from '#shared/members/unit.ts';
import type { TestApp } from './openTestApp.ts';

/** Everything an application asks for. */
export const FULL_UNIT: NewUnitFields = {
  name: '砚湖生物技术有限公司',
  shortName: '砚湖生物',
  role: 'INDUSTRY',
  note: '',
  uscc: '91350100M000100Y43',
  orgType: '150',
  legalRepresentative: '钱文博',
  foreignControlled: false,
  stateEstablished: false,
  contactName: '李雅',
  contactPhone: '13800000000',
};

export async function makeUnit(app: TestApp, fields: Partial<NewUnitFields> = {}): Promise<UnitDetail> {
  return app.client.members.create({ level: 'INTERNAL', fields: { ...FULL_UNIT, ...fields } });
}

/** Look-ups without an entry in the two lists that bar admission. */
export async function lookUp(app: TestApp, unit: UnitDetail, queriedOn: string): Promise<UnitDetail> {
  let present = unit;
  for (const source of ['SXBZXR', 'YZWF'] as const) {
    present = await app.client.members.putCreditCheck({
      id: unit.id,
      version: present.version,
      row: {
        id: newId(),
        source,
        queriedOn,
        queriedBy: '王雅琴',
        keyword: unit.title,
        result: 'CLEAR',
        note: '',
        evidence: null,
      },
    });
  }
  return present;
}
