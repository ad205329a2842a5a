import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { TransformationEvent } from '#shared/outcomes/transformation.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { makeOutcome, makePeople, OUTCOME } from '../../support/outcomes.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

const event = (kind: TransformationEvent['kind'], occurredOn: string): TransformationEvent => ({
  id: newId(),
  path: 'COMMERCIAL',
  kind,
  occurredOn,
  text: '与砚湖生物',
});

describe('outcomes', () => {
  it('are kept, changed, found by field, patent and pinyin, and removed', async () => {
    const made = await makeOutcome(app.client);
    expect(made).toMatchObject({ title: OUTCOME.name, fields: OUTCOME, status: 'NOT_TRANSFORMED' });
    const { version } = await app.client.outcomes.setIpItems({
      id: made.id,
      version: made.version,
      ipItems: [
        {
          id: newId(),
          kind: 'INVENTION',
          name: '一种检测方法',
          number: 'zl 2020 1 1472880.5',
          state: 'GRANTED',
          filedOn: '2020-12-14',
          publishedOn: null,
          grantedOn: null,
          feeDueOn: '2026-12-14',
          holders: '砚湖生物',
          inventors: '',
          background: false,
          note: '',
        },
      ],
    });
    const shown = await app.client.outcomes.get({ id: made.id });
    expect(shown.ipItems[0]).toMatchObject({
      number: 'ZL202011472880.5',
      termEnd: '2040-12-14',
      warnings: ['PATENT_NUMBER_CHECK_DIGIT', 'IP_FEE_SOON'],
    });
    for (const text of ['早诊', 'ZL202011472880', 'wazs'.slice(0, 2)]) {
      const { groups } = await app.client.search.find({ text, limit: 5 });
      expect(groups.some(({ kind }) => kind === 'outcome')).toBe(true);
    }
    await app.client.outcomes.remove({ id: made.id, version, reason: '重复登记' });
    expect(await app.client.outcomes.list({ text: '', status: null })).toEqual([]);
  });

  it('name the field whose rule was broken', async () => {
    const wrong = { ...OUTCOME, keywords: ['一', '二', '三', '四'], registrationNo: '33A' };
    await expect(
      app.client.outcomes.create({ level: 'INTERNAL', projectId: null, fields: wrong }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      data: {
        problems: [
          { rule: 'OUTCOME_KEYWORDS_TOO_MANY', field: 'fields.keywords' },
          { rule: 'OUTCOME_REGISTRATION_NO', field: 'fields.registrationNo' },
        ],
      },
    });
  });

  it('keep what 成果登记 asks of their appraisal, and are found by an innovation', async () => {
    const { id, version } = await makeOutcome(app.client);
    const appraised = {
      achievementLevel: 'DOMESTIC_LEADING' as const,
      innovations: ['单管采血即可分层', '试剂常温运输'],
      innovationDegree: 'HIGH' as const,
      adoption: 'ORDINARY' as const,
    };
    const put = (fields: Partial<typeof appraised>, at: number) =>
      app.client.outcomes.edit({ id, version: at, projectId: null, fields: { ...OUTCOME, ...fields } });
    const saved = await put(appraised, version);
    expect(saved.fields).toMatchObject(appraised);
    const found = await app.client.outcomes.list({ text: '常温运输', status: null });
    expect(found.map((each) => each.id)).toEqual([id]);
    for (const [innovations, rule] of [
      [['一', '二', '三', '四'], 'OUTCOME_INNOVATIONS_TOO_MANY'],
      [['长'.repeat(51)], 'TOO_LONG'],
    ] as const)
      await expect(put({ innovations: [...innovations] }, saved.version)).rejects.toMatchObject({
        data: { problems: [{ rule }] },
      });
    expect((await put({ innovations: [] }, saved.version)).fields.innovations).toEqual([]);
  });

  it('have contributors whose shares make the whole, and give them back on undo', async () => {
    const { id, version } = await makeOutcome(app.client);
    const [a = '', b = ''] = await makePeople(app.client, ['甲', '乙']);
    const row = (partyId: string, share: number) =>
      ({ id: newId(), kind: 'person', partyId, share, duty: '' }) as const;
    await expect(
      app.client.outcomes.setContributors({ id, version, contributors: [row(a, 6000), row(b, 3000)] }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'SHARES_NOT_WHOLE', params: { sum: '90' } }] } });
    await expect(
      app.client.outcomes.setContributors({ id, version, contributors: [row(newId(), 10000)] }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'LINK_TARGET_MISSING' }] } });
    const set = await app.client.outcomes.setContributors({
      id,
      version,
      contributors: [row(a, 6000), row(b, 4000)],
    });
    expect(set.contributors.map(({ party, share }) => [party?.title, share])).toEqual([
      ['甲', 6000],
      ['乙', 4000],
    ]);
    const { entries } = await app.client.journal.page({ itemId: id, after: null, limit: 5 });
    expect(entries[0]?.verb).toBe('outcome.contributors');
    const deed = app.app.vault?.tiers
      .get('register')
      ?.sqlite.prepare(`select deed from journal where verb = 'outcome.contributors'`)
      .pluck()
      .get();
    await app.client.records.undo({ undo: [String(deed)] });
    expect((await app.client.outcomes.get({ id })).contributors).toEqual([]);
  });

  it('have a status that follows from events and agreements, until a person says otherwise', async () => {
    const made = await makeOutcome(app.client);
    const begun = await app.client.outcomes.setEvents({
      id: made.id,
      version: made.version,
      events: [event('INCOME', '2026-06-01'), event('BEGUN', '2026-01-01')],
    });
    expect(begun.status).toBe('TRANSFORMING');
    expect(begun.events.map(({ kind }) => kind)).toEqual(['BEGUN', 'INCOME']);
    const agreement = await app.client.agreements.create({
      level: 'INTERNAL',
      fields: {
        title: '许可合同',
        type: 'TECH_LICENSE',
        unitName: '砚湖生物',
        signedOn: '2026-03-01',
        validFrom: null,
        validTo: null,
        confidentiality: true,
        note: '',
      },
    });
    const licensed = await app.client.outcomes.setAgreements({
      id: made.id,
      version: begun.version,
      agreementIds: [agreement.id],
    });
    expect(licensed.derived).toMatchObject({
      status: 'TRANSFORMED',
      partial: false,
      reasons: [{ code: 'EXECUTED_AGREEMENT' }, { code: 'FIRST_INCOME' }],
    });
    await expect(
      app.client.outcomes.overrideStatus({
        id: made.id,
        version: licensed.version,
        override: { status: 'TRANSFORMING', reason: ' ' },
      }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'REASON_TEXT_REQUIRED' }] } });
    const said = await app.client.outcomes.overrideStatus({
      id: made.id,
      version: licensed.version,
      override: { status: 'TRANSFORMING', reason: '收入尚未到账' },
    });
    expect(said).toMatchObject({ status: 'TRANSFORMING', derived: { status: 'TRANSFORMED' } });
    expect(await app.client.outcomes.list({ text: '', status: 'TRANSFORMED' })).toEqual([]);
    const back = await app.client.outcomes.overrideStatus({
      id: made.id,
      version: said.version,
      override: null,
    });
    expect(back).toMatchObject({ status: 'TRANSFORMED', override: null });
  });

  it('move with everything of theirs to a higher tier, where a lower clearance sees nothing', async () => {
    const made = await makeOutcome(app.client);
    const { version } = await app.client.outcomes.setEvents({
      id: made.id,
      version: made.version,
      events: [event('BEGUN', '2026-01-01')],
    });
    await app.client.confidentiality.change({
      id: made.id,
      version,
      level: 'TRADE_SECRET',
      term: 'P5Y',
      basis: '合作协议第七条',
      reason: 'VALUE_INCREASED',
      remark: '',
      personalInfo: false,
      approver: null,
    });
    const moved = await app.client.outcomes.get({ id: made.id });
    expect(moved).toMatchObject({ level: 'TRADE_SECRET', events: [{ text: '与砚湖生物' }] });
    const left = app.app.vault?.tiers
      .get('register')
      ?.sqlite.prepare('select count(*) from outcome_event')
      .pluck()
      .get();
    expect(left).toBe(0);
    const { id } = await app.client.vault.addUser({
      name: '小林',
      clearance: 'register',
      passphrase: PASSPHRASE,
    });
    app = await app.restart();
    await app.client.vault.unlock({ userId: id, passphrase: PASSPHRASE });
    expect(await app.client.outcomes.list({ text: '', status: null })).toEqual([]);
    await expect(app.client.outcomes.get({ id: made.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
