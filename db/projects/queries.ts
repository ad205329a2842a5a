import { eq, sql } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { ProjectFields } from '#shared/projects/project.ts';
import { setTitle } from '../items/queries.ts';
import type { TierFile } from '../open.ts';
import { preparedQuery } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { project } from './schema.ts';

const projectById = preparedQuery((orm) =>
  orm
    .select()
    .from(project)
    .where(eq(project.id, sql.placeholder('id')))
    .prepare(),
);

export function readProject(tier: TierFile, id: Id): Omit<ProjectFields, 'name'> {
  const { id: _, ...fields } = projectById(tier).get({ id }) ?? BLANK;
  return fields;
}

/** The item's row, titled with the name, must be there already. */
export function insertProject(tx: WriteTx, id: Id, { name: _, ...fields }: ProjectFields): void {
  tx.tier.orm
    .insert(project)
    .values({ id, ...fields })
    .run();
  tx.touch(id);
}

export function changeProject(tx: WriteTx, id: Id, { name, ...fields }: ProjectFields): void {
  tx.tier.orm.update(project).set(fields).where(eq(project.id, id)).run();
  setTitle(tx, id, name);
}

const BLANK = { id: '', code: '', startedOn: null, endedOn: null, note: '' };
