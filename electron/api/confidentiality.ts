import { readAppointment } from '#db/body/appointments.ts';
import { countBundlesWith } from '#db/bundles/sent.ts';
import { expiringUntil, insertDecision, readDecisions } from '#db/confidentiality/queries.ts';
import type { LevelDecisionRow } from '#db/confidentiality/schema.ts';
import { setLevel } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import { readVersions } from '#db/meetings/queries.ts';
import type { TierFile } from '#db/open.ts';
import { readFiles, recordsWithBytes } from '#db/records/queries.ts';
import { all, find } from '#db/tiers.ts';
import { readMembers, readMeta, readUser, readUsers } from '#db/vault/queries.ts';
import { write } from '#db/write.ts';
import { eligibleApprovers, reviewOf } from '#shared/confidentiality/approval.ts';
import type { LevelChange, LevelDecision } from '#shared/confidentiality/contract.ts';
import {
  checkDecision,
  type DecisionReason,
  decisionKindOf,
  needsReview,
} from '#shared/confidentiality/decision.ts';
import { LEVELS, type Level, TIERS, tierOf } from '#shared/confidentiality/levels.ts';
import { addDays, localDateOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { moveItem } from '../confidentiality/moveItem.ts';
import type { OpenVault } from '../vault/session.ts';
import { approves, tiersUpTo } from '../vault/users.ts';
import { todayOf } from './calendarDay.ts';
import { invalid, notAllowed, notFound } from './errors.ts';
import { assertVersion, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';
import { headOf } from './shown.ts';

export const confidentiality = {
  preview: unlocked.confidentiality.preview.handler(({ context: { vault }, input }) => {
    const { tier, item } = found(vault, input.id);
    const target = openTierFor(vault, input.level);
    const lower = TIERS.indexOf(target.tier) > TIERS.indexOf(tier.tier);
    return {
      from: item.level,
      to: input.level,
      movesTier: tier !== target,
      fromTier: tier.tier,
      toTier: target.tier,
      approvers: eligibleApprovers(cleared(vault), vault.me.id, [item.level, input.level]).map(({ id }) => ({
        id,
        name: readUser(vault.register, id)?.name ?? '',
      })),
      sameBytes: lower ? sameBytesBelow(vault, tier, item) : [],
      filedBelow: filedBelow(vault, tier, item, input.level),
      backupsBefore: readMeta(tier, 'lastBackup') !== null,
      bundlesBefore: countBundlesWith(vault.tiers, item.id),
    };
  }),

  change: unlocked.confidentiality.change.handler(async ({ context: { app, vault }, input }) => {
    const { tier, item } = found(vault, input.id);
    assertVersion(item, input.version);
    const target = openTierFor(vault, input.level);
    assertMayLie(tier, item, input.level);
    const approverId = await reviewed(vault, item, input, todayOf({ app }));
    const decision: LevelDecisionRow = {
      id: newId(),
      itemId: item.id,
      at: app.now(),
      levelBefore: item.level,
      levelAfter: input.level,
      termBefore: item.term,
      termAfter: input.term,
      reason: input.reason,
      remark: input.remark,
      basis: input.basis,
      proposerId: vault.me.id,
      approverId,
    };
    if (tier === target) {
      write(tier, vault.writer, { verb: 'level.change', reason: input.reason }, (tx) => {
        setLevel(tx, item.id, { ...input, levelFrom: item.levelFrom });
        insertDecision(tx, decision);
      });
    } else {
      await moveItem(vault, item.id, tier, target, { ...input, decision });
    }
    return { decision: showDecision(vault, decision) };
  }),

  decisions: unlocked.confidentiality.decisions.handler(({ context: { vault }, input }) => {
    const { tier } = found(vault, input.id);
    return readDecisions(tier, input.id).map((decision) => showDecision(vault, decision));
  }),

  expiring: unlocked.confidentiality.expiring.handler(({ context: { app, vault }, input }) => {
    const until = addDays(todayOf({ app }), input.days);
    return all(vault.tiers, (tier) => expiringUntil(tier, until))
      .sort((a, b) => ((a.levelExpiry ?? '') < (b.levelExpiry ?? '') ? -1 : 1))
      .map((item) => headOf(vault, item));
  }),
};

/** Who coordinates is known to every user: that appointment never leaves the register. */
function assertMayLie(tier: TierFile, item: ItemRow, level: Level): void {
  const isCoordinator = item.kind === 'appointment' && readAppointment(tier, item.id).role === 'COORDINATOR';
  if (isCoordinator && tierOf(level) !== 'register')
    throw invalid({ rule: 'COORDINATOR_IS_KNOWN', field: 'level' });
}

function found(vault: OpenVault, id: string): { tier: TierFile; item: ItemRow } {
  const it = find(vault.tiers, id);
  if (!it) throw notFound();
  return it;
}

/** Who reviewed the decision; null: nobody needed to, or the coordinator decides alone. */
async function reviewed(
  vault: OpenVault,
  item: ItemRow,
  input: LevelChange,
  today: string,
): Promise<string | null> {
  const subject = {
    level: item.level,
    term: item.term,
    docDate: item.levelFrom ?? localDateOf(new Date(item.createdAt)),
  };
  const decision = {
    level: input.level,
    term: input.term,
    basis: input.basis,
    reason: (input.reason || null) as DecisionReason | null,
    remark: input.remark,
  };
  const problems = checkDecision(decision, subject, today);
  if (problems.length > 0) throw invalid(...problems);
  const kind = decisionKindOf(decision, subject, today);
  if (kind === null || !needsReview(kind, subject)) return null;
  const levels: Level[] = [item.level, input.level];
  const review = reviewOf({
    users: cleared(vault),
    proposerId: vault.me.id,
    approverId: input.approver?.userId ?? null,
    coordinatorId: readUsers(vault.register).find((user) => user.coordinator)?.id ?? null,
    levels,
  });
  if (typeof review === 'string') throw notAllowed({ rule: review, field: 'approver' });
  if (review.kind === 'WITHOUT_REVIEW' || !input.approver) return null;
  if (!(await approves(vault, input.approver, recipientsOf(vault, review.approverId, levels)))) {
    throw notAllowed({ rule: 'APPROVER_NOT_CLEARED', field: 'approver' });
  }
  return review.approverId;
}

/** The recipients the tiers concerned are sealed to for this user, read from those tiers themselves. */
function recipientsOf(vault: OpenVault, userId: string, levels: readonly Level[]): string[] {
  return [...new Set(levels.map(tierOf))].flatMap((name) => {
    const tier = vault.tiers.get(name);
    return tier ? (readMembers(tier).find((member) => member.userId === userId)?.recipient ?? ['']) : [''];
  });
}

function cleared(vault: OpenVault) {
  return readUsers(vault.register).map(({ id, clearance }) => ({ id, tiers: tiersUpTo(clearance) }));
}

function sameBytesBelow(vault: OpenVault, tier: TierFile, item: ItemRow) {
  if (item.kind !== 'record') return [];
  // Empty files say nothing, wherever they lie.
  const others = readFiles(tier, item.id).flatMap((file) =>
    file.size === 0 ? [] : all(vault.tiers, (each) => recordsWithBytes(each, file.sha256)),
  );
  const unique = new Map(others.filter((other) => other.id !== item.id).map((other) => [other.id, other]));
  return [...unique.values()].map(({ id, title, level }) => ({ id, title, level: level as Level }));
}

function showDecision(vault: OpenVault, row: LevelDecisionRow): LevelDecision {
  const nameOf = (id: string | null) => (id ? (readUser(vault.register, id)?.name ?? '') : null);
  return {
    id: row.id,
    at: row.at,
    from: row.levelBefore,
    to: row.levelAfter,
    termBefore: row.termBefore,
    termAfter: row.termAfter,
    reason: row.reason,
    remark: row.remark,
    basis: row.basis,
    proposer: nameOf(row.proposerId) ?? '',
    approver: nameOf(row.approverId),
  };
}

/** The records that signed minutes were filed as and that would lie below them. */
function filedBelow(vault: OpenVault, tier: TierFile, item: ItemRow, level: Level) {
  if (item.kind !== 'meeting') return [];
  return [...new Set(readVersions(tier, item.id).map(({ recordId }) => recordId))].flatMap((recordId) => {
    const record = find(vault.tiers, recordId)?.item;
    return record?.state === 'ACTIVE' && LEVELS.indexOf(record.level) < LEVELS.indexOf(level)
      ? [{ id: record.id, title: record.title, level: record.level }]
      : [];
  });
}
