import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Citation } from '#shared/records/citation.ts';
import { fileEvidence } from '../../support/evidence.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';
import { makeRecord } from '../../support/records.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

const resolve = async (citation: Citation) =>
  (await app.client.citations.resolve({ citations: [citation] }))[0];

describe('citations', () => {
  test('name the file and its record, and notice that the bytes are gone', async () => {
    const cited = await fileEvidence(app, '营业执照');
    expect(await resolve(cited)).toMatchObject({
      ...cited,
      state: 'PRESENT',
      fileName: '营业执照.txt',
      level: 'INTERNAL',
    });
    const record = await app.client.records.get({ id: cited.recordId });
    const without = await app.client.records.removeFile({
      id: record.id,
      version: record.version,
      fileId: cited.fileId,
    });
    expect(await resolve(cited)).toMatchObject({ state: 'CHANGED', fileName: null });
    await app.client.records.remove({ ids: [without.id], reason: '' });
    expect(await resolve(cited)).toMatchObject({ state: 'GONE', recordTitle: null });
    await app.client.records.restore({ ids: [without.id] });
    expect(await resolve(cited)).toMatchObject({ state: 'CHANGED' });
  });

  test('offer records with files that a thing of the level may cite', async () => {
    await fileEvidence(app, '内部佐证');
    await fileEvidence(app, '商密佐证', 'TRADE_SECRET');
    await makeRecord(app.client, '没有文件的佐证');
    const titles = async (level: 'INTERNAL' | 'TRADE_SECRET') =>
      (await app.client.citations.find({ text: '佐证', level, limit: 20 })).map(({ title }) => title).sort();
    expect(await titles('INTERNAL')).toEqual(['内部佐证']);
    expect(await titles('TRADE_SECRET')).toEqual(['内部佐证', '商密佐证']);
    expect(await app.client.citations.find({ text: '', level: 'INTERNAL', limit: 20 })).toHaveLength(1);
  });

  test('tell somebody without the tier nothing but that it is not open', async () => {
    const cited = await fileEvidence(app, '商密佐证', 'TRADE_SECRET');
    const other = await app.client.vault.addUser({
      name: '秘书',
      passphrase: `${PASSPHRASE} 2`,
      clearance: 'register',
    });
    app = await app.restart();
    await app.client.vault.unlock({ userId: other.id, passphrase: `${PASSPHRASE} 2` });
    expect(await resolve(cited)).toEqual({
      ...cited,
      state: 'NOT_OPEN',
      recordTitle: null,
      refCode: null,
      fileName: null,
      level: null,
    });
    expect(await app.client.citations.find({ text: '商密', level: 'TRADE_SECRET', limit: 20 })).toEqual([]);
  });
});
