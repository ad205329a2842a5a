import type { Meeting, MeetingChanges } from '#shared/meetings/contract.ts';
import { api, client } from '../../api.ts';
import { notifyDone } from '../../notices.ts';
import { queryClient } from '../../queryClient.ts';
import { useT } from '../../translations.ts';

/** Saves parts of minutes at once, with an undo that puts the parts back as they were. Rejects with what was wrong. */
export type MeetingEdit = (changes: MeetingChanges) => Promise<void>;

export function useMeetingEdit(meeting: Meeting): MeetingEdit {
  const t = useT();
  return async (changes) => {
    const { id, version } = meeting;
    const saved = takeMeeting(await client.meetings.edit({ id, version, changes }));
    const before = partsOf(meeting, Object.keys(changes) as (keyof MeetingChanges)[]);
    notifyDone(t.meetings.rows.saved, async () => {
      takeMeeting(await client.meetings.edit({ id, version: saved.version, changes: before }));
    });
  };
}

/** What a call gave back is what the page shows. */
export function takeMeeting(meeting: Meeting): Meeting {
  queryClient.setQueryData(api.meetings.get.queryKey({ input: { id: meeting.id } }), meeting);
  return meeting;
}

function partsOf(meeting: Meeting, names: readonly (keyof MeetingChanges)[]): MeetingChanges {
  const all: Required<MeetingChanges> = { ...meeting, projectId: meeting.project?.id ?? null };
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}
