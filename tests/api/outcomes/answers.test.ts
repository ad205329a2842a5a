import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import type { Citation } from '#shared/records/citation.ts';
import { answerTo, type ReceivedForm, receiveForm, sealedAnswer } from '../../support/answers.ts';
import { fileEvidence } from '../../support/evidence.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { filled, lockSheet, makeOutcome, makePanel } from '../../support/outcomes.ts';

const PASSPHRASE = '渡口的灯 亮到第三更';

let app: TestApp;
let panel: Panel;
let evidence: Citation;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
  const outcome = await makeOutcome(app.client);
  panel = await makePanel(app.client, outcome.id, 2);
  evidence = await fileEvidence(app, '检测报告');
});
afterEach(() => app.close());

async function send(index = 0): Promise<ReceivedForm> {
  const { address, left } = await app.client.maturity.sendSheet({
    id: panel.id,
    expertId: panel.experts[index]?.id ?? '',
    recordIds: [evidence.recordId],
    recipient: { by: 'PASSPHRASE', name: `专家${index + 1}`, unit: '' },
    consent: '',
    purpose: '成熟度评价',
    expires: null,
    terms: { view: true, print: true, forward: false, note: '' },
    passphrase: PASSPHRASE,
  });
  expect(left).toBe(1);
  return receiveForm(app, address, PASSPHRASE);
}

const rules = (problems: { rule: string }[]) => problems.map(({ rule }) => rule);

describe('a blank sheet that is sent', () => {
  it('carries the form and the evidence, signed, and nothing above internal', async () => {
    const received = await send();
    expect(received.opened.report).toMatchObject({ whole: true, signature: { state: 'VALID' } });
    expect(received.form).toMatchObject({ expert: '专家1', outcome: '胃癌早筛甲基化检测试剂' });
    expect(received.opened.items.map(({ id }) => id)).toEqual([evidence.recordId]);
    const seen = await app.client.maturity.get({ id: panel.id });
    expect(seen.experts[0]?.sent).toMatchObject({ copy: 1, answered: false });
    expect(seen.experts[1]?.sent).toBeNull();
  });

  it('does not leave for an outcome above internal', async () => {
    const secret = await makeOutcome(app.client, 'TRADE_SECRET');
    const convened = await app.client.maturity.convene({
      outcomeId: secret.id,
      level: 'TRADE_SECRET',
      expertIds: [panel.experts[0]?.personId ?? ''],
      fields: panel.fields,
    });
    panel = convened;
    await expect(send()).rejects.toMatchObject({ data: { problems: [{ rule: 'SHEET_MAY_NOT_LEAVE' }] } });
  });
});

describe('an answer', () => {
  it('shows whose copy it is, is filed as a locked trade secret, counts, and is nothing new the second time', async () => {
    const received = await send();
    const fields = filled(170);
    const cited = fields.scores.map((score) => (score.indicator === 'ip' ? { ...score, evidence } : score));
    const answer = answerTo(received, { ...fields, scores: cited });
    const base64 = await sealedAnswer(answer, received.form.answerTo);
    const preview = await app.client.maturity.previewAnswer({ base64 });
    expect(preview).toMatchObject({ state: 'NEW', expert: '专家1', copy: 1, problems: [] });
    expect((await app.client.maturity.get({ id: panel.id })).experts[0]?.sheet).toBeNull();

    const { panel: filed, isNew } = await app.client.maturity.fileAnswer({ base64 });
    expect(isNew).toBe(true);
    expect(filed.experts[0]).toMatchObject({
      standing: 'LOCKED',
      sent: { answered: true },
      sheet: { total: 170 },
    });
    const sheet = await app.client.maturitySheets.get({ id: filed.experts[0]?.sheet?.id ?? '' });
    expect(sheet).toMatchObject({ level: 'TRADE_SECRET', fields: { source: 'ANSWER' } });
    expect(sheet.fields.scores.find(({ indicator }) => indicator === 'ip')?.evidence).toEqual(evidence);

    // Sealed anew it is still the same answer.
    const again = await sealedAnswer(answer, received.form.answerTo);
    expect(await app.client.maturity.previewAnswer({ base64: again })).toMatchObject({ state: 'FILED' });
    expect(await app.client.maturity.fileAnswer({ base64: again })).toMatchObject({ isNew: false });

    const other = await sealedAnswer(answerTo(received, filled(20)), received.form.answerTo);
    expect(rules((await app.client.maturity.previewAnswer({ base64: other })).problems)).toEqual([
      'ANSWER_COPY_USED',
    ]);
    await expect(app.client.maturity.fileAnswer({ base64: other })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const verified = [];
    for await (const each of await app.client.journal.verify()) verified.push(each);
    expect(JSON.stringify(verified)).not.toContain('"ok":false');
  });

  it('records the declaration it carries', async () => {
    const outcome = await makeOutcome(app.client, 'INTERNAL', { name: '另一成果' });
    const others = await makePanel(app.client, outcome.id, 2);
    panel = await app.client.maturity.setExperts({
      id: others.id,
      version: others.version,
      personIds: [...others.experts, panel.experts[1]].map((expert) => expert?.personId ?? ''),
    });
    for (const { personId } of others.experts) await lockSheet(app.client, panel.id, personId, filled(160));
    const received = await send(2);
    const base64 = await sealedAnswer(answerTo(received, filled(160)), received.form.answerTo);
    const { panel: filed } = await app.client.maturity.fileAnswer({ base64 });
    expect(filed.experts[2]).toMatchObject({ state: 'CLEAR', standing: 'LOCKED' });
    const done = await app.client.maturity.conclude({ id: filed.id, version: filed.version });
    expect(done.results[0]).toMatchObject({ sheets: 3, total: 8000, verdict: 'MATURE' });
  });

  it.each([
    ['the declaration', 'secret', 'before insert on maturity_sheet', null],
    ['the sheet', 'register', 'before update on sent_form', 170],
  ] as const)(
    'cut short after %s is gone on with when it is opened again',
    async (_, name, moment, total) => {
      const outcome = await makeOutcome(app.client, 'INTERNAL', { name: '另一成果' });
      panel = await app.client.maturity.convene({
        outcomeId: outcome.id,
        level: 'INTERNAL',
        expertIds: [panel.experts[1]?.personId ?? ''],
        fields: panel.fields,
      });
      const received = await send();
      const base64 = await sealedAnswer(answerTo(received, filled(170)), received.form.answerTo);
      const tier = app.app.vault?.tiers.get(name)?.sqlite;
      tier?.exec(`create temp trigger power_cut ${moment} begin select raise(abort, 'power cut'); end`);
      await expect(app.client.maturity.fileAnswer({ base64 })).rejects.toMatchObject({});
      tier?.exec('drop trigger power_cut');

      const between = await app.client.maturity.get({ id: panel.id });
      expect(between.experts[0]).toMatchObject({ state: 'CLEAR', sent: { answered: total !== null } });
      expect(between.experts[0]?.sheet?.total ?? null).toBe(total);
      if (total !== null) {
        const other = await sealedAnswer(answerTo(received, filled(20)), received.form.answerTo);
        expect(rules((await app.client.maturity.previewAnswer({ base64: other })).problems)).toEqual([
          'ANSWER_COPY_USED',
        ]);
      }

      expect(await app.client.maturity.previewAnswer({ base64 })).toMatchObject({
        state: 'NEW',
        problems: [],
      });
      const { panel: filed, isNew } = await app.client.maturity.fileAnswer({ base64 });
      expect(isNew).toBe(true);
      expect(filed.experts[0]).toMatchObject({
        standing: 'LOCKED',
        sheet: { total: 170 },
        sent: { answered: true },
      });
      expect(await app.client.maturity.previewAnswer({ base64 })).toMatchObject({ state: 'FILED' });
    },
  );

  it('with a wrong code, copy, manifest or bundle is refused', async () => {
    const received = await send();
    const answer = answerTo(received, filled(160));
    const wrong = [
      { ...answer, code: '0'.repeat(32) },
      { ...answer, bundle: { ...answer.bundle, copy: 2 } },
      { ...answer, bundle: { ...answer.bundle, manifest: 'f'.repeat(64) } },
      { ...answer, bundle: { ...answer.bundle, id: panel.id } },
    ];
    for (const each of wrong) {
      const base64 = await sealedAnswer(each, received.form.answerTo);
      await expect(app.client.maturity.fileAnswer({ base64 })).rejects.toMatchObject({
        data: { problems: [{ rule: 'ANSWER_FOREIGN' }] },
      });
    }
    expect((await app.client.maturity.get({ id: panel.id })).experts[0]?.sheet).toBeNull();
  });

  it('that lacks a score or gives too many points says which', async () => {
    const received = await send();
    const answer = answerTo(received, filled(160));
    answer.form.scores = answer.form.scores
      .filter(({ indicator }) => indicator !== 'market')
      .map((score) => (score.indicator === 'external' ? { ...score, halves: 11 } : score));
    const base64 = await sealedAnswer(answer, received.form.answerTo);
    const { problems } = await app.client.maturity.previewAnswer({ base64 });
    expect(problems.map(({ rule, field }) => [rule, field])).toEqual([
      ['SCORE_TOO_HIGH', 'scores.external'],
      ['SCORE_MISSING', 'scores.market'],
    ]);
    await expect(app.client.maturity.fileAnswer({ base64 })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('that was tampered with, sealed to somebody else, or is something else is refused', async () => {
    const received = await send();
    const answer = answerTo(received, filled(160));
    const code = (base64: string) =>
      app.client.maturity.previewAnswer({ base64 }).then(
        () => null,
        (error: { code: string }) => error.code,
      );
    const changed = await sealedAnswer(answer, received.form.answerTo, (tar) => {
      const at = Buffer.from(tar).indexOf('"halves": 30');
      expect(at).toBeGreaterThan(0);
      tar.set(Buffer.from('"halves": 20'), at);
    });
    expect(await code(changed)).toBe('DAMAGED');
    const flipped = Buffer.from(await sealedAnswer(answer, received.form.answerTo), 'base64');
    flipped.writeUInt8(flipped.readUInt8(flipped.length - 40) ^ 1, flipped.length - 40);
    expect(await code(flipped.toString('base64'))).toBe('DAMAGED');
    const stranger = await identityToRecipient(await generateX25519Identity());
    expect(await code(await sealedAnswer(answer, stranger))).toBe('INVALID');
    expect(await code(Buffer.from('hello').toString('base64'))).toBe('INVALID');
    expect(await code('')).toBe('INVALID');
  });
});
