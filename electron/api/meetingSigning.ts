import { insertItem, linksFrom, setLinks } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import { readVersions, type StoredMeeting } from '#db/meetings/queries.ts';
import { insertVersion, setStage } from '#db/meetings/writes.ts';
import type { TierFile } from '#db/open.ts';
import { insertRecord } from '#db/records/writes.ts';
import { find } from '#db/tiers.ts';
import { type WriteTx, write } from '#db/write.ts';
import { TIERS, tierOf } from '#shared/confidentiality/levels.ts';
import type { Problem } from '#shared/errors.ts';
import { type Id, newId } from '#shared/ids.ts';
import { formatIssueNumber } from '#shared/meetings/issueNumber.ts';
import { ALL_PARTS, minutesDocument, minutesTitle } from '#shared/meetings/minutesDocument.ts';
import {
  checkSigning,
  type MinutesContent,
  minutesText,
  retentionOfMinutes,
} from '#shared/meetings/signing.ts';
import { documentFileName } from '../documents/offerDocument.ts';
import { writeDocument } from '../documents/writeDocument.ts';
import { insertMadeFiles, type MadeFile, storeMadeFile } from '../files/madeFiles.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import type { UnlockedContext } from './context.ts';
import { invalid, notAllowed } from './errors.ts';
import { assertVersion } from './items.ts';
import { bodyOf } from './meetingPapers.ts';
import { findMeeting, hashOfMinutes, minutesContentOf, seriesOf, showMeeting } from './meetingView.ts';
import { unlocked } from './procedure.ts';
import { archiveRecord, archivingProblems } from './recordArchiving.ts';
import { headOf } from './shown.ts';

type Signature = { signer: string; issuedOn: string };

export const meetingSigning = {
  checkSigning: unlocked.meetings.checkSigning.handler(({ context, input }) => {
    const { item, stored } = findMeeting(context.vault, input.id);
    return problemsOf(context, item, stored, input);
  }),

  sign: unlocked.meetings.sign.handler(async ({ context, input }) => {
    const { app, vault } = context;
    const { tier, item, stored } = findMeeting(vault, input.id);
    assertVersion(item, input.version);
    const problems = problemsOf(context, item, stored, input);
    if (problems.length > 0) throw invalid(...problems);
    const content = minutesContentOf(vault, item, stored);
    const number = readVersions(tier, item.id).length + 1;
    const files = await filesOf(context, tier, item, content, {
      number,
      signer: input.signer,
      issuedOn: input.issuedOn,
      reason: stored.correction,
    });
    try {
      await vault.store.sync(tier.tier);
      // Setting and storing took a while: what is signed is still what was read.
      assertVersion(findMeeting(vault, input.id).item, input.version);
      const spare = write(tier, vault.writer, { verb: 'meeting.sign', reason: stored.correction }, (tx) => {
        const filed = fileRecord(vault, tx, item, content, input.issuedOn, files);
        const day = todayOf({ app });
        const hindrances = archivingProblems(vault, tier, filed.recordId, day);
        if (hindrances.length > 0) throw invalid(...hindrances);
        archiveRecord(vault, tx, filed.recordId);
        const text = minutesText(content);
        insertVersion(tx, {
          id: newId(),
          meetingId: item.id,
          number,
          content: text,
          sha256: hashOfMinutes(text),
          signer: input.signer,
          issuedOn: input.issuedOn,
          signedAt: tx.at,
          reason: stored.correction,
          recordId: filed.recordId,
        });
        const minutes = linksFrom(tier, item.id).filter(({ role }) => role === 'MINUTES');
        const records = [...minutes.map(({ toId }) => toId), filed.recordId];
        setLinks(
          tx,
          item.id,
          'MINUTES',
          records.map((id) => ({ id, kind: 'record' })),
        );
        setStage(tx, item.id, 'SIGNED', '');
        return filed.spare;
      }).result;
      await vault.store.forget(spare);
    } catch (error) {
      // Nothing names them: the write did not happen.
      const loose = files.flatMap(({ bytes, thumbnail }) =>
        thumbnail === null ? [bytes] : [bytes, thumbnail],
      );
      await vault.store.forget(loose).catch(() => undefined);
      throw error;
    }
    return showMeeting(context, item.id);
  }),

  correct: unlocked.meetings.correct.handler(({ context, input }) => {
    const { vault } = context;
    const { tier, item, stored } = findMeeting(vault, input.id);
    assertVersion(item, input.version);
    if (stored.stage !== 'SIGNED') throw notAllowed({ rule: 'MINUTES_NOT_SIGNED' });
    if (input.reason === '') throw invalid({ rule: 'REQUIRED', field: 'reason' });
    write(tier, vault.writer, { verb: 'meeting.correct', reason: input.reason }, (tx) =>
      setStage(tx, item.id, 'CORRECTING', input.reason),
    );
    return showMeeting(context, item.id);
  }),
};

function problemsOf(
  { app, vault }: UnlockedContext,
  item: ItemRow,
  stored: StoredMeeting,
  signature: Signature,
): Problem[] {
  if (stored.stage === 'SIGNED') return [{ rule: 'MINUTES_SIGNED' }];
  return checkSigning(minutesContentOf(vault, item, stored), signature, todayOf({ app }));
}

/** The minutes as Word and PDF, in the store of the tier. */
async function filesOf(
  { app, vault }: UnlockedContext,
  tier: TierFile,
  item: ItemRow,
  content: MinutesContent,
  signed: Signature & { number: number; reason: string },
): Promise<MadeFile[]> {
  const mark = headOf(vault, item).mark;
  const paper = minutesDocument(content, { body: bodyOf(vault), mark, parts: ALL_PARTS, signed });
  const files: MadeFile[] = [];
  for (const format of ['PDF', 'DOCX'] as const) {
    const { bytes } = await writeDocument(paper, format);
    const name = documentFileName(minutesTitle(content), format);
    files.push(
      await storeMadeFile(vault, app.inspector, tier.tier, {
        name,
        role: format === 'PDF' ? 'ORIGINAL' : 'ATTACHMENT',
        bytes,
      }),
    );
  }
  return files;
}

/** The record of a signed version: 文书, of the level of the minutes, under the day it was issued. */
function fileRecord(
  vault: OpenVault,
  tx: WriteTx,
  item: ItemRow,
  content: MinutesContent,
  issuedOn: string,
  files: readonly MadeFile[],
) {
  const recordId = newId();
  const { issueYear, issueNo, type, place } = content.fields;
  insertItem(tx, {
    id: recordId,
    kind: 'record',
    title: minutesTitle(content),
    level: item.level,
    term: item.term as Parameters<typeof insertItem>[1]['term'],
    levelFrom: issuedOn,
    basis: item.basis,
    personalInfo: item.personalInfo,
  });
  insertRecord(tx, recordId, {
    docDate: issuedOn,
    year: Number(issuedOn.slice(0, 4)),
    responsible: bodyOf(vault),
    docNo:
      issueYear === null || issueNo === null ? '' : formatIssueNumber({ year: issueYear, number: issueNo }),
    category: 'WS',
    retention: retentionOfMinutes(type),
    originalForm: 'BORN_DIGITAL',
    place,
    description: '',
    language: 'zh',
  });
  const project = seriesOf(vault, item.id, content.fields).projectId;
  setLinks(tx, recordId, 'PROJECT', project === null ? [] : [{ id: project, kind: 'project' }]);
  setLinks(tx, recordId, 'PERSON', peopleOf(vault, tx.tier, content));
  return { recordId, spare: insertMadeFiles(tx, recordId, files) };
}

/** Those of the register who were there, as far as a record of this tier may name them. */
function peopleOf(
  vault: OpenVault,
  tier: TierFile,
  { attendees }: MinutesContent,
): { id: Id; kind: 'person' }[] {
  return attendees.flatMap(({ personId, attendance }) => {
    const found = personId === null || attendance === 'EXCUSED' ? null : find(vault.tiers, personId);
    if (found?.item.kind !== 'person') return [];
    const isAbove = TIERS.indexOf(tierOf(found.item.level)) > TIERS.indexOf(tier.tier);
    return isAbove ? [] : [{ id: found.item.id, kind: 'person' as const }];
  });
}
