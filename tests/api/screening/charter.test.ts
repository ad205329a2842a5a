import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewCase } from '#shared/screening/case.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { lookUp, makeUnit } from '../../support/units.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

const CASE: NewCase = {
  preset: 'SHORT',
  charter: '照纸面所写',
  charterVersion: null,
  category: 'REGULAR',
  intended: '',
  note: '',
};

async function enterCharter(level: 'INTERNAL' | 'TRADE_SECRET' = 'INTERNAL') {
  const made = await app.client.rulesets.create({
    level,
    fields: { title: '联合体章程', type: 'CHARTER', note: '' },
    first: {
      number: '2025年修订',
      adoptedOn: '2025-01-10',
      effectiveOn: '2025-02-01',
      adoptedBy: '理事会',
      paper: null,
      text: '第一条 ……',
    },
  });
  return { made, charterVersion: { rulesetId: made.id, versionId: made.versions[0]?.id ?? '' } };
}

const open = async (fields: Partial<NewCase>) => {
  const unit = await lookUp(app, await makeUnit(app), '2026-11-01');
  return app.client.screening.create({ level: 'INTERNAL', unitId: unit.id, fields: { ...CASE, ...fields } });
};

describe('R01 the charter a case goes by', () => {
  test('is a version of the rulesets, kept with every decision as it was called then', async () => {
    const { made, charterVersion } = await enterCharter();
    let it = await open({ charterVersion });
    expect(it).toMatchObject({
      fields: { charter: '联合体章程（2025年修订）', charterVersion },
      charterRuleset: { id: made.id, kind: 'ruleset' },
    });
    await app.client.rulesets.edit({
      id: made.id,
      version: made.version,
      fields: { ...made.fields, title: '新名章程' },
    });
    const decision = {
      outcome: 'PASSED' as const,
      decidedOn: '2026-11-20',
      opinion: '',
      vote: null,
      evidence: null,
    };
    it = await app.client.screening.decide({ id: it.id, version: it.version, stage: 'DRAFT', decision });
    expect(it.steps[0]).toMatchObject({
      charter: '联合体章程（2025年修订）',
      charterVersionId: charterVersion.versionId,
    });
  });

  test('may be written as on the paper', async () => {
    const it = await open({});
    expect(it).toMatchObject({
      fields: { charter: '照纸面所写', charterVersion: null },
      charterRuleset: null,
    });
  });

  test('is no version that is not there, and none more confidential than the case', async () => {
    const { charterVersion } = await enterCharter();
    const unit = await makeUnit(app);
    const fails = (version: NewCase['charterVersion'], rule: string) =>
      expect(
        app.client.screening.create({
          level: 'INTERNAL',
          unitId: unit.id,
          fields: { ...CASE, charterVersion: version },
        }),
      ).rejects.toMatchObject({ data: { problems: [{ rule, field: 'fields.charter' }] } });
    await fails({ ...charterVersion, versionId: unit.id }, 'LINK_TARGET_MISSING');
    await fails({ ...charterVersion, rulesetId: unit.id }, 'LINK_TARGET_MISSING');
    const secret = await enterCharter('TRADE_SECRET');
    await fails(secret.charterVersion, 'LINK_TARGET_MORE_CONFIDENTIAL');
  });
});

describe('the gates of a case', () => {
  test('tell of each stage ahead what it will ask, and nothing of what lies behind', async () => {
    const it = await open({ preset: 'FULL' });
    const asked = Object.fromEntries(
      it.gates.map(({ stage, problems }) => [stage, problems.map(({ rule }) => rule)]),
    );
    expect(asked).toEqual({
      DRAFT: [],
      SUBMITTED: [],
      SECRETARIAT_REVIEW: ['CHECKLIST_OPEN'],
      EXPERT_REVIEW: ['PANEL_TOO_SMALL'],
      COUNCIL: [],
      PUBLICITY: ['PUBLICITY_NOT_BEGUN'],
      SIGNING: ['AGREEMENT_NOT_SIGNED', 'FEE_NOT_SET'],
      ADMITTED: [],
    });
  });
});
