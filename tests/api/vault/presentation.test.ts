import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { contract } from '#shared/contract.ts';
import { newId } from '#shared/ids.ts';
import { REVIEW_DIMENSIONS } from '#shared/members/annualReview.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { isPresented } from '#shared/vault/presentation.ts';
import { importPlan } from '../../support/importPlan.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { makeRecord } from '../../support/records.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

const query = {};
const page = () =>
  app.client.records.page({ query, order: 'title', direction: 'asc', after: null, limit: 50 });

describe('来宾模式', () => {
  test('lists, counts and finds what is 公开 and nothing else', async () => {
    await makeRecord(app.client, '载荷宣传册', 'PUBLIC', { keywords: ['载荷'] });
    const inner = await makeRecord(app.client, '载荷内部通报', 'INTERNAL');
    await makeRecord(app.client, '载荷配方', 'TRADE_SECRET');
    expect((await app.client.vault.present()).presenting).toBe(true);

    expect((await page()).rows.map(({ title }) => title)).toEqual(['载荷宣传册']);
    expect(await app.client.records.facets({ query })).toMatchObject({
      total: 1,
      levels: [{ value: 'PUBLIC', count: 1 }],
    });
    const found = await app.client.search.find({ text: '载荷', limit: 20 });
    expect(JSON.stringify(found)).toContain('宣传册');
    expect(JSON.stringify(found)).not.toMatch(/内部通报|配方/);
    await expect(app.client.records.get({ id: inner.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('shows nobody’s telephone and nothing held against a member, nor finds them', async () => {
    const unit = await app.client.members.create({
      level: 'PUBLIC',
      fields: {
        name: '云江药业',
        shortName: '',
        role: 'INDUSTRY',
        note: '欠费未清',
        contactName: '欧阳若水',
        contactPhone: '13800138000',
      },
    });
    await app.client.members.putReview({
      id: unit.id,
      version: unit.version,
      row: {
        id: newId(),
        year: 2025,
        reviewedOn: '2026-01-20',
        reviewer: '秘书处',
        opinion: '参与不足',
        scores: REVIEW_DIMENSIONS.map((dimension) => ({ dimension, score: 5, basis: '', evidence: null })),
      },
    });
    await app.client.people.create({
      level: 'PUBLIC',
      unitId: unit.id,
      fields: { ...EMPTY_PERSON_FIELDS, name: '陈牧之', phone: '13900139000', email: 'chen@example.org' },
    });
    const everything = async () =>
      JSON.stringify([
        await app.client.members.get({ id: unit.id }),
        await app.client.people.list({ text: '' }),
        await Promise.all(
          ['欧阳若水', '13800138000', '13900139000', '欠费'].map((text) =>
            app.client.search.find({ text, limit: 20 }),
          ),
        ),
      ]);
    const secrets = /欧阳若水|13800138000|13900139000|chen@|欠费未清|参与不足/;
    expect(await everything()).toMatch(secrets);
    await app.client.vault.present();
    const seen = await everything();
    expect(seen).toContain('云江药业');
    expect(seen).toContain('陈牧之');
    expect(seen).not.toMatch(secrets);
  });

  test('refuses every deed and every reading that is not for visitors', async () => {
    const { id, version } = await makeRecord(app.client, '甲', 'PUBLIC');
    await app.client.vault.present();
    const refusal = { code: 'NOT_ALLOWED', data: { problems: [{ rule: 'PRESENTING' }] } };
    await expect(
      app.client.records.edit({ id, version, changes: { responsible: '乙' } }),
    ).rejects.toMatchObject(refusal);
    await expect(app.client.today.tasks()).rejects.toMatchObject(refusal);
    await expect(app.client.imports.list()).rejects.toMatchObject(refusal);
    await expect(app.client.vault.present()).rejects.toMatchObject(refusal);
  });

  test('serves no file above 公开, not even under an address that was given before', async () => {
    const addressOf = async (level: 'PUBLIC' | 'INTERNAL') => {
      const file = join(app.folder, `${level}.txt`);
      writeFileSync(file, `内容 ${level}`);
      const { id } = await app.client.imports.begin({
        plan: importPlan({ shape: 'ONE', level, term: defaultTerm(level), title: level }),
        places: [app.place(file, 'file')],
      });
      await expect
        .poll(async () => (await app.client.imports.get({ id })).state, { timeout: 30_000 })
        .toBe('DONE');
      const { rows } = await page();
      const record = await app.client.records.get({
        id: rows.find(({ title }) => title === level)?.id ?? '',
      });
      const fileId = record.files[0]?.id ?? '';
      return (await app.client.records.fileAddress({ fileId, variant: 'original' })).address;
    };
    const open = await addressOf('PUBLIC');
    const inner = await addressOf('INTERNAL');
    await app.client.vault.present();
    expect(app.app.openFile(inner)).toBeNull();
    const answer = app.app.openFile(open);
    expect(Buffer.from(answer?.read(0, answer.size) ?? []).toString()).toBe('内容 PUBLIC');
  });

  test('ends only with the own passphrase, and then everything is there again', async () => {
    await makeRecord(app.client, '乙', 'CORE_TRADE_SECRET');
    await app.client.vault.present();
    await expect(app.client.vault.endPresentation({ passphrase: 'not this one' })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    expect((await page()).rows).toEqual([]);
    const status = await app.client.vault.endPresentation({ passphrase: PASSPHRASE });
    expect(status).toMatchObject({ presenting: false, openTiers: ['register', 'secret', 'core'] });
    expect((await page()).rows.map(({ title }) => title)).toEqual(['乙']);
  });
});

test('what visitors are answered is in the contract, and names no deed', () => {
  const paths = Object.entries(contract).flatMap(([noun, procedures]) =>
    Object.keys(procedures).map((name) => `${noun}.${name}`),
  );
  const presented = paths.filter(isPresented);
  expect(presented).toContain('records.page');
  expect(
    presented.filter((path) => /\.(create|edit|remove|change|import|export|undo|set[A-Z])/.test(path)),
  ).toEqual([]);
});
