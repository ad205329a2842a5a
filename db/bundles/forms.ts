import { desc, eq, sql } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import type { TierFile } from '../open.ts';
import { preparedQuery } from '../prepared.ts';
import { all, type OpenTiers } from '../tiers.ts';
import type { WriteTx } from '../write.ts';
import { type SentBundleRow, type SentFormRow, sentBundle, sentForm } from './schema.ts';

export function insertSentForm(
  tx: WriteTx,
  row: Pick<SentFormRow, 'bundleId' | 'code' | 'panelId' | 'expertId' | 'sheetId'>,
): void {
  tx.tier.orm.insert(sentForm).values(row).run();
}

const formsForPanel = formsWhere(sentForm.panelId);
const formsInBundle = formsWhere(sentForm.bundleId);

function formsWhere(column: typeof sentForm.panelId | typeof sentForm.bundleId) {
  return preparedQuery((orm) =>
    orm
      .select()
      .from(sentForm)
      .innerJoin(sentBundle, eq(sentBundle.id, sentForm.bundleId))
      .where(eq(column, sql.placeholder('id')))
      .orderBy(desc(sentBundle.at))
      .prepare(),
  );
}

export type SentForm = { tier: TierFile; form: SentFormRow; bundle: SentBundleRow };

/** The form that left in this bundle; null where no open tier knows of one. */
export function readSentForm(tiers: OpenTiers, bundleId: Id): SentForm | null {
  return formsFrom(tiers, formsInBundle, bundleId)[0] ?? null;
}

/** The forms sent out for a panel, newest first. */
export function formsOfPanel(tiers: OpenTiers, panelId: Id): SentForm[] {
  return formsFrom(tiers, formsForPanel, panelId);
}

export function markAnswered(
  tx: WriteTx,
  bundleId: Id,
  answer: { answeredAt: number; answerHash: string; sheetId: Id },
): void {
  tx.tier.orm.update(sentForm).set(answer).where(eq(sentForm.bundleId, bundleId)).run();
}

function formsFrom(tiers: OpenTiers, query: typeof formsForPanel, id: Id): SentForm[] {
  return all(tiers, (tier) =>
    query(tier)
      .all({ id })
      .map((row) => ({ tier, form: row.sent_form, bundle: row.sent_bundle })),
  );
}
