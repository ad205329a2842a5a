import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementFieldsSchema } from '#shared/agreements/agreement.ts';
import {
  agreementState,
  isSameUnit,
  type SecrecyAgreement,
  secrecyStanding,
} from '#shared/agreements/inForce.ts';
import { addDays } from '#shared/dates.ts';

const DAY = '2026-11-20';
const signed = { signedOn: '2026-01-10', validFrom: null, validTo: '2026-12-31' };

describe('whether an agreement is in force', () => {
  it('binds from signing to the end of its last day', () => {
    expect(agreementState(signed, '2026-01-09')).toBe('UNSIGNED');
    expect(agreementState(signed, '2026-01-10')).toBe('IN_FORCE');
    expect(agreementState(signed, '2026-12-31')).toBe('IN_FORCE');
    expect(agreementState(signed, '2027-01-01')).toBe('ENDED');
    expect(agreementState({ ...signed, validFrom: '2026-02-01' }, '2026-01-31')).toBe('NOT_YET');
    expect(agreementState({ ...signed, validTo: null }, '2199-01-01')).toBe('IN_FORCE');
    expect(agreementState({ ...signed, signedOn: null }, DAY)).toBe('UNSIGNED');
  });

  it('never comes back once it has ended', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), fc.nat(2000), (at, later) => {
        const day = addDays(DAY, at);
        if (agreementState(signed, day) === 'ENDED')
          expect(agreementState(signed, addDays(day, later))).toBe('ENDED');
      }),
    );
  });
});

function agreement(more: Partial<SecrecyAgreement>): SecrecyAgreement {
  return {
    id: 'a',
    title: '保密协议',
    unitName: '华东医院（东院）',
    confidentiality: true,
    ...signed,
    ...more,
  };
}

describe('what the agreements say about secrecy with a unit', () => {
  it('finds the unit however its name is typed', () => {
    expect(isSameUnit('华东医院（东院）', ' 华东医院 (东院)')).toBe(true);
    expect(isSameUnit('ＡＢＣ公司', 'abc公司')).toBe(true);
    expect(isSameUnit('华东医院', '华东医院东院')).toBe(false);
  });

  it('prefers the one in force that lasts longest', () => {
    const all = [
      agreement({}),
      agreement({ id: 'b', validTo: null }),
      agreement({ id: 'c', unitName: '别的单位', validTo: null }),
    ];
    expect(secrecyStanding(all, '华东医院(东院)', DAY)).toMatchObject({ state: 'IN_FORCE', id: 'b' });
  });

  it('tells an ended one, one without a clause and none apart', () => {
    expect(secrecyStanding([agreement({ validTo: '2026-06-30' })], '华东医院（东院）', DAY)).toEqual({
      state: 'ENDED',
      title: '保密协议',
      validTo: '2026-06-30',
    });
    expect(secrecyStanding([agreement({ confidentiality: false })], '华东医院（东院）', DAY).state).toBe(
      'NO_CLAUSE',
    );
    expect(secrecyStanding([agreement({ signedOn: null })], '华东医院（东院）', DAY).state).toBe('NONE');
  });
});

describe('the fields of an agreement', () => {
  const fields = {
    title: '协议',
    type: 'COOPERATION',
    unitName: '甲',
    ...signed,
    confidentiality: false,
    note: '',
  };
  const rulesOf = (changed: object) =>
    agreementFieldsSchema
      .safeParse({ ...fields, ...changed })
      .error?.issues.map(({ path, message }) => [path.join('.'), message]);

  it('refuse an end before the beginning and an NDA without secrecy', () => {
    expect(rulesOf({})).toBeUndefined();
    expect(rulesOf({ validTo: '2025-12-31' })).toEqual([['validTo', 'END_BEFORE_START']]);
    expect(rulesOf({ type: 'NDA' })).toEqual([['confidentiality', 'NDA_IS_CONFIDENTIAL']]);
    expect(rulesOf({ title: ' ' })).toEqual([['title', 'REQUIRED']]);
    expect(rulesOf({ signedOn: '2026-02-30' })).toEqual([['signedOn', 'NOT_A_DATE']]);
  });
});
