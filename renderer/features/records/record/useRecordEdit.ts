import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordDetail } from '#shared/records/contract.ts';
import { api, client } from '../../../api.ts';
import { problemsOf } from '../../../components/problems.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { recordFieldName } from '../names.ts';

export type RecordChanges = Parameters<typeof client.records.edit>[0]['changes'];

/** Somebody else saved while this person was editing: what they wanted, and what is there now. */
export type EditConflict = { wanted: RecordChanges; present: RecordDetail };

/** Edits of one record in place: each is saved at once, says so with an undo, and loses nothing when two people edit at a time. */
export function useRecordEdit(record: RecordDetail) {
  const t = useT();
  const queries = useQueryClient();
  const [conflict, setConflict] = useState<EditConflict | null>(null);
  const take = (next: RecordDetail) =>
    queries.setQueryData(api.records.get.queryKey({ input: { id: next.id } }), next);

  async function save(changes: RecordChanges, version: number): Promise<void> {
    const next = await client.records.edit({ id: record.id, version, changes });
    take(next);
    notifyDone(t.records.page.saved(namesOf(t, changes)), () => undoVersion(next));
  }

  return {
    conflict,
    take,
    /**
     * Rejects with what is wrong with the values. Where the field reads otherwise now than when the person began (`seen`), or
     * somebody was faster, both versions are shown instead.
     */
    async edit(changes: RecordChanges, seen: Partial<Seen> = {}): Promise<void> {
      const present = seenIn(record);
      const overtaken = Object.entries(seen).some(
        ([field, value]) => JSON.stringify(value) !== JSON.stringify(present[field as keyof Seen]),
      );
      if (overtaken) return setConflict({ wanted: changes, present: record });
      try {
        await save(changes, record.version);
      } catch (error) {
        if (!isVersionConflict(error)) throw error;
        setConflict({ wanted: changes, present: await client.records.get({ id: record.id }) });
      }
    },
    /** The person has seen both: theirs goes over the present state. */
    async insist(): Promise<void> {
      if (conflict === null) return;
      await save(conflict.wanted, conflict.present.version);
      setConflict(null);
    },
    giveWay() {
      if (conflict !== null) take(conflict.present);
      setConflict(null);
    },
  };
}
export type RecordEdit = ReturnType<typeof useRecordEdit>;

/** What a person sees of a record while editing it, by the names under which it is changed. */
type Seen = Required<RecordChanges>;

function seenIn({ fields, project, people }: RecordDetail): Seen {
  return { ...fields, projectId: project?.id ?? null, peopleIds: people.map(({ id }) => id) };
}

/** Takes back the write that led to this version; refused when somebody has changed the record since. */
export async function undoVersion({ id, version }: { id: string; version: number }): Promise<void> {
  const history = await client.records.history({ id });
  const entry = history.find((one) => one.version === version);
  if (entry !== undefined) await client.records.undo({ undo: [entry.deed] });
}

export function isVersionConflict(error: unknown): boolean {
  return problemsOf(error).some(({ rule }) => rule === 'CHANGED_SINCE');
}

function namesOf(t: ReturnType<typeof useT>, changes: RecordChanges): string {
  return Object.keys(changes)
    .map((field) => recordFieldName(t, field))
    .join(t.formats.list);
}
