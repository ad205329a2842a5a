import { ORPCError } from '@orpc/server';
import { linksFrom, setLinks } from '#db/items/queries.ts';
import type { TierFile } from '#db/open.ts';
import { readRecord } from '#db/records/queries.ts';
import { changeRecord } from '#db/records/writes.ts';
import { inOrder } from '#db/tiers.ts';
import type { WriteTx } from '#db/write.ts';
import type { Problem } from '#shared/errors.ts';
import { type RecordFields, withYear } from '#shared/records/recordFields.ts';
import type { OpenVault } from '../vault/session.ts';
import { invalid } from './errors.ts';
import { linkTargets } from './items.ts';
import { refOf } from './shown.ts';

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
      setLinks(tx, id, role, recordLinks(vault, tier, id, role, wanted));
  };
}

/** Why this record cannot have the links of a change; [] where it can. */
export function linkProblems(vault: OpenVault, tier: TierFile, id: string, changes: Changes): Problem[] {
  try {
    for (const [role, wanted] of linksWanted(changes)) recordLinks(vault, tier, id, role, wanted);
    return [];
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'INVALID') return error.data.problems as Problem[];
    throw error;
  }
}

function linksWanted({ projectId, peopleIds }: Changes): ['PROJECT' | 'PERSON', readonly string[]][] {
  return [
    ...(projectId === undefined ? [] : [['PROJECT', projectId ? [projectId] : []] as ['PROJECT', string[]]]),
    ...(peopleIds === undefined ? [] : [['PERSON', peopleIds] as ['PERSON', string[]]]),
  ];
}

/**
 * The links of a record that lie in its own tier, of those it is to have. Links to what was raised lie in the higher tier, with the
 * other end: they stay there, and cannot be taken away or replaced from below.
 *
 * @throws INVALID where such a link, seen by this session, is left out, or another end of a higher tier is named
 */
function recordLinks(
  vault: OpenVault,
  tier: TierFile,
  id: string,
  role: 'PROJECT' | 'PERSON',
  wanted: readonly string[],
): { id: string; kind: 'project' | 'person' }[] {
  const field = role === 'PROJECT' ? 'projectId' : 'peopleIds';
  const above = inOrder(vault.tiers)
    .filter((other) => other !== tier)
    .flatMap((other) => linksFrom(other, id))
    .filter((link) => link.role === role);
  for (const { toId } of above) {
    const title = refOf(vault.tiers, toId)?.title;
    if (title !== undefined && !wanted.includes(toId))
      throw invalid({ rule: 'LINK_LIES_ABOVE', field, params: { title } });
  }
  const own = wanted.filter((to) => !above.some(({ toId }) => toId === to));
  const kind = role === 'PROJECT' ? 'project' : 'person';
  return linkTargets(vault, tier, own, kind, field).map((end) => ({ id: end.id, kind }));
}

/** Only what was given: an absent field stays as it is. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
