import { desc, eq } from 'drizzle-orm';
import type { Id } from '#shared/ids.ts';
import { SPINE } from '../items/queries.ts';
import type { ItemRow } from '../items/schema.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { intent, type LevelDecisionRow, levelDecision } from './schema.ts';

export function insertDecision(tx: WriteTx, row: LevelDecisionRow): void {
  tx.tier.orm.insert(levelDecision).values(row).run();
}

/** Newest first. */
export function readDecisions(tier: TierFile, itemId: Id): LevelDecisionRow[] {
  return tier.orm
    .select()
    .from(levelDecision)
    .where(eq(levelDecision.itemId, itemId))
    .orderBy(desc(levelDecision.at), desc(levelDecision.id))
    .all();
}

/** Items whose term ends on or before the day, soonest first. */
export function expiringUntil(tier: TierFile, day: string): ItemRow[] {
  return prepared(
    tier,
    `select ${SPINE} from item i where i.level_expiry is not null and i.level_expiry <= ? and i.state = 'ACTIVE'
     order by i.level_expiry, i.id`,
  ).all(day) as ItemRow[];
}

/** A deed over two tiers that is under way, in the highest tier it touches. */
export type Intent = { id: Id; kind: string; at: number; payload: unknown };

export function recordIntent(tier: TierFile, row: Intent): void {
  tier.orm.insert(intent).values(row).run();
}

export function readIntents(tier: TierFile, kind: string): Intent[] {
  return tier.orm.select().from(intent).where(eq(intent.kind, kind)).all();
}

export function dropIntent(tier: TierFile, id: Id): void {
  tier.orm.delete(intent).where(eq(intent.id, id)).run();
}
