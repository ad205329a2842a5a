import { listItems } from '#db/items/nounList.ts';
import { insertItem, setLinks, setRemoved } from '#db/items/queries.ts';
import { meetingsNaming, readMeeting, readVersions } from '#db/meetings/queries.ts';
import { changeMeeting, insertMeeting } from '#db/meetings/writes.ts';
import { all } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { newId } from '#shared/ids.ts';
import type { MeetingRow } from '#shared/meetings/contract.ts';
import { todayOf } from './calendarDay.ts';
import { invalid, notAllowed } from './errors.ts';
import { assertVersion, findItem, linkTargets, openTierFor } from './items.ts';
import { assertNumberFree, checkedChanges, settled } from './meetingChanges.ts';
import { meetingPapers } from './meetingPapers.ts';
import { meetingSigning } from './meetingSigning.ts';
import { findMeeting, openActions, seriesOf, showMeeting, showRow } from './meetingView.ts';
import { ownLinks } from './ownLinks.ts';
import { unlocked } from './procedure.ts';
import { refOf } from './shown.ts';

export const meetings = {
  list: unlocked.meetings.list.handler(({ context: { vault }, input }) =>
    listItems(vault.tiers, 'meeting', input.text)
      .flatMap(({ tier, item }) => showRow(vault, tier, item))
      .filter(({ fields }) => input.type === null || fields.type === input.type)
      .sort(newestFirst),
  ),

  get: unlocked.meetings.get.handler(({ context, input }) => showMeeting(context, input.id)),

  naming: unlocked.meetings.naming.handler(({ context: { vault }, input }) =>
    all(vault.tiers, (tier) => meetingsNaming(tier, input.id))
      .flatMap(({ id, heldOn, part }) => {
        const meeting = refOf(vault.tiers, id);
        return meeting === null ? [] : [{ meeting, heldOn, part }];
      })
      .sort((a, b) => (b.heldOn ?? '9999-12-31').localeCompare(a.heldOn ?? '9999-12-31')),
  ),

  create: unlocked.meetings.create.handler(({ context, input }) => {
    const { vault } = context;
    const { level, fields, projectId } = input;
    const tier = openTierFor(vault, level);
    const project = linkTargets(vault, tier, projectId ? [projectId] : [], 'project', 'projectId');
    const like =
      input.likeId === null ? null : readMeeting(findItem(vault, input.likeId, 'meeting').tier, input.likeId);
    const attendees = (like?.attendees ?? []).map((each) => ({
      ...each,
      attendance: present(each.attendance),
    }));
    const parts = checkedChanges(vault, tier, { fields, attendees }, null, todayOf(context));
    const id = newId();
    assertNumberFree(vault, { id, projectId }, fields);
    write(tier, vault.writer, { verb: 'meeting.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'meeting',
        title: fields.name,
        level,
        term: defaultTerm(level),
        levelFrom: fields.heldOn,
        basis: '',
        personalInfo: false,
      });
      const { name, ...own } = fields;
      const rest = { topics: [], discussion: [], resolutions: [], votes: [], attachments: [] };
      insertMeeting(tx, id, { ...rest, name, fields: own, attendees: parts.attendees ?? [] });
      setLinks(tx, id, 'CONCERNING', project);
    });
    return showMeeting(context, id);
  }),

  edit: unlocked.meetings.edit.handler(({ context, input }) => {
    const { vault } = context;
    const { tier, item, stored } = findMeeting(vault, input.id);
    assertVersion(item, input.version);
    if (stored.stage === 'SIGNED') throw notAllowed({ rule: 'MINUTES_SIGNED' });
    const { projectId, ...changes } = input.changes;
    const parts = checkedChanges(vault, tier, changes, stored, todayOf(context));
    const project =
      projectId === undefined
        ? null
        : ownLinks(vault, tier, input.id, 'CONCERNING', projectId === null ? [] : [projectId], 'projectId');
    const series = seriesOf(vault, input.id, stored.fields);
    assertNumberFree(
      vault,
      { id: input.id, projectId: projectId === undefined ? series.projectId : projectId },
      parts.fields ?? stored.fields,
    );
    write(tier, vault.writer, { verb: 'meeting.edit' }, (tx) => {
      changeMeeting(tx, input.id, parts);
      if (project !== null) setLinks(tx, input.id, 'CONCERNING', project);
    });
    return showMeeting(context, input.id);
  }),

  remove: unlocked.meetings.remove.handler(({ context: { vault }, input }) => {
    const { tier, item } = findItem(vault, input.id, 'meeting');
    assertVersion(item, input.version);
    if (readVersions(tier, input.id).length > 0) throw notAllowed({ rule: 'MINUTES_SIGNED' });
    const { deed } = write(tier, vault.writer, { verb: 'meeting.remove', reason: input.reason }, (tx) =>
      setRemoved(tx, input.id, true),
    );
    return { undo: deed };
  }),

  setResolution: unlocked.meetings.setResolution.handler(({ context, input }) => {
    const { vault } = context;
    const { tier, item, stored } = findMeeting(vault, input.id);
    assertVersion(item, input.version);
    const { resolutionId, state, closedOn, note } = input;
    if (!stored.resolutions.some(({ id }) => id === resolutionId))
      throw invalid({ rule: 'NOT_THERE', field: 'resolutionId' });
    const change = settled({ state, closedOn, note }, todayOf(context), 'resolution');
    const resolutions = stored.resolutions.map((each) =>
      each.id === resolutionId ? { ...each, ...change } : each,
    );
    write(tier, vault.writer, { verb: 'meeting.resolve' }, (tx) =>
      changeMeeting(tx, input.id, { resolutions }),
    );
    return showMeeting(context, input.id);
  }),

  openActions: unlocked.meetings.openActions.handler(({ context }) => openActions(context)),

  ...meetingSigning,
  ...meetingPapers,
};

/** Who was excused last time is expected again. */
function present(attendance: 'PRESENT' | 'EXCUSED' | 'OBSERVER'): 'PRESENT' | 'OBSERVER' {
  return attendance === 'OBSERVER' ? 'OBSERVER' : 'PRESENT';
}

/** A meeting without a day is one that is being prepared: it stands first. */
function newestFirst(a: MeetingRow, b: MeetingRow): number {
  const [left, right] = [a.fields.heldOn ?? '9999', b.fields.heldOn ?? '9999'];
  return left === right ? b.createdAt - a.createdAt : left < right ? 1 : -1;
}
