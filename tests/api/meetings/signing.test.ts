import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { offeredAnswer } from '#electron/documents/offer.ts';
import type { OfferedFile } from '#shared/documents/document.ts';
import type { Meeting, MeetingChanges } from '#shared/meetings/contract.ts';
import { EMPTY_MEETING_FIELDS } from '#shared/meetings/meeting.ts';
import { ALL_PARTS } from '#shared/meetings/minutesDocument.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { lookAtPdf } from '../../documents/pdfText.ts';
import { zipParts } from '../../documents/zipParts.ts';
import { attendee, vote } from '../../shared/meetings/minutesContent.ts';
import { openTestVault, PASSPHRASE, type TestApp } from '../../support/openTestApp.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

const SIGNATURE = { signer: '陈思远', issuedOn: '2026-05-08' };

async function minutes(): Promise<Meeting> {
  const made = await app.client.meetings.create({
    level: 'INTERNAL',
    projectId: null,
    likeId: null,
    fields: {
      ...EMPTY_MEETING_FIELDS,
      name: '理事会第三次会议',
      heldOn: '2026-05-06',
      place: '305会议室',
      issueYear: 2026,
      issueNo: 3,
    },
  });
  return edit(made, {
    attendees: [
      attendee('陈思远', { unitName: '沄江医院', duty: 'CHAIR' }),
      attendee('李文博', { duty: 'RECORDER', attendance: 'OBSERVER' }),
    ],
    topics: [{ id: '', title: '年度预算', presenter: '' }],
    discussion: [{ kind: 'paragraph', line: [{ text: '原则同意', bold: true }] }],
    resolutions: [
      {
        id: '',
        content: '编制预算',
        personId: null,
        unitId: null,
        owner: '罗佳禾',
        dueOn: '2026-06-01',
        state: 'OPEN',
        closedOn: null,
        note: '',
      },
    ],
    votes: [vote({ subject: '预算案' })],
  });
}

function edit({ id, version }: Meeting, changes: MeetingChanges): Promise<Meeting> {
  return app.client.meetings.edit({ id, version, changes });
}

function sign({ id, version }: Meeting, signature = SIGNATURE): Promise<Meeting> {
  return app.client.meetings.sign({ id, version, ...signature });
}

const rulesOf = async (deed: Promise<unknown>) => {
  const error = await deed.then(
    () => null,
    (reason: { data?: { problems: { rule: string }[] } }) => reason,
  );
  return error?.data?.problems.map(({ rule }) => rule) ?? null;
};

function bytesOf({ address }: OfferedFile): Uint8Array {
  const vault = app.app.vault;
  const answer = vault ? offeredAnswer(vault, address) : null;
  if (!answer) throw new Error('nothing is offered there');
  return answer.read(0, answer.size);
}

describe('signing', () => {
  test('fixes a version by its hash and files it as a record with 档号, PDF and Word', async () => {
    const signed = await sign(await minutes());
    expect(signed.stage).toBe('SIGNED');
    const [version] = signed.versions;
    expect(version).toMatchObject({ number: 1, intact: true, ...SIGNATURE, reason: '' });
    const record = await app.client.records.get({ id: version?.record?.id ?? '' });
    expect(record).toMatchObject({
      title: '理事会第三次会议纪要〔2026〕3号',
      stage: 'ARCHIVED',
      level: 'INTERNAL',
      refCode: version?.record?.refCode,
      fields: { category: 'WS', retention: 'Y', docDate: '2026-05-08', docNo: '〔2026〕3号', year: 2026 },
    });
    expect(record.refCode).toMatch(/^[A-Z]\d{3}-WS·2026·Y-0001$/);
    expect(record.files.map(({ name, kind, role }) => [name, kind, role])).toEqual([
      ['理事会第三次会议纪要〔2026〕3号.pdf', 'pdf', 'ORIGINAL'],
      ['理事会第三次会议纪要〔2026〕3号.docx', expect.any(String), 'ATTACHMENT'],
    ]);
    expect(record.files[0]?.pages).toBeGreaterThan(0);
    const stored = app.app.vault?.register.sqlite
      .prepare('select content, sha256 from meeting_version')
      .get() as { content: string; sha256: string };
    expect(createHash('sha256').update(stored.content).digest('hex')).toBe(version?.sha256);
    expect(JSON.parse(stored.content)).toMatchObject({
      topics: [{ title: '年度预算' }],
      votes: [{ favour: 5 }],
    });
    let last: unknown;
    for await (const event of await app.client.vault.check()) last = event;
    expect(last).toMatchObject({ kind: 'result', findings: 0 });
  });

  test('makes them read-only, but for how a resolution fares', async () => {
    const signed = await sign(await minutes());
    expect(await rulesOf(edit(signed, { topics: [] }))).toEqual(['MINUTES_SIGNED']);
    expect(await rulesOf(sign(signed))).toEqual(['MINUTES_SIGNED']);
    const { id, version } = signed;
    expect(await rulesOf(app.client.meetings.remove({ id, version, reason: '' }))).toEqual([
      'MINUTES_SIGNED',
    ]);
    const done = await app.client.meetings.setResolution({
      id,
      version,
      resolutionId: signed.resolutions[0]?.id ?? '',
      state: 'DONE',
      closedOn: '2026-05-30',
      note: '已报送',
    });
    expect(done).toMatchObject({ stage: 'SIGNED', resolutions: [{ state: 'DONE', closedOn: '2026-05-30' }] });
    expect(done.versions).toEqual(signed.versions);
    const { sqlite } = app.app.vault?.register ?? {};
    expect(() => sqlite?.prepare("update meeting_version set content = '{}'").run()).toThrow(
      'does not change',
    );
  });

  test('is refused, and leaves nothing behind, while something is missing', async () => {
    const made = await minutes();
    const bare = await edit(made, { attendees: [], topics: [], resolutions: [] });
    expect(await rulesOf(sign(bare, { signer: '', issuedOn: '2026-05-05' }))).toEqual([
      'REQUIRED',
      'REQUIRED',
      'MINUTES_EMPTY',
      'REQUIRED',
      'ISSUED_BEFORE_HELD',
    ]);
    const problems = await app.client.meetings.checkSigning({ id: bare.id, ...SIGNATURE });
    expect(problems.map(({ field }) => field)).toEqual(['chair', 'recorder', 'topics']);
    expect(await rulesOf(sign(made))).toEqual(['CHANGED_SINCE']);
    expect((await app.client.records.ids({ query: {} })).ids).toEqual([]);
  });

  test('of a correction makes a second version and record; the first stays as it was', async () => {
    const signed = await sign(await minutes());
    const { id, version } = signed;
    expect(await rulesOf(app.client.meetings.correct({ id, version, reason: '' }))).toEqual(['REQUIRED']);
    const open = await app.client.meetings.correct({ id, version, reason: '责任人有误' });
    expect(open).toMatchObject({ stage: 'CORRECTING', correction: '责任人有误' });
    const corrected = await edit(open, {
      resolutions: open.resolutions.map((each) => ({ ...each, owner: '苏晚晴' })),
    });
    const again = await sign(corrected, { signer: '陈思远', issuedOn: '2026-05-20' });
    expect(again.stage).toBe('SIGNED');
    expect(again.versions[0]).toEqual(signed.versions[0]);
    expect(again.versions[1]).toMatchObject({ number: 2, reason: '责任人有误', intact: true });
    expect(again.versions[1]?.sha256).not.toBe(signed.versions[0]?.sha256);
    expect(again.versions[1]?.record?.refCode).toMatch(/-0002$/);
    const paper = async (number: number) => {
      const offered = await app.client.meetings.document({ id, format: 'PDF', number, parts: ALL_PARTS });
      return (await lookAtPdf(bytesOf(offered))).texts.join('');
    };
    expect(await paper(1)).toContain('责任：罗佳禾');
    expect(await paper(2)).toContain('责任：苏晚晴');
    expect(await paper(2)).toContain('更正说明：责任人有误');
  });

  test('of minutes that were raised meanwhile files them in their tier', async () => {
    const made = await minutes();
    await app.client.confidentiality.change({
      id: made.id,
      version: made.version,
      level: 'TRADE_SECRET',
      term: 'P5Y',
      basis: '合作协议第七条',
      reason: 'VALUE_INCREASED',
      remark: '',
      personalInfo: false,
      approver: null,
    });
    const signed = await sign(await app.client.meetings.get({ id: made.id }));
    const record = await app.client.records.get({ id: signed.versions[0]?.record?.id ?? '' });
    expect(record).toMatchObject({ level: 'TRADE_SECRET', term: 'P5Y', basis: '合作协议第七条' });
    expect(app.app.vault?.register.sqlite.prepare('select count(*) from record').pluck().get()).toBe(0);
    // Once more between tiers, now with a signed version that no row may change.
    const back = await app.client.confidentiality.change({
      id: signed.id,
      version: signed.version,
      level: 'INTERNAL',
      term: 'P3Y',
      basis: '',
      reason: 'OBSOLETE',
      remark: '',
      personalInfo: false,
      approver: null,
    });
    expect(back).toBeDefined();
    const moved = await app.client.meetings.get({ id: signed.id });
    expect(moved.versions.map(({ sha256, intact }) => [sha256, intact])).toEqual([
      [signed.versions[0]?.sha256, true],
    ]);
  });
});

describe('what minutes name leads back to them', () => {
  test('a person to where they were, a record to the minutes and attachments it is, within the tiers of who asks', async () => {
    const personId = (
      await app.client.people.create({
        level: 'INTERNAL',
        unitId: null,
        fields: { ...EMPTY_PERSON_FIELDS, name: '罗佳禾' },
      })
    ).id;
    const made = await minutes();
    const [first, ...rest] = made.attendees;
    if (!first) throw new Error('nobody attends');
    const named = await edit(made, { attendees: [{ ...first, personId }, ...rest] });
    const signed = await sign(named);
    const recordId = signed.versions[0]?.record?.id ?? '';
    const naming = (id: string) => app.client.meetings.naming({ id });
    expect(await naming(personId)).toMatchObject([
      { meeting: { id: made.id, title: '理事会第三次会议' }, heldOn: '2026-05-06', part: 'PRESENT' },
    ]);
    expect(await naming(recordId)).toMatchObject([{ meeting: { id: made.id }, part: 'MINUTES' }]);
    expect(await naming(made.id)).toEqual([]);

    // Raising the minutes says which record stays below, and takes the way back from who does not open the tier.
    const raised = await app.client.confidentiality.preview({ id: made.id, level: 'TRADE_SECRET' });
    expect(raised.filedBelow).toMatchObject([{ id: recordId, level: 'INTERNAL' }]);
    const lowered = await app.client.confidentiality.preview({ id: made.id, level: 'PUBLIC' });
    expect(lowered.filedBelow).toEqual([]);
    await app.client.confidentiality.change({
      id: made.id,
      version: signed.version,
      level: 'TRADE_SECRET',
      term: 'P5Y',
      basis: '决议第三条',
      reason: 'SET_TOO_LOW',
      remark: '',
      personalInfo: true,
      approver: null,
    });
    expect(await naming(recordId)).toMatchObject([{ meeting: { level: 'TRADE_SECRET' } }]);
    const { id: userId } = await app.client.vault.addUser({
      name: '小林',
      clearance: 'register',
      passphrase: PASSPHRASE,
    });
    app = await app.restart();
    await app.client.vault.unlock({ userId, passphrase: PASSPHRASE });
    expect(await naming(recordId)).toEqual([]);
    expect(await naming(personId)).toEqual([]);
  });
});

describe('minutes as a paper', () => {
  test('leave with what was chosen, in both formats', async () => {
    const made = await minutes();
    const parts = { ...ALL_PARTS, discussion: false, votes: false };
    const words = async (format: 'PDF' | 'DOCX', chosen = parts) => {
      const offered = await app.client.meetings.document({
        id: made.id,
        format,
        number: null,
        parts: chosen,
      });
      expect(offered.name).toBe(`理事会第三次会议纪要〔2026〕3号.${format.toLowerCase()}`);
      const bytes = bytesOf(offered);
      if (format === 'PDF') return (await lookAtPdf(bytes)).texts.join('');
      return [...zipParts(bytes).values()].join('').replace(/<[^>]+>|\s/g, '');
    };
    for (const format of ['PDF', 'DOCX'] as const) {
      const some = await words(format);
      expect(some).toContain('编制预算');
      expect(some).toContain('草稿，未签发');
      expect(some).not.toMatch(/原则同意|预算案/);
      expect(await words(format, ALL_PARTS)).toMatch(/原则同意[\s\S]*预算案/);
    }
  });
});
