import { eq } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { DossierFields } from '#shared/people/dossier.ts';
import { readChildRows, setChildRows } from '../items/childRows.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { dossier } from './schema.ts';

export function readDossier(tier: TierFile, id: Id): DossierFields {
  const row = tier.orm.select().from(dossier).where(eq(dossier.id, id)).get();
  return {
    education: readChildRows(tier, 'dossier', 'education', id),
    work: readChildRows(tier, 'dossier', 'work', id),
    assessments: readChildRows(tier, 'dossier', 'assessments', id),
    note: row?.note ?? '',
  };
}

/** The item's row must be there already. */
export function insertDossier(tx: WriteTx, id: Id, fields: DossierFields): void {
  tx.tier.orm.insert(dossier).values({ id, note: fields.note }).run();
  setRows(tx, id, fields);
}

export function changeDossier(tx: WriteTx, id: Id, fields: DossierFields): void {
  tx.tier.orm.update(dossier).set({ note: fields.note }).where(eq(dossier.id, id)).run();
  setRows(tx, id, fields);
}

/** Ids of what links to a person with this role here, in one tier. */
export function dossiersOf(tier: TierFile, personId: Id): Id[] {
  return prepared(
    tier,
    `select l.from_id from link l join item i on i.id = l.from_id
     where l.to_id = ? and l.role = 'SUBJECT' and i.kind = 'dossier' and i.state = 'ACTIVE' order by i.created_at, i.id`,
  )
    .pluck()
    .all(personId) as Id[];
}

function setRows(tx: WriteTx, id: Id, fields: DossierFields): void {
  setChildRows(tx, 'dossier', 'education', id, fields.education);
  setChildRows(tx, 'dossier', 'work', id, fields.work);
  setChildRows(tx, 'dossier', 'assessments', id, fields.assessments);
}
