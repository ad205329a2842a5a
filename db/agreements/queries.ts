import { eq } from 'drizzle-orm';
import type { AgreementFields } from '#shared/agreements/agreement.ts';
import type { SecrecyAgreement } from '#shared/agreements/inForce.ts';
import type { Id } from '#shared/ids.ts';
import { setTitle } from '../items/queries.ts';
import { item } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { all, type OpenTiers } from '../tiers.ts';
import type { WriteTx } from '../write.ts';
import { agreement } from './schema.ts';

export function readAgreement(tier: TierFile, id: Id): Omit<AgreementFields, 'title'> | null {
  const row = tier.orm.select().from(agreement).where(eq(agreement.id, id)).get();
  if (!row) return null;
  const { id: _, ...fields } = row;
  return fields;
}

/** The item's row, titled with the name, must be there already. */
export function insertAgreement(tx: WriteTx, id: Id, { title: _, ...fields }: AgreementFields): void {
  tx.tier.orm
    .insert(agreement)
    .values({ id, ...fields })
    .run();
  tx.touch(id);
}

export function changeAgreement(tx: WriteTx, id: Id, { title, ...fields }: AgreementFields): void {
  tx.tier.orm.update(agreement).set(fields).where(eq(agreement.id, id)).run();
  setTitle(tx, id, title);
}

/** Every agreement this session can see, as the policy needs it. They come in tens. */
export function agreementsForPolicy(tiers: OpenTiers): SecrecyAgreement[] {
  return all(tiers, (tier) =>
    tier.orm
      .select({
        id: agreement.id,
        title: item.title,
        unitName: agreement.unitName,
        confidentiality: agreement.confidentiality,
        signedOn: agreement.signedOn,
        validFrom: agreement.validFrom,
        validTo: agreement.validTo,
      })
      .from(agreement)
      .innerJoin(item, eq(item.id, agreement.id))
      .where(eq(item.state, 'ACTIVE'))
      .all(),
  );
}
