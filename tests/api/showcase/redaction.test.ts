import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { find } from '#db/tiers.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import type { Panel } from '#shared/showcase/contract.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { makeOutcome } from '../../support/outcomes.ts';
import {
  answerGate,
  filePhoto,
  makeExhibition,
  makePanel,
  panelFields,
  passing,
  publish,
  stepPanel,
} from '../../support/panels.ts';
import { makeUnit } from '../../support/units.ts';

let app: TestApp;
let outcome: OutcomeDetail;
let panel: Panel;
beforeEach(async () => {
  app = await openTestVault();
  outcome = await makeOutcome(app.client, 'TRADE_SECRET', { summary: '第六位点的阈值取 0.42。' });
  panel = await makePanel(
    app.client,
    panelFields({ summary: '面向高危人群的血液检测，抽血一管即可，当日得到结果。' }),
  );
});
afterEach(() => app.close());

const MADE = { means: ['FIGURES_RANGED' as const], preparedBy: '王承办', madeOn: '2026-01-05', note: '' };

async function redact(changes: Partial<typeof MADE> = {}) {
  const { version } = await app.client.panels.get({ id: panel.id });
  const { version: outcomeVersion } = await app.client.outcomes.get({ id: outcome.id });
  return app.client.panelSources.redact({
    ...MADE,
    ...changes,
    id: panel.id,
    version,
    outcomeId: outcome.id,
    outcomeVersion,
  });
}

async function expectVerified(): Promise<void> {
  expect((await app.client.journal.verify()).filter(({ ok }) => !ok)).toEqual([]);
}

function levelPoint({ points }: Panel) {
  return points.find(({ point }) => point === 'LEVEL');
}

describe('an outcome above 公开', () => {
  test('is kept beside the panel, both texts as they were, in its own tier alone', async () => {
    const { sources, everyTierOpen } = await redact();
    expect(everyTierOpen).toBe(true);
    expect(sources).toMatchObject([
      {
        id: outcome.id,
        level: 'TRADE_SECRET',
        isRedacted: true,
        redactions: [
          {
            ...MADE,
            edition: 1,
            contentHash: panel.contentHash,
            source: { NAME: outcome.fields.name, SUMMARY: '第六位点的阈值取 0.42。' },
            shown: { NAME: panel.fields.zh.title },
          },
        ],
      },
    ]);
    const { version, exhibits } = await app.client.outcomes.get({ id: outcome.id });
    expect(exhibits).toMatchObject([{ id: panel.id, state: 'DRAFT' }]);
    await app.client.outcomes.edit({
      id: outcome.id,
      version,
      projectId: null,
      fields: { ...outcome.fields, summary: '另一说法' },
    });
    const after = await app.client.panelSources.get({ id: panel.id });
    expect(after.sources[0]?.redactions[0]?.source.SUMMARY).toBe('第六位点的阈值取 0.42。');
    const register = app.app.vault?.tiers.get('register');
    const below = register?.sqlite.prepare('select count(*) from outcome_redaction').pluck().get();
    expect(below).toBe(0);
    await expectVerified();
  });

  test('once compared, bars the gate after each other text until it is compared again', async () => {
    await redact();
    const published = await publish(app.client, panel.id);
    expect(levelPoint(published)?.status).toBe('GREEN');
    const exhibition = await makeExhibition(app.client, [panel.id]);
    expect((await app.client.exhibitions.check({ id: exhibition.id })).problems).toEqual([]);
    await app.client.panels.edit({
      id: panel.id,
      version: published.version,
      pictures: [],
      fields: panelFields({ summary: '改过的简介。' }),
    });
    const answered = await answerGate(app.client, panel.id);
    expect(levelPoint(answered)).toMatchObject({ status: 'CONTRADICTED', why: 'NOT_REDACTED' });
    await expect(stepPanel(app.client, answered, 'PASS')).rejects.toMatchObject({
      data: { problems: [{ rule: 'POINT_CONTRADICTED', params: { point: 'LEVEL', why: 'NOT_REDACTED' } }] },
    });
    const { sources } = await redact();
    expect(sources[0]?.redactions.map(({ edition }) => edition)).toEqual([2, 1]);
    const passed = await stepPanel(app.client, answered, 'PASS');
    expect(passed.state).toBe('APPROVED');
  });

  test('a linked one that is raised stops a published panel', async () => {
    const linked = await makeOutcome(app.client, 'PUBLIC', { name: '早筛软件' });
    const edited = await app.client.panels.edit({
      id: panel.id,
      version: panel.version,
      pictures: [],
      fields: panel.fields,
      outcomeId: linked.id,
    });
    expect(edited.outcome?.id).toBe(linked.id);
    await publish(app.client, panel.id);
    const exhibition = await makeExhibition(app.client, [panel.id]);
    await app.client.confidentiality.change({
      id: linked.id,
      version: linked.version,
      level: 'TRADE_SECRET',
      term: defaultTerm('TRADE_SECRET'),
      basis: '合作协议第七条',
      reason: 'VALUE_INCREASED',
      remark: '',
      personalInfo: false,
      approver: null,
    });
    expect((await app.client.exhibitions.check({ id: exhibition.id })).problems).toMatchObject([
      {
        rule: 'PANEL_NOT_SHOWABLE',
        params: { why: 'POINT_CONTRADICTED', point: 'LEVEL', fact: 'NOT_REDACTED' },
      },
    ]);
  });

  test('chosen by mistake is released with its reason; what was kept stays with it', async () => {
    await redact();
    const { version: outcomeVersion } = await app.client.outcomes.get({ id: outcome.id });
    const of = { id: panel.id, outcomeId: outcome.id, outcomeVersion };
    await expect(app.client.panelSources.release({ ...of, reason: ' ' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'REASON_TEXT_REQUIRED', field: 'reason' }] },
    });
    const { sources } = await app.client.panelSources.release({ ...of, reason: '选错了成果' });
    expect(sources).toEqual([]);
    expect(levelPoint(await answerGate(app.client, panel.id))?.status).toBe('GREEN');
    const again = await redact();
    expect(again.sources[0]?.redactions).toMatchObject([
      { releasedOn: null },
      { releaseReason: '选错了成果', edition: 1 },
    ]);
  });

  test('a comparison goes with its outcome into another tier', async () => {
    await redact();
    const { version } = await app.client.outcomes.get({ id: outcome.id });
    await app.client.confidentiality.change({
      id: outcome.id,
      version,
      level: 'CORE_TRADE_SECRET',
      term: defaultTerm('CORE_TRADE_SECRET'),
      basis: '合作协议第七条',
      reason: 'VALUE_INCREASED',
      remark: '',
      personalInfo: false,
      approver: null,
    });
    expect((await app.client.panelSources.get({ id: panel.id })).sources).toMatchObject([
      { level: 'CORE_TRADE_SECRET', redactions: [{ edition: 1 }] },
    ]);
    const vault = app.app.vault;
    if (!vault) throw new Error('the vault is locked');
    expect(find(vault.tiers, outcome.id)?.tier.tier).toBe('core');
    await expectVerified();
  });

  test('lets its redacted version into a pack, and stops the one that copies it', async () => {
    const copied = '第六位点的阈值取百分之四十二';
    const { version } = await app.client.outcomes.get({ id: outcome.id });
    await app.client.outcomes.edit({
      id: outcome.id,
      version,
      projectId: null,
      fields: { ...outcome.fields, summary: `${copied}。` },
    });
    const exportNow = async () => {
      const { id } = await makeExhibition(app.client, [panel.id]);
      const { jobId } = await app.client.exhibitions.export({
        id,
        place: app.place(app.folder),
        expiresOn: null,
      });
      return app.client.exhibitions.wait({ jobId });
    };
    await redact();
    const { version: published } = await publish(app.client, panel.id);
    expect((await exportNow()).report.findings).toEqual([]);
    await app.client.panels.edit({
      id: panel.id,
      version: published,
      pictures: [],
      fields: panelFields({ summary: copied }),
    });
    await redact();
    await publish(app.client, panel.id);
    await expect(exportNow()).rejects.toMatchObject({
      data: { problems: [{ rule: 'LEAK_TEXT', params: { title: outcome.title } }] },
    });
  });

  test.each([
    [{ means: [] as (typeof MADE)['means'] }, 'means', 'REDACTION_MEANS_REQUIRED'],
    [{ preparedBy: ' ' }, 'preparedBy', 'REQUIRED'],
    [{ madeOn: '2999-01-01' }, 'madeOn', 'DAY_NOT_YET'],
  ])('%j is refused at %s', async (changes, field, rule) => {
    await expect(redact(changes)).rejects.toMatchObject({ data: { problems: [{ field, rule }] } });
    expect((await app.client.panelSources.get({ id: panel.id })).sources).toEqual([]);
  });

  test('takes no words of a panel that is more confidential than itself', async () => {
    panel = await makePanel(app.client, panelFields(), [], 'CORE_TRADE_SECRET');
    await expect(redact()).rejects.toMatchObject({
      data: { problems: [{ rule: 'LINK_TARGET_MORE_CONFIDENTIAL' }] },
    });
  });

  test('a public one needs no comparison, and takes none', async () => {
    outcome = await makeOutcome(app.client, 'PUBLIC', { name: '早筛软件' });
    await expect(redact()).rejects.toMatchObject({ data: { problems: [{ rule: 'OUTCOME_IS_PUBLIC' }] } });
  });
});

test('each unit that owns a part of what is shown consents by a paper of its own', async () => {
  const units = [
    await makeUnit(app, { name: '东海肿瘤医院', uscc: '' }),
    await makeUnit(app, { name: '江北研究院', uscc: '' }),
  ];
  const [first, second] = units.map(({ id }) => id);
  const { version } = outcome;
  const share = (partyId = '', part = 5000) => ({
    id: partyId,
    kind: 'unit' as const,
    partyId,
    share: part,
    duty: '',
  });
  await app.client.outcomes.setContributors({
    id: outcome.id,
    version,
    contributors: [share(first), share(second)],
  });
  await redact();
  const { paper } = await consentPaper();
  const open = await answerGate(app.client, panel.id, 'IP_REVIEW', ['TRADE_SECRET']);
  expect(open.owners.toSorted()).toEqual(['东海肿瘤医院', '江北研究院'].toSorted());
  const decide = (consents: { holder: string; paper: typeof paper }[]) =>
    app.client.panels.decide({
      ...passing('TRADE_SECRET', '周律师', paper),
      id: panel.id,
      version: open.version,
      consents,
    });
  await expect(decide([{ holder: '东海肿瘤医院', paper }])).rejects.toMatchObject({
    data: {
      problems: [{ rule: 'CONSENT_OF_OWNER_MISSING', field: 'consents', params: { owner: '江北研究院' } }],
    },
  });
  const decided = await decide([
    { holder: '东海肿瘤医院', paper },
    { holder: '江北研究院', paper },
  ]);
  expect(decided.decisions.at(-1)?.consents).toMatchObject([
    { holder: '东海肿瘤医院', cited: { state: 'PRESENT' } },
    { holder: '江北研究院', cited: { state: 'PRESENT' } },
  ]);
  expect(decided.points.find(({ point }) => point === 'TRADE_SECRET')?.status).toBe('GREEN');
});

async function consentPaper() {
  const { recordId, fileId, sha256 } = await filePhoto(app, '同意书', 'INTERNAL');
  return { paper: { recordId, fileId, sha256 } };
}
