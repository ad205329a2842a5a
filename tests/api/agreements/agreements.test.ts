import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgreementFields } from '#shared/agreements/agreement.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

const nda: AgreementFields = {
  title: '甲医院保密协议',
  type: 'NDA',
  unitName: '甲医院',
  signedOn: '2026-01-10',
  validFrom: null,
  validTo: '2026-12-31',
  confidentiality: true,
  note: '',
};

describe('agreements', () => {
  it('are kept, found, changed, and say whether they are in force today', async () => {
    const made = await app.client.agreements.create({ fields: nda, level: 'INTERNAL' });
    expect(made).toMatchObject({ title: '甲医院保密协议', state: 'IN_FORCE', fields: nda });
    expect(await app.client.agreements.list({ text: '甲医院' })).toHaveLength(1);
    const ended = { ...nda, validTo: '2026-11-19' };
    const edited = await app.client.agreements.edit({ id: made.id, version: made.version, fields: ended });
    expect(edited).toMatchObject({ state: 'ENDED', version: 2 });
    await expect(app.client.agreements.edit({ id: made.id, version: 1, fields: nda })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await app.client.agreements.remove({ id: made.id, version: 2, reason: '重复' });
    expect(await app.client.agreements.list({ text: '' })).toEqual([]);
  });

  it('name the field whose rule was broken', async () => {
    const wrong = { ...nda, validTo: '2025-12-31' };
    await expect(app.client.agreements.create({ fields: wrong, level: 'INTERNAL' })).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ rule: 'END_BEFORE_START', field: 'fields.validTo' }] },
    });
  });
});
