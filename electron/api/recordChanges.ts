import { ORPCError } from '@orpc/server';
import { setLinks } from '#db/items/queries.ts';
import type { TierFile } from '#db/open.ts';
import { readRecord } from '#db/records/queries.ts';
import { changeRecord } from '#db/records/writes.ts';
import type { WriteTx } from '#db/write.ts';
import type { Problem } from '#shared/errors.ts';
import { type RecordFields, withYear } from '#shared/records/recordFields.ts';
import type { OpenVault } from '../vault/session.ts';
import { ownLinks } from './ownLinks.ts';

export type Changes = Partial<{ [Field in keyof RecordFields]: RecordFields[Field] | undefined }> & {
  projectId?: string | null | undefined;
  peopleIds?: string[] | undefined;
};

/** The change as it applies to any record of one tier; where something cannot be linked from there, nothing of it is written. */
export function changer(
  vault: OpenVault,
  tier: TierFile,
  changes: Changes,
): (tx: WriteTx, id: string) => void {
  const { projectId: _, peopleIds: __, ...fields } = changes;
  return (tx, id) => {
    const row = readRecord(tx.tier, id);
    changeRecord(tx, id, row ? withYear(row, present(fields)) : present(fields));
    for (const [role, wanted] of linksWanted(changes))
      setLinks(tx, id, role, ownLinks(vault, tier, id, role, wanted, FIELDS[role]));
  };
}

/** Why this record cannot have the links of a change; [] where it can. */
export function linkProblems(vault: OpenVault, tier: TierFile, id: string, changes: Changes): Problem[] {
  try {
    for (const [role, wanted] of linksWanted(changes)) ownLinks(vault, tier, id, role, wanted, FIELDS[role]);
    return [];
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'INVALID') return error.data.problems as Problem[];
    throw error;
  }
}

const FIELDS = { PROJECT: 'projectId', PERSON: 'peopleIds' } as const;

function linksWanted({ projectId, peopleIds }: Changes): ['PROJECT' | 'PERSON', readonly string[]][] {
  return [
    ...(projectId === undefined ? [] : [['PROJECT', projectId ? [projectId] : []] as ['PROJECT', string[]]]),
    ...(peopleIds === undefined ? [] : [['PERSON', peopleIds] as ['PERSON', string[]]]),
  ];
}

/** Only what was given: an absent field stays as it is. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
