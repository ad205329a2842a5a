import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingIdentities } from '#db/bundles/received.ts';
import { openBundle } from '#electron/bundles/openBundle.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import {
  CREATE,
  composing,
  fileRecord,
  makeBundle,
  makeRecord,
  openPartners,
  type Partners,
  photo,
} from './partners.ts';

let both: Partners;
beforeAll(async () => {
  both = await openPartners();
});
afterAll(() => both.close());

function identitiesOf(app: Partners['ours']): string[] {
  const vault = app.app.vault;
  if (!vault) throw new Error('locked');
  return openingIdentities(vault.tiers);
}

/** Everything a bundle says, as one text. */
async function allText(path: string, identities: string[]): Promise<string> {
  const opened = await openBundle(path, { identities });
  const parts: string[] = [];
  for await (const { path: name, body } of opened.readFiles(() => true)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of body) pieces.push(piece.slice());
    parts.push(name, Buffer.concat(pieces).toString('utf8'));
  }
  return parts.join('\n');
}

describe('a dry run', () => {
  it('lists exactly what goes and what stays, with the reason, and writes nothing', async () => {
    const { ours, toPartner } = both;
    const goes = await makeRecord(ours, '会议纪要');
    const secret = await makeRecord(ours, '配方', 'TRADE_SECRET');
    const person = await ours.client.people.create({
      fields: { ...EMPTY_PERSON_FIELDS, name: '李雷', position: '', phone: '', email: '', note: '' },
      level: 'INTERNAL',
      unitId: null,
    });
    const before = await ours.client.journal.heads();
    const run = await ours.client.bundles.dryRun(
      composing([goes, secret, person.id, crypto.randomUUID().replace(/^(.{14})./, '$17')], toPartner),
    );
    expect(run.goes.map(({ title }) => title)).toEqual(['会议纪要']);
    expect(run.goes[0]?.remarks.map(({ code }) => code)).toEqual(['DRAFT', 'NO_AGREEMENT']);
    expect(run.stays.map(({ title, reasons }) => [title, reasons.map(({ code }) => code)])).toEqual([
      ['配方', ['NO_GRANT', 'AGREEMENT_MISSING']],
      ['李雷', ['PERSONAL_INFO']],
    ]);
    expect(run).toMatchObject({ notThere: 1, level: 'INTERNAL', term: 'P3Y', recipient: { verified: true } });
    expect(run.causes.map(({ of, item }) => [of, item.title])).toEqual([
      ['LEVEL', '会议纪要'],
      ['TERM', '会议纪要'],
    ]);
    expect(await ours.client.journal.heads()).toEqual(before);
  });

  it('takes what a text finds, and the linked project and people along', async () => {
    const { ours, toPartner } = both;
    const project = await ours.client.projects.create({
      fields: { name: '靶向递送平台', code: 'P01', startedOn: null, endedOn: null, note: '' },
      level: 'INTERNAL',
      leadId: null,
    });
    const id = await makeRecord(ours, '靶向实验记录');
    const record = await ours.client.records.get({ id });
    await ours.client.records.edit({ id, version: record.version, changes: { projectId: project.id } });
    const query = composing([], toPartner, { selection: { query: '靶向实验' } });
    expect((await ours.client.bundles.dryRun(query)).goes.map(({ kind }) => kind)).toEqual(['record']);
    const linked = await ours.client.bundles.dryRun({ ...query, withLinked: true });
    expect(linked.goes.map(({ kind }) => kind)).toEqual(['record', 'project']);
    await expect(
      ours.client.bundles.dryRun({ ...query, selection: { query: '没有这样的东西' } }),
    ).rejects.toMatchObject({
      data: { problems: [{ rule: 'NOTHING_FOUND', field: 'selection' }] },
    });
  });

  it('knows an agreement in force by the unit, and lets personal information go on a declaration', async () => {
    const { ours, toPartner } = both;
    const id = await makeRecord(ours, '协议下的材料');
    await ours.client.agreements.create({
      fields: {
        title: '甲医院保密协议',
        type: 'NDA',
        unitName: '甲 医院',
        signedOn: '2020-01-01',
        validFrom: null,
        validTo: null,
        confidentiality: true,
        note: '',
      },
      level: 'INTERNAL',
    });
    const run = await ours.client.bundles.dryRun(composing([id], toPartner));
    expect(run.secrecy).toEqual({ state: 'IN_FORCE', title: '甲医院保密协议', validTo: null });
    expect(run.goes[0]?.remarks.map(({ code }) => code)).toEqual(['DRAFT']);
  });
});

describe('making a bundle', () => {
  it('writes one file, a ledger row and a journal entry, and only the recipient opens it', async () => {
    const { ours, partner, toPartner } = both;
    const bytes = await photo('#225588');
    const id = await fileRecord(ours, '现场照片', { 'IMG_1.jpg': bytes });
    const input = composing([id], toPartner);
    const { digest } = await ours.client.bundles.dryRun(input);
    const { bundle, path } = await makeBundle(ours, input, { digest });
    expect(bundle.fileName).toMatch(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{6}\.mengbu$/);
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(bundle.sha256);
    expect(bundle).toMatchObject({
      copy: 1,
      series: { sequence: 1 },
      level: 'INTERNAL',
      counts: { items: 1, files: 1, bytes: bytes.length },
    });
    const detail = await ours.client.bundles.sentBundle({ id: bundle.id });
    expect(detail.items).toMatchObject([{ id, kind: 'record', title: '现场照片', now: { id } }]);
    const { entries } = await ours.client.journal.page({ after: null, limit: 5 });
    expect(entries[0]?.verb).toBe('bundle.send');
    const opened = await openBundle(path, { identities: identitiesOf(partner) });
    expect(opened.report).toMatchObject({ whole: true, signature: { state: 'VALID' } });
    await expect(openBundle(path, { identities: identitiesOf(ours) })).rejects.toMatchObject({
      code: 'CANNOT_DECRYPT',
    });
  });

  it('keeps links to what stays, users, notes, bases, reasons and revisions out', async () => {
    const { ours, partner, toPartner } = both;
    const user = await ours.client.vault.addUser({
      name: '不得外泄的用户',
      clearance: 'register',
      passphrase: 'a passphrase',
    });
    const unit = await ours.client.members.create({
      fields: { name: '乙公司', shortName: '', role: 'INDUSTRY', note: '内部评语甲' },
      level: 'INTERNAL',
    });
    const staying = await ours.client.projects.create({
      fields: { name: '不同去的项目', code: 'P02', startedOn: null, endedOn: null, note: '内部评语乙' },
      level: 'INTERNAL',
      leadId: null,
    });
    const made = await ours.client.records.create({
      level: 'INTERNAL',
      term: 'P3Y',
      basis: '定密依据不外传',
      personalInfo: false,
      fields: { title: '先前的题名' },
      projectId: staying.id,
    });
    const edited = await ours.client.records.edit({
      id: made.id,
      version: made.version,
      changes: { title: '后来的题名' },
    });
    const { path } = await makeBundle(ours, composing([edited.id, unit.id], toPartner));
    const text = await allText(path, identitiesOf(partner));
    expect(text).toContain('后来的题名');
    const me = (await ours.client.vault.status()).me;
    for (const secret of [
      user.name,
      user.id,
      me?.id ?? '?',
      me?.name ?? '?',
      '内部评语',
      staying.id,
      '不同去',
      '定密依据',
      '先前的题名',
    ]) {
      expect(text, secret).not.toContain(secret);
    }
    expect(text).not.toContain('"salt"');
  });

  it('gives the salt of the present version where nothing is withheld', async () => {
    const { ours, partner, toPartner } = both;
    const { path } = await makeBundle(ours, composing([await makeRecord(ours, '全部同去')], toPartner));
    expect(await allText(path, identitiesOf(partner))).toContain('"salt"');
  });

  it('counts editions and copies: one number for one recipient of a series', async () => {
    const { ours, toPartner } = both;
    const input = composing([await makeRecord(ours, '月报')], toPartner);
    const first = await makeBundle(ours, input);
    const seriesId = first.bundle.series.id;
    const second = await makeBundle(ours, input, { seriesId });
    const other = await makeBundle(
      ours,
      { ...input, recipient: { by: 'PASSPHRASE', name: '王五', unit: '乙公司' } },
      {
        seriesId,
        passphrase: 'correct horse battery',
      },
    );
    expect([first, second, other].map(({ bundle }) => [bundle.series.sequence, bundle.copy])).toEqual([
      [1, 1],
      [2, 1],
      [1, 2],
    ]);
    const opened = await openBundle(second.path, { identities: identitiesOf(both.partner) });
    expect(opened.report.bundle).toMatchObject({
      series: { id: seriesId, sequence: 2, previous: first.bundle.sha256 },
      supersedes: [first.bundle.id],
    });
  });

  it('takes the place out of pictures when asked, and leaves behind what it cannot vouch for', async () => {
    const { ours, partner, toPartner } = both;
    const bytes = await photo('#883322');
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
    const id = await fileRecord(ours, '带位置的照片', { 'a.jpg': bytes, 'b.gif': gif });
    const input = composing([id], toPartner, { imageMetadata: 'STRIP_LOCATION' });
    const run = await ours.client.bundles.dryRun(input);
    expect(run.goes[0]).toMatchObject({ fileCount: 1, filesStaying: [{ name: 'b.gif', reason: 'FORMAT' }] });
    const { path } = await makeBundle(ours, input, { digest: run.digest });
    const opened = await openBundle(path, { identities: identitiesOf(partner) });
    const file = opened.items[0]?.files[0];
    expect(file?.strippedFrom).toBe(createHash('sha256').update(bytes).digest('hex'));
    const pieces: Uint8Array[] = [];
    for await (const piece of opened.readFile(file?.path ?? '')) pieces.push(piece);
    expect(Buffer.concat(pieces).includes('GPS')).toBe(false);
    expect(Buffer.concat(pieces).length).toBe(file?.size);
  });

  it('refuses what changed after the check, what nothing of may go, and a wrong passphrase setting', async () => {
    const { ours, toPartner } = both;
    const id = await makeRecord(ours, '会变的');
    const input = composing([id], toPartner);
    const { digest } = await ours.client.bundles.dryRun(input);
    const { version } = await ours.client.records.get({ id });
    await ours.client.records.edit({ id, version, changes: { place: '上海' } });
    const create = (more: object) => makeBundle(ours, input, more);
    const rule = (name: string) => ({ data: { problems: [expect.objectContaining({ rule: name })] } });
    await expect(create({ digest })).rejects.toMatchObject({
      code: 'CONFLICT',
      ...rule('SELECTION_CHANGED'),
    });
    await expect(create({ passphrase: 'long enough to be one' })).rejects.toMatchObject(
      rule('PASSPHRASE_NOT_FOR_CARDS'),
    );
    await expect(create({ expires: '2020-01-01' })).rejects.toMatchObject(rule('EXPIRY_PAST'));
    await expect(create({ purpose: ' ' })).rejects.toMatchObject(rule('REQUIRED'));
    await expect(
      create({ to: { place: ours.place(ours.folder), name: '../x.mengbu' } }),
    ).rejects.toMatchObject(rule('FILE_NAME_INVALID'));
    const secret = composing([await makeRecord(ours, '绝不出门', 'CORE_TRADE_SECRET')], toPartner);
    await expect(makeBundle(ours, secret)).rejects.toMatchObject(rule('NOTHING_MAY_GO'));
    const byPassphrase = { ...input, recipient: { by: 'PASSPHRASE' as const, name: '王五', unit: '' } };
    await expect(makeBundle(ours, byPassphrase)).rejects.toMatchObject(rule('PASSPHRASE_REQUIRED'));
  });

  it('leaves neither file nor ledger row when it is cancelled or cannot be written', async () => {
    const { ours, toPartner } = both;
    const big = new Uint8Array(24 << 20).fill(7);
    const id = await fileRecord(ours, '大文件', { 'big.bin': big });
    const input = composing([id], toPartner);
    const ledger = await ours.client.bundles.sent({ contactId: null });
    const files = readdirSync(ours.folder);
    const to = { place: ours.place(ours.folder), name: null };
    const started = await ours.client.bundles.create({ ...input, ...CREATE, to });
    await ours.client.jobs.cancel({ id: started.jobId });
    await expect(ours.client.bundles.wait({ id: started.id })).rejects.toMatchObject({
      data: { problems: [{ rule: 'JOB_CANCELLED' }] },
    });
    const taken = { place: to.place, name: 'home' };
    const onto = await ours.client.bundles.create({ ...input, ...CREATE, to: taken });
    await expect(ours.client.bundles.wait({ id: onto.id })).rejects.toMatchObject({ code: 'CONFLICT' });
    const gone = { place: ours.place(join(ours.folder, 'not-there')), name: null };
    const nowhere = await ours.client.bundles.create({ ...input, ...CREATE, to: gone });
    await expect(ours.client.bundles.wait({ id: nowhere.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await ours.client.bundles.sent({ contactId: null })).toEqual(ledger);
    expect(readdirSync(ours.folder)).toEqual(files);
  });

  it('keeps a file for the browser to fetch, under an address of its own', async () => {
    const { ours, toPartner } = both;
    const input = composing([await makeRecord(ours, '供下载')], toPartner);
    const started = await ours.client.bundles.create({ ...input, ...CREATE, to: null });
    const { bundle, address } = await ours.client.bundles.wait({ id: started.id });
    expect(address).toMatch(/^[\w-]{32}$/);
    const kept = join(ours.app.home, 'outbox', `${bundle.id}.mengbu`);
    expect(existsSync(kept)).toBe(true);
    expect(createHash('sha256').update(readFileSync(kept)).digest('hex')).toBe(bundle.sha256);
  });

  it('proposes passphrases that are strong, readable and never the same', async () => {
    const proposed = await Promise.all(
      Array.from({ length: 20 }, () => both.ours.client.bundles.proposePassphrase()),
    );
    expect(new Set(proposed.map(({ passphrase }) => passphrase)).size).toBe(20);
    for (const { passphrase } of proposed)
      expect(passphrase).toMatch(/^([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/);
  });
});
