import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { fileEvidence } from '../../support/evidence.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { filled, lockSheet, makeOutcome, makePanel, makePeople } from '../../support/outcomes.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

describe('a maturity panel', () => {
  it('of five drops the highest and the lowest and says whether the outcome is mature', async () => {
    const outcome = await makeOutcome(app.client);
    const panel = await makePanel(app.client, outcome.id, 5);
    for (const [index, halves] of [160, 170, 150, 199, 20].entries()) {
      const sheet = await lockSheet(
        app.client,
        panel.id,
        panel.experts[index]?.personId ?? '',
        filled(halves),
      );
      expect(sheet).toMatchObject({ level: 'TRADE_SECRET', standing: 'LOCKED', lockedOn: '2026-11-20' });
      expect(sheet.hash).toMatch(/^[0-9a-f]{64}$/);
    }
    const done = await app.client.maturity.conclude({ id: panel.id, version: panel.version });
    expect(done.results).toMatchObject([
      { cause: 'CONCLUDED', sheets: 5, counted: 3, trimmed: true, total: 8000, verdict: 'MATURE' },
    ]);
    expect((await app.client.outcomes.get({ id: outcome.id })).maturity).toEqual({
      total: 8000,
      verdict: 'MATURE',
      computedOn: '2026-11-20',
    });
    await expect(app.client.maturity.conclude({ id: panel.id, version: done.version })).rejects.toMatchObject(
      {
        data: { problems: [{ rule: 'PANEL_CONCLUDED' }] },
      },
    );
  });

  it('says everything that is missing before it can be concluded', async () => {
    const outcome = await makeOutcome(app.client);
    const [a = '', b = ''] = await makePeople(app.client, ['甲', '乙']);
    const panel = await app.client.maturity.convene({
      outcomeId: outcome.id,
      level: 'INTERNAL',
      expertIds: [a, b],
      fields: { convenedOn: '2026-05-12', chair: '', advancement: '', marketProspect: '', benefit: '' },
    });
    expect(panel.warnings).toEqual(['PANEL_UNDER_FIVE', 'PANEL_EVEN']);
    await expect(app.client.maturitySheets.begin({ panelId: panel.id, expertId: a })).rejects.toMatchObject({
      data: { problems: [{ rule: 'PANEL_NOT_DECLARED' }] },
    });
    const declared = await app.client.maturity.declare({
      id: panel.id,
      version: panel.version,
      expertId: panel.experts[0]?.id ?? '',
      ground: null,
      note: '',
    });
    expect(declared.missing.map(({ rule, params }) => [rule, params?.name])).toEqual([
      ['PANEL_BELOW_FLOOR', undefined],
      ['PANEL_SHEET_MISSING', '甲'],
      ['PANEL_NOT_DECLARED', '乙'],
    ]);
    await expect(
      app.client.maturity.conclude({ id: panel.id, version: declared.version }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('recuses whom the register shows as a contributor or of a contributing unit', async () => {
    const { id, version } = await makeOutcome(app.client);
    const unit = await app.client.members.create({
      level: 'PUBLIC',
      fields: { name: '砚湖生物', shortName: '', role: 'INDUSTRY', note: '' },
    });
    const person = await app.client.people.create({
      level: 'INTERNAL',
      unitId: unit.id,
      fields: { ...EMPTY_PERSON_FIELDS, name: '周砚秋' },
    });
    await app.client.outcomes.setContributors({
      id,
      version,
      contributors: [{ id: newId(), kind: 'unit', partyId: unit.id, share: 10000, duty: '' }],
    });
    const panel = await app.client.maturity.convene({
      outcomeId: id,
      level: 'INTERNAL',
      expertIds: [person.id],
      fields: { convenedOn: '2026-05-12', chair: '', advancement: '', marketProspect: '', benefit: '' },
    });
    const [expert] = panel.experts;
    expect(expert?.found).toEqual(['SAME_UNIT']);
    const declaration = { id: panel.id, version: panel.version, expertId: expert?.id ?? '', note: '' };
    await expect(app.client.maturity.declare({ ...declaration, ground: null })).rejects.toMatchObject({
      data: { problems: [{ rule: 'RECUSAL_FOUND_SAME_UNIT', field: 'ground' }] },
    });
    const recused = await app.client.maturity.declare({ ...declaration, ground: 'SAME_UNIT' });
    expect(recused.experts[0]?.state).toBe('RECUSED');
    await expect(
      app.client.maturitySheets.begin({ panelId: panel.id, expertId: person.id }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'PANEL_NOT_SEATED' }] } });
  });

  it('computes anew after a late recusal and keeps both results', async () => {
    const outcome = await makeOutcome(app.client);
    const panel = await makePanel(app.client, outcome.id, 5);
    for (const [index, halves] of [160, 161, 159, 190, 100].entries())
      await lockSheet(app.client, panel.id, panel.experts[index]?.personId ?? '', filled(halves));
    const done = await app.client.maturity.conclude({ id: panel.id, version: panel.version });
    expect(done.results.at(-1)?.verdict).toBe('MATURE');
    const again = await app.client.maturity.exclude({
      id: panel.id,
      version: done.version,
      expertId: panel.experts[3]?.id ?? '',
      ground: 'EQUITY',
      note: '持有完成单位股份',
    });
    // Four sheets: (160 + 161 + 159 + 100) / 8 = 72.50, nothing left out.
    expect(again.results).toMatchObject([
      { cause: 'CONCLUDED', total: 8000, trimmed: true },
      { cause: 'LATE_RECUSAL', sheets: 4, counted: 4, trimmed: false, total: 7250, verdict: 'NOT_MATURE' },
    ]);
    expect(again.results[0]?.basis).not.toBe(again.results[1]?.basis);
    expect((await app.client.outcomes.get({ id: outcome.id })).maturity?.total).toBe(7250);
  });

  it('takes no conclusion, and no late recusal, that would tell what single experts scored', async () => {
    const outcome = await makeOutcome(app.client);
    const panel = await makePanel(app.client, outcome.id, 3);
    for (const { personId } of panel.experts) await lockSheet(app.client, panel.id, personId, filled(170));
    const [first] = panel.experts;
    const { version } = await app.client.maturity.conclude({ id: panel.id, version: panel.version });
    const late = {
      id: panel.id,
      version,
      expertId: first?.id ?? '',
      ground: 'EQUITY' as const,
      note: '持股',
    };
    const left = await app.client.maturity.exclude(late);
    expect(left).toMatchObject({ voidedOn: expect.any(String), results: [{ total: 8500 }] });
    expect((await app.client.outcomes.get({ id: outcome.id })).maturity).toBeNull();
    await expect(app.client.maturity.report({ id: panel.id, format: 'PDF' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'PANEL_NOT_CONCLUDED' }] },
    });
    const small = await makePanel(app.client, outcome.id, 2);
    for (const { personId } of small.experts) await lockSheet(app.client, small.id, personId, filled(170));
    await expect(
      app.client.maturity.conclude({ id: small.id, version: small.version }),
    ).rejects.toMatchObject({
      data: { problems: [{ rule: 'PANEL_BELOW_FLOOR', params: { count: 2, needed: 3 } }] },
    });
  });

  it('is void after a late recusal that leaves two sheets, and concludes again with a further expert', async () => {
    const outcome = await makeOutcome(app.client);
    const panel = await makePanel(app.client, outcome.id, 3);
    for (const { personId } of panel.experts) await lockSheet(app.client, panel.id, personId, filled(170));
    const done = await app.client.maturity.conclude({ id: panel.id, version: panel.version });
    const left = await app.client.maturity.exclude({
      id: panel.id,
      version: done.version,
      expertId: panel.experts[0]?.id ?? '',
      ground: 'EQUITY',
      note: '持股',
    });
    expect(left.missing).toMatchObject([{ rule: 'PANEL_BELOW_FLOOR', params: { count: 2, needed: 3 } }]);
    const [further = ''] = await makePeople(app.client, ['增补专家']);
    const personIds = [...panel.experts.map(({ personId }) => personId), further];
    const grown = await app.client.maturity.setExperts({ id: panel.id, version: left.version, personIds });
    const declared = await app.client.maturity.declare({
      id: panel.id,
      version: grown.version,
      expertId: grown.experts.find(({ personId }) => personId === further)?.id ?? '',
      ground: null,
      note: '',
    });
    expect(declared.voidedOn).not.toBeNull();
    await lockSheet(app.client, panel.id, further, filled(140));
    const again = await app.client.maturity.conclude({ id: panel.id, version: declared.version });
    expect(again).toMatchObject({
      voidedOn: null,
      results: [
        { cause: 'CONCLUDED', total: 8500 },
        { cause: 'LATE_RECUSAL', sheets: 3, total: 8000 },
      ],
    });
    expect((await app.client.outcomes.get({ id: outcome.id })).maturity?.total).toBe(8000);
  });

  it('is concluded only by who opens every tier; others see the panel and no sheet', async () => {
    const outcome = await makeOutcome(app.client);
    const panel = await makePanel(app.client, outcome.id, 3);
    const sheets = [];
    for (const { personId } of panel.experts)
      sheets.push(await lockSheet(app.client, panel.id, personId, filled(170)));
    const { id } = await app.client.vault.addUser({
      name: '小林',
      clearance: 'register',
      passphrase: PASSPHRASE,
    });
    app = await app.restart();
    await app.client.vault.unlock({ userId: id, passphrase: PASSPHRASE });
    const seen = await app.client.maturity.get({ id: panel.id });
    expect(seen).toMatchObject({ everyTierOpen: false, missing: [] });
    expect(seen.experts.map(({ sheet }) => sheet)).toEqual([null, null, null]);
    await expect(app.client.maturitySheets.get({ id: sheets[0]?.id ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      app.client.maturity.conclude({ id: panel.id, version: panel.version }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED', data: { problems: [{ rule: 'EVERY_TIER_NEEDED' }] } });
  });
});

describe('a score sheet', () => {
  it('takes halves within the points, and nothing after it is locked', async () => {
    const outcome = await makeOutcome(app.client);
    const panel = await makePanel(app.client, outcome.id, 1);
    const personId = panel.experts[0]?.personId ?? '';
    const begun = await app.client.maturitySheets.begin({ panelId: panel.id, expertId: personId });
    const over = filled(0);
    const high = over.scores.map((score) => (score.indicator === 'ip' ? { ...score, halves: 21 } : score));
    await expect(
      app.client.maturitySheets.edit({
        id: begun.id,
        version: begun.version,
        fields: { ...over, scores: high },
      }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'SCORE_TOO_HIGH', field: 'scores.ip' }] } });
    await expect(
      app.client.maturitySheets.lock({ id: begun.id, version: begun.version }),
    ).rejects.toMatchObject({
      code: 'INVALID',
    });
    const edited = await app.client.maturitySheets.edit({
      id: begun.id,
      version: begun.version,
      fields: filled(150),
    });
    const locked = await app.client.maturitySheets.lock({ id: begun.id, version: edited.version });
    await expect(
      app.client.maturitySheets.edit({ id: begun.id, version: locked.version, fields: filled(200) }),
    ).rejects.toMatchObject({ data: { problems: [{ rule: 'SHEET_LOCKED' }] } });
    const open = await app.client.maturitySheets.reopen({
      id: begun.id,
      version: locked.version,
      reason: '误填',
    });
    expect(open).toMatchObject({ standing: 'DRAFT', hash: '', lockedOn: null });
  });

  it('is not what its hash says when somebody reached into the file', async () => {
    const outcome = await makeOutcome(app.client);
    const panel = await makePanel(app.client, outcome.id, 1);
    const sheet = await lockSheet(app.client, panel.id, panel.experts[0]?.personId ?? '', filled(150));
    app.app.vault?.tiers
      .get('secret')
      ?.sqlite.prepare(`update maturity_sheet_score set halves = 30 where indicator = 'market'`)
      .run();
    expect((await app.client.maturitySheets.get({ id: sheet.id })).standing).toBe('CHANGED');
    await expect(
      app.client.maturity.conclude({ id: panel.id, version: panel.version }),
    ).rejects.toMatchObject({
      data: { problems: expect.arrayContaining([expect.objectContaining({ rule: 'PANEL_SHEET_CHANGED' })]) },
    });
  });

  it('is stale once its evidence is gone, and is judged anew', async () => {
    const outcome = await makeOutcome(app.client);
    const panel = await makePanel(app.client, outcome.id, 3);
    for (const { personId } of panel.experts.slice(1))
      await lockSheet(app.client, panel.id, personId, filled(170));
    const evidence = await fileEvidence(app, '检测报告');
    const fields = filled(170);
    const [first, ...rest] = fields.scores;
    const cited = {
      ...fields,
      scores: [{ ...first, indicator: 'innovation' as const, halves: 30, evidence }, ...rest],
    };
    const sheet = await lockSheet(app.client, panel.id, panel.experts[0]?.personId ?? '', cited);
    expect(sheet.standing).toBe('LOCKED');
    const record = await app.client.records.get({ id: evidence.recordId });
    await app.client.records.removeFile({ id: record.id, version: record.version, fileId: evidence.fileId });
    expect((await app.client.maturitySheets.get({ id: sheet.id })).standing).toBe('STALE');
    expect((await app.client.maturity.get({ id: panel.id })).missing).toMatchObject([
      { rule: 'PANEL_SHEET_STALE' },
    ]);
    const open = await app.client.maturitySheets.reopen({
      id: sheet.id,
      version: sheet.version,
      reason: '依据已撤',
    });
    const mended = await app.client.maturitySheets.edit({ id: sheet.id, version: open.version, fields });
    await app.client.maturitySheets.lock({ id: sheet.id, version: mended.version });
    const done = await app.client.maturity.conclude({ id: panel.id, version: panel.version });
    expect(done.results[0]).toMatchObject({ total: 8500, sheets: 3 });
  });
});
