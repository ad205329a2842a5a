import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { RESOLUTION_STATES, type Resolution, type ResolutionState } from '#shared/meetings/meeting.ts';
import { api, client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { useProblems } from '../../components/problems.ts';
import { notifyDone } from '../../notices.ts';
import { queryClient } from '../../queryClient.ts';
import { useT } from '../../translations.ts';
import { takeMeeting } from './useMeetingEdit.ts';

/** How a 议定事项 stands; dropping it asks why. It is written into the meeting it comes from, wherever it is shown. */
export function ResolutionStateChoice({
  resolution,
  source,
  shownOn,
}: {
  resolution: Resolution;
  source: { id: string; version: number };
  /** The meeting on whose page it stands. */
  shownOn: string;
}) {
  const t = useT();
  const words = t.meetings.resolutions;
  const report = useProblems();
  const [dropping, setDropping] = useState(false);
  const [reason, setReason] = useState('');

  async function store(version: number, state: ResolutionState, note: string, closedOn: string | null) {
    const saved = await client.meetings.setResolution({
      id: source.id,
      version,
      resolutionId: resolution.id,
      state,
      closedOn,
      note,
    });
    takeMeeting(saved);
    if (source.id !== shownOn)
      await queryClient.invalidateQueries({ queryKey: api.meetings.get.key({ input: { id: shownOn } }) });
    return saved.version;
  }

  async function change(state: ResolutionState, note = resolution.note): Promise<void> {
    try {
      const version = await store(source.version, state, note, null);
      setDropping(false);
      notifyDone(words.changed(words.states[state]), async () => {
        await store(version, resolution.state, resolution.note, resolution.closedOn);
      });
    } catch (error) {
      report(error);
    }
  }

  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={words.stateOf(resolution.content)}
        value={resolution.state}
        data={RESOLUTION_STATES.map((state) => ({ value: state, label: words.states[state] }))}
        onChange={(event) => {
          const state = RESOLUTION_STATES.find((each) => each === event.currentTarget.value);
          if (state === 'DROPPED') setDropping(true);
          else if (state !== undefined) void change(state);
        }}
      />
      {dropping && (
        <ConfirmSheet
          opened
          size="sm"
          onClose={() => setDropping(false)}
          title={words.dropTitle}
          verb={words.dropVerb}
          onConfirm={reason.trim() === '' ? undefined : () => void change('DROPPED', reason.trim())}
        >
          <p>{resolution.content}</p>
          <Textarea
            label={words.dropReason}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </ConfirmSheet>
      )}
    </>
  );
}
