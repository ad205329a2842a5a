import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SecrecyStanding } from '#shared/agreements/inForce.ts';
import { decide, derivedLevel, type PolicyCase, type PolicyItem } from '#shared/bundles/policy.ts';
import { LEVELS, type Level, tierOf } from '#shared/confidentiality/levels.ts';
import { ITEM_KINDS } from '#shared/items.ts';

const IN_FORCE: SecrecyStanding = { state: 'IN_FORCE', id: 'a', title: '保密协议', validTo: null };
const record: PolicyItem = {
  id: 'r',
  kind: 'record',
  level: 'INTERNAL',
  term: 'P3Y',
  personalInfo: false,
  draft: false,
  origin: null,
};
const toPartner: PolicyCase = {
  recipient: { by: 'CARD', unit: '甲医院', vaultId: 'v', verified: true },
  secrecy: IN_FORCE,
  consent: '',
};
const byPassphrase: PolicyCase = {
  ...toPartner,
  recipient: { by: 'PASSPHRASE', unit: '甲医院', vaultId: null, verified: false },
};

describe('the policy at the door', () => {
  it('lets 内部 go to a verified card under an agreement, without a word', () => {
    expect(decide(record, toPartner)).toEqual({ goes: true, remarks: [] });
  });

  it('warns, and only warns, where 内部 goes without an agreement in force', () => {
    const none = decide(record, { ...toPartner, secrecy: { state: 'NONE' } });
    expect(none).toEqual({ goes: true, remarks: [{ code: 'NO_AGREEMENT', unit: '甲医院' }] });
    const ended = decide(record, {
      ...toPartner,
      secrecy: { state: 'ENDED', title: '协议', validTo: '2026-01-31' },
    });
    expect(ended).toEqual({
      goes: true,
      remarks: [{ code: 'AGREEMENT_HAS_ENDED', title: '协议', on: '2026-01-31' }],
    });
    const loose = decide(record, { ...toPartner, secrecy: { state: 'NO_CLAUSE', title: '协议' } });
    expect(loose).toEqual({ goes: true, remarks: [{ code: 'NO_SECRECY_CLAUSE', title: '协议' }] });
  });

  it('asks nothing of 公开 and lets it go by passphrase', () => {
    const item: PolicyItem = { ...record, level: 'PUBLIC', term: null };
    expect(decide(item, { ...byPassphrase, secrecy: { state: 'NONE' } })).toEqual({
      goes: true,
      remarks: [],
    });
  });

  it('marks drafts and says so of a card nobody compared', () => {
    const unverified = { ...toPartner, recipient: { ...toPartner.recipient, verified: false } };
    expect(decide({ ...record, draft: true }, unverified)).toEqual({
      goes: true,
      remarks: [{ code: 'DRAFT' }, { code: 'CARD_UNVERIFIED_USED' }],
    });
  });

  it('keeps 普通商密 here and names every reason', () => {
    const item: PolicyItem = { ...record, level: 'TRADE_SECRET', term: 'P5Y' };
    expect(decide(item, { ...byPassphrase, secrecy: { state: 'NONE' } })).toEqual({
      goes: false,
      reasons: [
        { code: 'NO_GRANT', level: 'TRADE_SECRET' },
        { code: 'CARD_NEEDED', level: 'TRADE_SECRET' },
        { code: 'AGREEMENT_MISSING', unit: '甲医院' },
      ],
    });
  });

  it("keeps a partner's secret from everybody but that partner", () => {
    const item: PolicyItem = { ...record, origin: { vaultId: 'w', unit: '乙公司' } };
    expect(decide(item, toPartner)).toEqual({
      goes: false,
      reasons: [{ code: 'THIRD_PARTY', owner: '乙公司' }],
    });
    expect(decide({ ...item, origin: { vaultId: 'v', unit: '甲医院' } }, toPartner)).toEqual({
      goes: true,
      remarks: [],
    });
    expect(decide({ ...item, level: 'PUBLIC' }, toPartner)).toEqual({ goes: true, remarks: [] });
  });

  it('keeps personal information until somebody declares on what it may go', () => {
    const item = { ...record, personalInfo: true };
    expect(decide(item, toPartner)).toEqual({ goes: false, reasons: [{ code: 'PERSONAL_INFO' }] });
    expect(decide(item, { ...toPartner, consent: '  ' }).goes).toBe(false);
    expect(decide(item, { ...toPartner, consent: '本人书面同意' })).toEqual({
      goes: true,
      remarks: [{ code: 'PERSONAL_INFO_DECLARED' }],
    });
  });

  it('never lets cards and agreements go', () => {
    expect(decide({ ...record, kind: 'contact' }, toPartner)).toEqual({
      goes: false,
      reasons: [{ code: 'KIND_STAYS' }],
    });
  });
});

const anyItem = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom<PolicyItem['kind']>(...ITEM_KINDS),
  level: fc.constantFrom<Level>(...LEVELS),
  term: fc.constantFrom(null, 'P3Y', 'PERMANENT'),
  personalInfo: fc.boolean(),
  draft: fc.boolean(),
  origin: fc.option(fc.record({ vaultId: fc.constantFrom('v', 'w'), unit: fc.string() })),
});
const anyCase = fc.record({
  recipient: fc.oneof(
    fc.record({
      by: fc.constant('CARD' as const),
      unit: fc.string(),
      vaultId: fc.constantFrom('v', 'x'),
      verified: fc.boolean(),
    }),
    fc.constant(byPassphrase.recipient),
  ),
  secrecy: fc.constantFrom<SecrecyStanding>(IN_FORCE, { state: 'NONE' }, { state: 'NO_CLAUSE', title: 't' }),
  consent: fc.constantFrom('', ' ', '同意'),
});

describe('the policy, whatever is asked', () => {
  it('lets nothing above 内部 leave, nor anything of another owner to a third', () => {
    fc.assert(
      fc.property(anyItem, anyCase, (item, asked) => {
        const verdict = decide(item, asked);
        if (tierOf(item.level) !== 'register') expect(verdict.goes).toBe(false);
        const foreign =
          item.origin !== null && item.level !== 'PUBLIC' && item.origin.vaultId !== asked.recipient.vaultId;
        if (foreign) expect(verdict.goes).toBe(false);
      }),
    );
  });

  it('never refuses more for a lower level, a verified card or an agreement', () => {
    fc.assert(
      fc.property(anyItem, anyCase, (item, asked) => {
        if (!decide(item, asked).goes) return;
        expect(decide({ ...item, level: 'PUBLIC', term: null }, asked).goes).toBe(true);
        expect(decide(item, { ...asked, secrecy: IN_FORCE }).goes).toBe(true);
        expect(decide(item, { ...asked, recipient: { ...asked.recipient, verified: true } }).goes).toBe(true);
      }),
    );
  });

  it('gives a bundle the highest level and longest term of its parts, and names the parts', () => {
    const part = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom('record' as const, 'person' as const),
      level: fc.constantFrom<Level>(...LEVELS),
      term: fc.constantFrom(null, 'P3Y', 'P5Y', 'PERMANENT'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: ({ id }) => id, minLength: 1 }), (parts) => {
        const { level, term, causes } = derivedLevel(parts);
        expect(parts.every((each) => LEVELS.indexOf(each.level) <= LEVELS.indexOf(level))).toBe(true);
        const ofLevel = parts.find(({ id }) => id === causes.find(({ of }) => of === 'LEVEL')?.id);
        expect(ofLevel?.level).toBe(level);
        const ofTerm = parts.find(({ id }) => id === causes.find(({ of }) => of === 'TERM')?.id);
        expect(ofTerm?.term ?? null).toBe(term);
      }),
    );
  });
});
