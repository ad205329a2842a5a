import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportItem } from '#shared/bundles/receivedContract.ts';
import {
  composing,
  fileRecord,
  importAll,
  makeBundle,
  makeRecord,
  openBundleIn,
  openPartners,
  type Partners,
  photo,
} from './partners.ts';

let both: Partners;
beforeAll(async () => {
  both = await openPartners();
});
afterAll(() => both.close());

/** Sends these items of ours to the partner and opens the bundle there. */
async function send(ids: string[], more: { seriesId?: string } = {}) {
  const { ours, partner, toPartner } = both;
  const made = await makeBundle(ours, composing(ids, toPartner), more);
  const opened = await openBundleIn(partner, made.path);
  return { ...made, opened };
}

/** Sends items of the partner to us. */
async function answer(ids: string[]) {
  const { ours, partner, toUs } = both;
  const made = await makeBundle(partner, composing(ids, toUs));
  return openBundleIn(ours, made.path);
}

async function preview(app: Partners['ours'], openedId: string): Promise<ImportItem[]> {
  return (await app.client.bundles.previewImport({ openedId })).items;
}

async function edit(
  app: Partners['ours'],
  id: string,
  changes: { title?: string; place?: string },
): Promise<void> {
  const { version } = await app.client.records.get({ id });
  await app.client.records.edit({ id, version, changes });
}

describe('opening a received bundle', () => {
  it('says who, whole, newest and for us, shows what it holds, and writes only its ledger', async () => {
    const { partner } = both;
    const id = await fileRecord(both.ours, '现场照片一', { '照片.jpg': await photo('#336699') });
    const items = await partner.client.records.ids({ query: {} });
    const { opened, bundle } = await send([id]);
    expect(opened.verdict).toMatchObject({
      tone: 'good',
      codes: ['SIGNER_VERIFIED', 'WHOLE', 'NEWEST', 'FOR_US'],
    });
    expect(opened).toMatchObject({
      problems: [],
      importProblems: [],
      firstOpened: null,
      contact: { unit: '华东联合体', verified: true },
    });
    expect(opened.items).toMatchObject([
      { title: '现场照片一', draft: true, files: [{ name: '照片.jpg', whole: true }] },
    ]);
    expect(await partner.client.records.ids({ query: {} })).toEqual(items);
    const ledger = await partner.client.bundles.received();
    expect(ledger[0]).toMatchObject({ id: bundle.id, unit: '华东联合体', importedAt: null });
    const { entries } = await partner.client.journal.page({ after: null, limit: 1 });
    expect(entries[0]?.verb).toBe('bundle.open');
  });

  it('opens again without another line, and tells an old edition from the newest', async () => {
    const { ours, partner, toPartner } = both;
    const input = composing([await makeRecord(ours, '月报三')], toPartner);
    const first = await makeBundle(ours, input);
    await openBundleIn(partner, first.path);
    const again = await openBundleIn(partner, first.path);
    expect(again.firstOpened).not.toBeNull();
    expect((await partner.client.bundles.received()).filter(({ id }) => id === first.bundle.id)).toHaveLength(
      1,
    );
    const seriesId = first.bundle.series.id;
    const second = await makeBundle(ours, input, { seriesId });
    const third = await makeBundle(ours, input, { seriesId });
    expect((await openBundleIn(partner, third.path)).verdict.codes).toContain('NEWEST');
    expect((await openBundleIn(partner, first.path)).verdict.codes).toContain('SUPERSEDED');
    const late = await openBundleIn(partner, second.path);
    expect(late.verdict).toMatchObject({ tone: 'bad', codes: expect.arrayContaining(['REPLAYED']) });
  });

  it('opens by passphrase, refuses a wrong one, and says which key a file wants', async () => {
    const { ours, partner } = both;
    const recipient = { by: 'PASSPHRASE' as const, name: '王五', unit: '甲医院' };
    const input = { ...composing([await makeRecord(ours, '凭口令')], ''), recipient };
    const { path } = await makeBundle(ours, input, { passphrase: '正确的口令一二三四五六' });
    const source = { place: partner.place(path, 'file') };
    expect((await partner.client.bundles.look(source)).wants).toBe('PASSPHRASE');
    await expect(openBundleIn(partner, path, '错误的口令')).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    const opened = await openBundleIn(partner, path, '正确的口令一二三四五六');
    expect(opened.verdict.codes).toEqual(['SIGNER_VERIFIED', 'WHOLE', 'NEWEST']);
  });

  it('takes a dropped bundle piece by piece, and nothing that is not sealed', async () => {
    const { ours, partner, toPartner } = both;
    const { readFileSync } = await import('node:fs');
    const { path } = await makeBundle(ours, composing([await makeRecord(ours, '拖放')], toPartner));
    const bytes = readFileSync(path);
    const { id } = await partner.client.bundles.beginUpload({ name: '拖放.mengbu', size: bytes.length });
    for (let offset = 0; offset < bytes.length; offset += 3000) {
      await partner.client.bundles.upload({
        id,
        offset,
        base64: bytes.subarray(offset, offset + 3000).toString('base64'),
      });
    }
    await expect(partner.client.bundles.upload({ id, offset: 0, base64: 'AAAA' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await partner.client.bundles.look({ upload: id })).toMatchObject({
      wants: 'IDENTITY',
      fileName: '拖放.mengbu',
    });
    const plain = await partner.client.bundles.beginUpload({ name: 'x.mengbu', size: 200 });
    const text = Buffer.alloc(200, 'a').toString('base64');
    await expect(
      partner.client.bundles.upload({ id: plain.id, offset: 0, base64: text }),
    ).rejects.toMatchObject({
      data: { problems: [{ rule: 'BUNDLE_NOT_A_BUNDLE' }] },
    });
  });
});

describe('importing', () => {
  it('creates items with their files, links, provenance and level; again there is nothing new', async () => {
    const { ours, partner } = both;
    const project = await ours.client.projects.create({
      fields: { name: '联合研制', code: 'J01', startedOn: null, endedOn: null, note: '' },
      level: 'INTERNAL',
      leadId: null,
    });
    const picture = await photo('#117744');
    const id = await fileRecord(ours, '研制照片', {
      'a.jpg': picture,
      'b.txt': new TextEncoder().encode('说明'),
    });
    const { version } = await ours.client.records.get({ id });
    await ours.client.records.edit({
      id,
      version,
      changes: { projectId: project.id, keywords: ['研制'], place: '上海' },
    });
    const { opened } = await send([id, project.id]);
    const found = await preview(partner, opened.openedId);
    expect(found.map(({ title, status }) => [title, status])).toEqual([
      ['研制照片', 'CREATE'],
      ['联合研制', 'CREATE'],
    ]);
    const result = await importAll(partner, opened.openedId);
    expect(result).toMatchObject({ same: 0, skipped: 0, refused: [], updated: [] });
    const made = result.created.find(({ kind }) => kind === 'record');
    const record = await partner.client.records.get({ id: made?.id ?? '' });
    expect(record).toMatchObject({
      title: '研制照片',
      stage: 'DRAFT',
      level: 'INTERNAL',
      mark: '华东联合体内部▲3年',
      origin: { unit: '华东联合体', bundleId: opened.bundle?.id },
      project: { title: '联合研制' },
      fields: { place: '上海', keywords: ['研制'] },
    });
    expect(record.id).not.toBe(id);
    const sent = await ours.client.records.get({ id });
    const shown = ({ name, size, sha256, role, kind, width }: (typeof sent.files)[number]) => ({
      name,
      size,
      sha256,
      role,
      kind,
      width,
    });
    expect(record.files.map(shown)).toEqual(sent.files.map(shown));
    expect(record.files.find(({ kind }) => kind === 'image')?.thumbnail).not.toBeNull();
    const heads = await partner.client.journal.heads();
    const again = await partner.client.bundles.previewImport({ openedId: opened.openedId });
    expect(again).toMatchObject({ nothingNew: true, counts: { SAME: 2 } });
    expect(await importAll(partner, opened.openedId)).toMatchObject({
      importId: null,
      same: 2,
      created: [],
      updated: [],
    });
    expect(await partner.client.journal.heads()).toEqual(heads);
    expect((await partner.client.journal.verify()).every(({ ok }) => ok)).toBe(true);
  });

  it('updates what only the origin changed, keeps what only we changed, and lets a person decide conflicts', async () => {
    const { ours, partner } = both;
    const id = await makeRecord(ours, '往返');
    const first = await send([id]);
    const { created } = await importAll(partner, first.opened.openedId);
    const local = created[0]?.id ?? '';
    await edit(partner, local, { place: '北京' });
    await edit(ours, id, { title: '往返（二）' });
    const second = await send([id], { seriesId: first.bundle.series.id });
    const [item] = await preview(partner, second.opened.openedId);
    expect(item?.status).toBe('UPDATE');
    expect(item?.fields.map(({ field, change }) => [field, change])).toEqual([
      ['title', 'UPDATE'],
      ['place', 'KEPT'],
    ]);
    await importAll(partner, second.opened.openedId);
    expect(await partner.client.records.get({ id: local })).toMatchObject({
      title: '往返（二）',
      fields: { place: '北京' },
    });

    await edit(partner, local, { title: '往返（对方改）' });
    await edit(ours, id, { title: '往返（三）' });
    const third = await send([id], { seriesId: first.bundle.series.id });
    expect((await preview(partner, third.opened.openedId))[0]?.status).toBe('CONFLICT');
    await expect(importAll(partner, third.opened.openedId)).rejects.toMatchObject({
      code: 'INVALID',
      data: { problems: [{ rule: 'IMPORT_CONFLICT_UNDECIDED', field: 'title', file: '往返（三）' }] },
    });
    await importAll(partner, third.opened.openedId, [{ id, skip: false, fields: { title: 'OURS' } }]);
    expect((await partner.client.records.get({ id: local })).title).toBe('往返（对方改）');
    const after = await partner.client.bundles.previewImport({ openedId: third.opened.openedId });
    expect(after.nothingNew).toBe(true);
    expect((await preview(partner, second.opened.openedId))[0]).toMatchObject({
      status: 'REFUSED',
      problems: [{ rule: 'IMPORT_OLDER_THAN_KNOWN' }],
    });
  });

  it('is one undo: what it made goes, what it changed is as before, what was changed since stays', async () => {
    const { ours, partner } = both;
    const kept = await makeRecord(ours, '撤销一');
    const changed = await makeRecord(ours, '撤销二');
    const first = await send([changed]);
    const local = (await importAll(partner, first.opened.openedId)).created[0]?.id ?? '';
    await edit(ours, changed, { title: '撤销二（新）' });
    const second = await send([kept, changed], { seriesId: first.bundle.series.id });
    const { importId, created, updated } = await importAll(partner, second.opened.openedId);
    expect([created.length, updated.length]).toEqual([1, 1]);
    const undone = await partner.client.bundles.undoImport({ importId: importId ?? '' });
    expect(undone).toEqual({ undone: 2, kept: [] });
    expect((await partner.client.records.get({ id: local })).title).toBe('撤销二');
    expect((await partner.client.records.get({ id: created[0]?.id ?? '' })).removedAt).not.toBeNull();
    await expect(partner.client.bundles.undoImport({ importId: importId ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const again = await importAll(partner, second.opened.openedId);
    expect(again.updated.map(({ title }) => title).sort()).toEqual(['撤销一', '撤销二（新）']);
    expect((await partner.client.records.get({ id: created[0]?.id ?? '' })).removedAt).toBeNull();
    await edit(partner, local, { place: '之后改的' });
    const late = await partner.client.bundles.undoImport({ importId: again.importId ?? '' });
    expect(late).toMatchObject({ undone: 1, kept: [{ id: local }] });
    expect((await partner.client.records.get({ id: local })).title).toBe('撤销二（新）');
  });

  it('is not undone where that would name below again what was raised since', async () => {
    const { ours, partner } = both;
    const project = async (name: string) => {
      const fields = { name, code: '', startedOn: null, endedOn: null, note: '' };
      return (await ours.client.projects.create({ level: 'INTERNAL', leadId: null, fields })).id;
    };
    const [former, present] = [await project('原项目'), await project('现项目')];
    const id = await makeRecord(ours, '换了项目');
    const assign = async (projectId: string) => {
      const { version } = await ours.client.records.get({ id });
      await ours.client.records.edit({ id, version, changes: { projectId } });
    };
    await assign(former);
    const first = await send([id, former, present]);
    const { created } = await importAll(partner, first.opened.openedId);
    const local = created.find(({ title }) => title === '换了项目')?.id ?? '';
    const raised = created.find(({ title }) => title === '原项目')?.id ?? '';
    await assign(present);
    const second = await send([id, present], { seriesId: first.bundle.series.id });
    const { importId } = await importAll(partner, second.opened.openedId);
    expect((await partner.client.records.get({ id: local })).project?.title).toBe('现项目');
    const { version } = await partner.client.projects.get({ id: raised });
    await partner.client.confidentiality.change({
      id: raised,
      version,
      level: 'TRADE_SECRET',
      term: 'P5Y',
      basis: '合作协议第七条',
      reason: 'VALUE_INCREASED',
      remark: '',
      personalInfo: false,
      approver: null,
    });
    const undone = await partner.client.bundles.undoImport({ importId: importId ?? '' });
    expect(undone.kept).toMatchObject([{ id: local }]);
    expect((await partner.client.records.get({ id: local })).project?.title).toBe('现项目');
    const below = partner.app.vault?.register.sqlite.prepare('select count(*) from link where to_id = ?');
    expect(below?.pluck().get(raised)).toBe(0);
  });

  it('treats our own items that come back as proposals, taken field by field', async () => {
    const { ours, partner } = both;
    const id = await makeRecord(ours, '请对方补充');
    const { opened } = await send([id]);
    const local = (await importAll(partner, opened.openedId)).created[0]?.id ?? '';
    await edit(partner, local, { title: '请对方补充（已补）', place: '广州' });
    const back = await answer([local]);
    expect(back.importProblems).toEqual([]);
    const [item] = await preview(ours, back.openedId);
    expect(item).toMatchObject({ status: 'PROPOSAL', local: { id } });
    expect(item?.fields.map(({ field, change }) => [field, change])).toEqual([
      ['title', 'PROPOSAL'],
      ['place', 'PROPOSAL'],
    ]);
    expect(await importAll(ours, back.openedId)).toMatchObject({ importId: null, skipped: 1 });
    const theirId = item?.id ?? '';
    await importAll(ours, back.openedId, [{ id: theirId, skip: false, fields: { place: 'THEIRS' } }]);
    expect(await ours.client.records.get({ id })).toMatchObject({
      title: '请对方补充',
      origin: null,
      fields: { place: '广州' },
    });
  });

  it('stops what the import guard stops, with its item, and takes the rest', async () => {
    const { ours, partner, toPartner } = both;
    const good = await makeRecord(ours, '干净的');
    const marked = await ours.client.records.create({
      level: 'INTERNAL',
      term: 'P3Y',
      basis: '',
      personalInfo: false,
      fields: { title: '附件有标志', description: '某某\n秘密★10年\n某某' },
    });
    const { path } = await makeBundle(ours, composing([good, marked.id], toPartner));
    const opened = await openBundleIn(partner, path);
    const items = await preview(partner, opened.openedId);
    expect(items.map(({ title, status }) => [title, status])).toEqual([
      ['干净的', 'CREATE'],
      ['附件有标志', 'REFUSED'],
    ]);
    const result = await importAll(partner, opened.openedId);
    expect(result.created.map(({ title }) => title)).toEqual(['干净的']);
    expect(result.refused).toMatchObject([
      { title: '附件有标志', problems: [{ rule: 'STATE_SECRET_MARK' }] },
    ]);
  });

  it('takes nothing from a sender nobody knows, until the enclosed card is added', async () => {
    const { ours, partner, toPartner, toUs } = both;
    const { path } = await makeBundle(ours, composing([await makeRecord(ours, '陌生来件')], toPartner));
    const contact = await partner.client.contacts.get({ id: toUs });
    await partner.client.contacts.remove({ id: toUs, version: contact.version, reason: '测试' });
    const opened = await openBundleIn(partner, path);
    expect(opened.verdict).toMatchObject({
      tone: 'caution',
      codes: expect.arrayContaining(['SIGNER_UNKNOWN']),
    });
    expect(opened.importProblems).toEqual([{ rule: 'IMPORT_SENDER_UNKNOWN' }]);
    await expect(partner.client.bundles.previewImport({ openedId: opened.openedId })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const added = await partner.client.contacts.add({ text: opened.enclosedCard ?? '', acceptChange: false });
    const now = await partner.client.bundles.opened({ openedId: opened.openedId });
    expect(now).toMatchObject({
      importProblems: [],
      enclosedCard: null,
      contact: { id: added.id, verified: false },
    });
    expect(now.verdict.codes).toContain('SIGNER_KNOWN');
    both.toUs = added.id;
  });
});
